import { statSync } from "node:fs";
import type { MessagePort } from "node:worker_threads";
import { Piscina } from "piscina";
import { type Archive, ArchiveError, openArchive } from "../archive/index.js";
import type { Reader } from "../intake/index.js";
import { addUpload } from "./add-upload.js";
import type { Sent } from "./threads.js";
import { type Answer, answerOf, type Question, type Upload } from "./work.js";

/** What every thread is started with. */
export interface ThreadSettings {
  readonly archive: string;
  readonly lexiconFolders: readonly string[];
}

export type ThreadTask =
  | { readonly kind: "ask"; readonly question: Question }
  | { readonly kind: "add"; readonly upload: Upload; readonly port: MessagePort }
  | { readonly kind: "remove"; readonly story: string };

const settings = Piscina.workerData as ThreadSettings;

/** The archive of this thread, and which file it was when it was opened. */
let opened: { readonly archive: Archive; readonly file: string; readonly mode: "create" | "read-only" } | undefined;
let reader: Reader | undefined;

/** What a thread of the server does: the one entry of `threads.ts`. */
export default async function perform(task: ThreadTask): Promise<Sent<Answer | null>> {
  try {
    return { value: await done(task) };
  } catch (error) {
    if (error instanceof ArchiveError) return { refused: { code: error.code, message: error.message } };
    throw error;
  }
}

async function done(task: ThreadTask): Promise<Answer | null> {
  switch (task.kind) {
    case "ask":
      return answerOf(await archiveIn("read-only"), task.question);
    case "add": {
      const { upload, port } = task;
      try {
        reader ??= (await import("../intake/index.js")).openReader({ lexiconFolders: settings.lexiconFolders });
        await addUpload(await archiveIn("create"), reader, upload, (news) => port.postMessage(news));
      } finally {
        port.postMessage(null);
      }
      return null;
    }
    case "remove":
      await (await archiveIn("create")).remove(task.story);
      return null;
  }
}

/** The archive, opened anew when another file has taken its place: a restored copy must not be answered for by the one it replaced. */
async function archiveIn(mode: "create" | "read-only"): Promise<Archive> {
  const file = fileNow();
  if (opened?.file === file && opened.mode === mode) return opened.archive;
  await opened?.archive.close().catch(() => {});
  opened = undefined;
  const archive = await openArchive(settings.archive, { mode });
  opened = { archive, file: fileNow(), mode };
  return archive;
}

function fileNow(): string {
  const found = statSync(settings.archive, { throwIfNoEntry: false });
  return found === undefined ? "none" : `${found.dev}:${found.ino}`;
}

import { statSync } from "node:fs";
import type { MessagePort } from "node:worker_threads";
import { Piscina } from "piscina";
import { type Archive, ArchiveError, openArchive } from "../archive/index.js";
import type { Reader } from "../intake/index.js";
import { addUpload } from "./add-upload.js";
import type { Sent } from "./threads.js";
import { type Answer, answerOf, type Change, changed, type Question, type Sight, type Upload } from "./work.js";

/** What every thread is started with. */
export interface ThreadSettings {
  readonly archive: string;
  readonly lexiconFolders: readonly string[];
}

export type ThreadTask =
  | { readonly kind: "ask"; readonly question: Question }
  | { readonly kind: "add"; readonly upload: Upload; readonly port: MessagePort }
  | { readonly kind: "change"; readonly change: Change };

const settings = Piscina.workerData as ThreadSettings;

/** Sights of the archive that a thread keeps open: the present one and those that were asked for last. */
const KEPT = 4;

/** The archive as this thread has opened it, by sight, and which file it was then. */
const opened = new Map<string, { readonly archive: Archive; readonly file: string }>();
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
      return answerOf(await archiveIn("read-only", task.question.sight), task.question);
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
    case "change":
      return changed(await archiveIn("create"), task.change);
  }
}

/** The archive, opened anew when another file has taken its place: a restored copy must not be answered for by the one it replaced. */
async function archiveIn(mode: "create" | "read-only", sight: Sight = {}): Promise<Archive> {
  const key = JSON.stringify([mode, sight]);
  const before = opened.get(key);
  opened.delete(key);
  if (before?.file === fileNow()) {
    opened.set(key, before);
    return before.archive;
  }
  await before?.archive.close().catch(() => {});
  for (const [oldest, { archive }] of opened) {
    if (opened.size < KEPT) break;
    opened.delete(oldest);
    await archive.close().catch(() => {});
  }
  const archive = await openArchive(settings.archive, { mode, ...sight });
  opened.set(key, { archive, file: fileNow() });
  return archive;
}

function fileNow(): string {
  const found = statSync(settings.archive, { throwIfNoEntry: false });
  return found === undefined ? "none" : `${found.dev}:${found.ino}`;
}

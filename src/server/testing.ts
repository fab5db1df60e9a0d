import { type Archive, openArchive } from "../archive/index.js";
import { openReader, type Reader } from "../intake/index.js";
import { addUpload } from "./add-upload.js";
import { type App, type AppOptions, appOf } from "./app.js";
import { answerOf, type Workers } from "./work.js";

let opened: Reader | undefined;

/** Loaded once for all tests of a file, and only if one needs it. */
function reader(): Reader {
  opened ??= openReader();
  return opened;
}

/** Workers of this thread, on an archive that is closed with them. */
export const inThisThread = (archive: Archive): Workers => ({
  ask: (question) => answerOf(archive, question),
  add: (upload, tell) => addUpload(archive, reader(), upload, tell),
  remove: async (story) => void (await archive.remove(story)),
  close: () => archive.close(),
});

/** An app on an archive in memory, and that archive. */
export async function desk(options: Partial<AppOptions> = {}): Promise<{ readonly app: App; readonly archive: Archive }> {
  const archive = await openArchive(":memory:");
  const app = await appOf({ workers: inThisThread(archive), version: "0.0.0", host: "127.0.0.1", token: null, ...options });
  return { app, archive };
}

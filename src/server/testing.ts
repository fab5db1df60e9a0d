import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Archive, openArchive } from "../archive/index.js";
import { openReader, type Reader } from "../intake/index.js";
import { addUpload } from "./add-upload.js";
import { type App, type AppOptions, appOf } from "./app.js";
import { answerOf, changed, type Workers } from "./work.js";

let opened: Reader | undefined;

/** Loaded once for all tests of a file, and only if one needs it. */
function reader(): Reader {
  opened ??= openReader();
  return opened;
}

/** Workers of this thread, on an archive that is closed with them. */
const inThisThread = (archive: Archive): Workers => ({
  async ask(question) {
    const { sight = {} } = question;
    if (Object.keys(sight).length === 0) return answerOf(archive, question);
    const seen = await openArchive(archive.location, { mode: "read-only", ...sight });
    return answerOf(seen, question).finally(() => seen.close());
  },
  add: (upload, tell) => addUpload(archive, reader(), upload, tell),
  change: (change) => changed(archive, change),
  close: () => archive.close(),
});

/** An app on an archive of its own, which is gone when the app is closed. */
export async function desk(options: Partial<AppOptions> = {}): Promise<App> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
  const archive = await openArchive(join(folder, "desk.db"));
  const app = await appOf({ workers: inThisThread(archive), version: "0.0.0", host: "127.0.0.1", token: null, ...options });
  app.addHook("onClose", () => rmSync(folder, { recursive: true }));
  return app;
}

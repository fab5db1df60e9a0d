import type { Archive, OpenOptions } from "../archive/index.js";
import { type ArchiveOption, archivePath } from "./options.js";

/** Opens the archive that the options name, gives it to `use` and closes it whatever happens. */
export async function withArchive<Result>(
  options: ArchiveOption,
  mode: NonNullable<OpenOptions["mode"]>,
  use: (archive: Archive) => Promise<Result>,
): Promise<Result> {
  const { openArchive } = await import("../archive/index.js");
  const archive = await openArchive(archivePath(options), { mode });
  try {
    return await use(archive);
  } finally {
    await archive.close();
  }
}

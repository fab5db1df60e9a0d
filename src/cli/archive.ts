import type { Archive, OpenOptions } from "../archive/index.js";
import { type ArchiveOption, archivePath } from "./options.js";

/** Which state of the archive is looked at; only commands that change nothing have these options. */
export interface SightOptions {
  readonly asOf?: string;
  readonly machine?: boolean;
}

/** Opens the archive that the options name, gives it to `use` and closes it whatever happens. */
export async function withArchive<Result>(
  options: ArchiveOption & SightOptions,
  mode: NonNullable<OpenOptions["mode"]>,
  use: (archive: Archive) => Promise<Result>,
): Promise<Result> {
  const { openArchive } = await import("../archive/index.js");
  const { asOf, machine } = options;
  const sight = { ...(asOf !== undefined && { asOf }), ...(machine && { view: "machine" as const }) };
  const archive = await openArchive(archivePath(options), { mode, ...sight });
  try {
    return await use(archive);
  } finally {
    await archive.close();
  }
}

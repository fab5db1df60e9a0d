import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { ArchiveError } from "./error.js";
import { APPLICATION_ID, ARCHIVE_VERSION } from "./migrations.js";

export type OpenMode = "create" | "existing" | "read-only";

/** The header of an SQLite file, as far as it says whose file it is: https://sqlite.org/fileformat2.html#the_database_header */
interface Header {
  readonly magic: string;
  readonly pageSize: number;
  readonly pages: number;
  readonly userVersion: number;
  readonly applicationId: number;
  readonly fileSize: number;
}

const MAGIC = "SQLite format 3\0";
const HEADER_SIZE = 100;

/** The file of an archive's location. A URL is refused: libsql would take it for a server's address and go there. */
export function fileOf(location: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(location) && !/^[a-z]:[\\/]/i.test(location)) {
    throw new ArchiveError("unreadable", location, `${location} is no file: an archive is a file on this machine, such as onrecord.db`);
  }
  return resolve(location);
}

/**
 * Looks at the first bytes of a file before SQLite may touch it, and refuses one that is no archive of ours, is newer, or is cut
 * short: opening alone can change a file that another program left in the middle of a transaction. Gives whether there is an archive.
 */
export function inspectFile(file: string, location: string, mode: OpenMode): boolean {
  if (!existsSync(file)) {
    if (mode === "create") {
      mkdirSync(dirname(file), { recursive: true });
      return false;
    }
    throw new ArchiveError(
      "missing",
      location,
      `There is no archive at ${location}: add stories to it first, or name another with --archive`,
    );
  }
  if (!statSync(file).isFile()) {
    throw new ArchiveError(
      "foreign",
      location,
      `${location} is a folder, not an archive: name a file in it, such as ${location}/onrecord.db`,
    );
  }
  const header = readHeader(file, location);
  if (header === null) {
    if (mode === "create") return false;
    throw new ArchiveError("missing", location, `${location} is empty: add stories to it first`);
  }
  refuseHeader(header, location, existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0);
  return true;
}

/** Null for an empty file. */
function readHeader(file: string, location: string): Header | null {
  try {
    const descriptor = openSync(file, "r");
    try {
      const bytes = Buffer.alloc(HEADER_SIZE);
      readSync(descriptor, bytes, 0, HEADER_SIZE, 0);
      const fileSize = fstatSync(descriptor).size;
      if (fileSize === 0) return null;
      const pageSize = bytes.readUInt16BE(16);
      return {
        magic: bytes.toString("latin1", 0, MAGIC.length),
        pageSize: pageSize === 1 ? 65536 : pageSize,
        pages: bytes.readUInt32BE(28),
        userVersion: bytes.readUInt32BE(60),
        applicationId: bytes.readUInt32BE(68),
        fileSize,
      };
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    throw new ArchiveError("unreadable", location, `${location} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

function refuseHeader({ magic, pageSize, pages, userVersion, applicationId, fileSize }: Header, location: string, hasLog: boolean): void {
  if (magic !== MAGIC) {
    throw new ArchiveError(
      "foreign",
      location,
      `${location} is not an onrecord archive, nor any SQLite file; it was left as it is. Name another file`,
    );
  }
  if (fileSize < HEADER_SIZE) throw truncated(location, fileSize, pages * pageSize);
  if (applicationId !== APPLICATION_ID) {
    throw new ArchiveError(
      "foreign",
      location,
      `${location} is an SQLite file of another program; it was left as it is. Name another file`,
    );
  }
  if (userVersion > ARCHIVE_VERSION) throw newer(location, userVersion);
  // While a log waits to be copied into the file, the file may rightly be shorter than its header says.
  if (!hasLog && fileSize < pages * pageSize) throw truncated(location, fileSize, pages * pageSize);
}

export const newer = (location: string, version: number): ArchiveError =>
  new ArchiveError(
    "newer",
    location,
    `${location} was written by a newer onrecord (archive version ${version}; this one knows up to ${ARCHIVE_VERSION}); it was left as it is. Update onrecord`,
  );

const truncated = (location: string, size: number, expected: number): ArchiveError =>
  new ArchiveError(
    "corrupt",
    location,
    `${location} is cut short: it has ${size} bytes and should have ${expected}; it was left as it is. Restore it from a copy, or add the stories to a new archive`,
  );

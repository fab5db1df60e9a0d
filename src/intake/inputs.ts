import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";

/** One file, "-" for standard input, or bytes that are here already (an upload), in the order in which they are read. */
export type Input =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "stdin" }
  | {
      readonly kind: "bytes";
      readonly bytes: Uint8Array;
      /** For error messages and as a hint to the format. */
      readonly name: string;
      /** As the sender gave it: "text/html; charset=iso-8859-1". */
      readonly mediaType: string | null;
    }
  | { readonly kind: "problem"; readonly path: string; readonly reason: string };

/** Endings of the files that are taken from a folder; a file that is named itself is taken whatever it ends in. */
const ENDINGS = [".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"];

/**
 * The files behind what a user names: files, folders (all below them, sorted by name, hidden ones and links out of the folder left out),
 * "-" for standard input. What cannot be looked at is a problem in its place, and the rest goes on. A file that is named twice is read once.
 */
export function inputsOf(paths: readonly string[]): Input[] {
  const seen = new Set<string>();
  return paths.flatMap((path) => (path === "-" ? [{ kind: "stdin" } as const] : below(path, seen)));
}

function below(path: string, seen: Set<string>): Input[] {
  try {
    const real = realpathSync(path);
    if (seen.has(real)) return [];
    seen.add(real);
    if (!statSync(path).isDirectory()) return [{ kind: "file", path }];
    const found = readdirSync(path, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith(".") && (entry.isDirectory() || (entry.isFile() && hasEnding(entry.name))))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => below(join(path, entry.name), seen));
    return found;
  } catch (error) {
    return [{ kind: "problem", path, reason: reasonOf(error, path) }];
  }
}

const hasEnding = (name: string): boolean => ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));

/** Bytes of an input. Throws an `Error` whose message names the input and says what to do. */
export function bytesOf(input: Input): Uint8Array {
  if (input.kind === "bytes") return input.bytes;
  if (input.kind === "stdin") return readFileSync(0);
  try {
    return readFileSync(input.path);
  } catch (error) {
    throw new Error(`${input.path}: ${reasonOf(error, input.path)}`, { cause: error });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder; check the path",
  EACCES: "may not be read by you; change its permissions",
  EPERM: "may not be read by you; change its permissions",
  EISDIR: "is a folder",
  ELOOP: "is a link that leads to itself",
  ENAMETOOLONG: "the path is too long",
  ERR_FS_FILE_TOO_LARGE: "is larger than 2 GB; split it",
};

/** An input's name in messages. */
export function nameOf(input: Input): string {
  if (input.kind === "stdin") return "-";
  return input.kind === "bytes" ? input.name : input.path;
}

function reasonOf(error: unknown, path: string): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" && isBrokenLink(path)) return "is a link to a file that is not there";
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

function isBrokenLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LexiconError, type LexiconProblem } from "./error.js";
import { loadTable, type RowOf, type TableDefinition, type TableFile } from "./table.js";
import { TABLES } from "./tables.js";

/** The tables in force, each by key. Immutable, and the same for the same bytes. */
export type Lexicon = {
  /** First 16 hex digits of the SHA-256 over every table file in force, known to TABLES or not, with names and order of folders. */
  readonly hash: string;
} & { readonly [Name in keyof typeof TABLES]: ReadonlyMap<string, RowOf<(typeof TABLES)[Name]>> };

/** The folder that comes with the program; the same from `src/` and from `dist/`. */
const BUILT_IN = fileURLToPath(new URL("../../lexicon/", import.meta.url));

interface LexiconFile extends TableFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads the built-in tables and lays those of `folders` over them, row by key, the last folder on top. A folder needs only the tables that
 * it changes; files that do not end in `.tsv` are left alone.
 *
 * Throws LexiconError with the problems of all tables: a table that breaks its definition, a file that is not UTF-8, a file in one of
 * `folders` whose name is that of no built-in table. A folder that cannot be read throws the error of `node:fs`.
 */
export function loadLexicon(folders: readonly string[] = []): Lexicon {
  const problems: LexiconProblem[] = [];
  const layers = [BUILT_IN, ...folders].map((folder) => readFolder(folder, problems));

  const known = new Set(layers[0].map((file) => file.name));
  for (const { name, path } of layers.flat()) {
    if (known.has(name)) continue;
    problems.push({ file: path, line: null, column: null, value: null, message: `is no table; there are ${[...known].sort().join(", ")}` });
  }

  const tables: Record<string, ReadonlyMap<string, unknown>> = {};
  for (const [name, definition] of Object.entries<TableDefinition>(TABLES)) {
    const files = layers.flatMap((layer) => layer.filter((file) => file.name === definition.file));
    if (!known.has(definition.file)) {
      problems.push({ file: join(BUILT_IN, definition.file), line: null, column: null, value: null, message: "is missing; install again" });
    }
    try {
      tables[name] = loadTable(definition, files);
    } catch (error) {
      if (!(error instanceof LexiconError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new LexiconError(problems);
  return Object.freeze({ hash: hashOf(layers), ...tables }) as Lexicon;
}

function readFolder(folder: string, problems: LexiconProblem[]): LexiconFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".tsv"));
  return names.sort().flatMap((name) => {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    try {
      return [{ name, path, bytes, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) }];
    } catch {
      problems.push({ file: path, line: null, column: null, value: null, message: "is not UTF-8; save it as UTF-8" });
      return [];
    }
  });
}

/** Names and lengths go in with the bytes, so that moving a row from the end of one file to the next one's beginning shows. */
function hashOf(layers: readonly (readonly LexiconFile[])[]): string {
  const hash = createHash("sha256");
  for (const layer of layers.filter((files) => files.length > 0)) {
    hash.update(`layer ${layer.length}\n`);
    for (const { name, bytes } of layer) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex").slice(0, 16);
}

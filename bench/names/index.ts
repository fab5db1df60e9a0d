import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { loadEngine } from "../../src/language/engine/index.js";
import { readIob } from "../../train/iob.js";
import { findNames, scoreNames } from "../../train/score.js";
import type { BenchArgs } from "../main.js";

/** `--gold`: one `.iob2`, read from its words and sentences, a document at a time. F1 over whole names of the right kind, of all and of each kind. */
export async function run({ gold }: BenchArgs): Promise<string> {
  const file = gold as string;
  const text = readIob(readFileSync(file, "utf8"), basename(file));
  return `names ${scoreNames(text, findNames(loadEngine(), text))}`;
}

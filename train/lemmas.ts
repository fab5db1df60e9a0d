/**
 * Learns `lexicon/lemmas.tsv` from treebanks: forms whose lemma neither the rules nor the written tables give.
 *
 *     npx tsx train/lemmas.ts lexicon FILE.conllu… > lemmas.tsv
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type LemmaTable, lemmaTable, lemmatise } from "../src/language/lemmas.js";
import { readTables } from "../src/language/read-tables.js";
import type { Upos, Xpos } from "../src/language/tags.js";

/** A form is listed if that puts at least so many more words right than the rules do: below it stand slips and one-off spellings. */
const LEAST_GAIN = 2;

/** Parts of words that were typed apart: their "lemma" is that of the whole. */
const NOT_LEARNED: ReadonlySet<string> = new Set(["GW", "ADD", "AFX"]);

interface Use {
  readonly form: string;
  readonly upos: Upos;
  readonly xpos: Xpos;
  readonly lemma: string;
}

/** Words of a CoNLL-U file, without misspelt ones (Typo=Yes), whose lemma is that of the word that was meant, and codes with digits. */
function* usesOf(conllu: string): Generator<Use> {
  for (const line of conllu.split("\n")) {
    const [id, form, lemma, upos, xpos, features] = line.split("\t");
    if (!/^\d+$/.test(id) || /Typo=Yes/.test(features) || lemma === "_" || NOT_LEARNED.has(xpos) || /\d|^-/.test(form)) continue;
    yield { form, lemma, upos: upos as Upos, xpos: xpos as Xpos };
  }
}

/** Rows "form, xpos, lemma" of what is learned over a table, in order of tag and form. */
export function learnLemmas(uses: Iterable<Use>, table: LemmaTable): (readonly [form: string, xpos: string, lemma: string])[] {
  const byKey = new Map<string, Use[]>();
  for (const use of uses) {
    const key = `${use.xpos}\t${use.form.toLowerCase().replace(/[’‘`ʼ]/g, "'")}`;
    const same = byKey.get(key);
    if (same) same.push(use);
    else byKey.set(key, [use]);
  }
  const learned: [string, string, string][] = [];
  for (const [key, same] of byKey) {
    const [xpos, form] = key.split("\t");
    const counts = new Map<string, number>();
    for (const { lemma } of same) counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
    const [lemma, right] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
    const byRule = same.filter((use) => lemmatise(use.form, use.upos, use.xpos, table) === use.lemma).length;
    if (right - byRule >= LEAST_GAIN) learned.push([form, xpos, lemma]);
  }
  return learned.sort((a, b) => (a[1] + a[0] < b[1] + b[0] ? -1 : 1));
}

if (process.argv[1] === import.meta.filename) {
  const [folder, ...files] = process.argv.slice(2);
  const tables = readTables((name) => readFileSync(join(folder, `${name}.tsv`), "utf8"));
  const written = lemmaTable({ ...tables, lemmas: new Map() });
  const uses = files.flatMap((file) => [...usesOf(readFileSync(file, "utf8"))]);
  console.log(
    "# Forms whose lemma neither the rules of spelling nor irregulars.tsv give, by Penn tag. Learned: do not edit, write irregulars.tsv.",
  );
  console.log("# Source: train parts of UD English EWT and GUM (open genres) 2.16, by train/lemmas.ts.");
  console.log("form\txpos\tlemma");
  for (const row of learnLemmas(uses, written)) console.log(row.join("\t"));
}

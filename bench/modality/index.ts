import { readFileSync } from "node:fs";
import { openReader } from "../../src/intake/index.js";
import { type Doc, englishWith, wordAt } from "../../src/language/index.js";
import { blocksOf, type Degree, factualityAt, syntaxOf } from "../../src/reading/index.js";
import type { BenchArgs } from "../main.js";
import { scored, writePredictions } from "../scorer.js";
import { storyFrom } from "../stories.js";

interface Input {
  readonly doc: string;
  readonly published: string | null;
  readonly text: string;
  readonly events: readonly { readonly span: readonly (readonly [number, number])[] }[];
}

/**
 * `--gold`: one `.jsonl` of stories with event spans. Each given word is asked of the reader of modality that the layers ask of theirs,
 * since the corpus marks many words that tell no event of ours.
 */
export async function run({ gold, out }: BenchArgs): Promise<string> {
  const path = gold as string;
  const reader = openReader();
  const english = englishWith(reader.lexicon);
  const inputs = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Input);
  const predictions = inputs.map(({ doc: name, published, text, events }) => {
    const doc = english.parse(text, blocksOf(storyFrom(name, text, published, reader)));
    const syntax = syntaxOf(doc);
    return {
      doc: name,
      events: events.flatMap(({ span }) => {
        const word = headOf(doc, span);
        if (word < 0) return [];
        const { time, negative, degree } = factualityAt(syntax, reader.lexicon, word);
        return [{ span, time: time ?? "past", polarity: negative ? "negative" : "positive", certainty: CERTAINTIES[degree] }];
      }),
    };
  });
  return scored("modality", path, writePredictions(predictions, out));
}

/**
 * Our degrees in the benchmark's words. MEANTIME marks as PROBABLE, and so as not asserted, what is only expected ("would axe 10,000 jobs"); to our
 * guidelines that is planned, like any plan.
 */
const CERTAINTIES: Readonly<Record<Degree, "asserted" | "hypothetical" | "conditional">> = {
  certain: "asserted",
  expected: "hypothetical",
  probable: "hypothetical",
  possible: "hypothetical",
  wished: "hypothetical",
  conditional: "conditional",
};

/** The word of a span that ties it to its sentence; -1 where the span lies in no block that is read. */
function headOf(doc: Doc, span: Input["events"][number]["span"]): number {
  const [[start, end]] = span;
  const first = wordAt(doc, start);
  for (let word = first; word < doc.length && doc.start[word] < end; word++) {
    const head = doc.head[word];
    if (head < first || doc.start[head] >= end) return word;
  }
  return -1;
}

import { readFileSync } from "node:fs";
import { blocksOf, englishWith, wordAt } from "../../src/language/index.js";
import { loadLexicon } from "../../src/lexicon/index.js";
import { readReferents } from "../../src/reading/actors/index.js";
import { knowledgeOf } from "../../src/reading/index.js";
import { readingOf } from "../../src/reading/reading.js";
import { type GapPassage, readGap } from "../../train/gap.js";
import type { BenchArgs } from "../main.js";
import { writePredictions } from "../scorer.js";
import { type GapAnswer, reportGap } from "./score.js";

/**
 * `--gold`: a file of GAP. The reader gets each passage's text and finds everybody by itself; a name counts as what the pronoun means where a
 * mention of the same referent has its head in the name. Pronouns that the reader is not sure of are left open.
 */
export async function run({ gold, out }: BenchArgs): Promise<string> {
  const lexicon = loadLexicon();
  const knowledge = knowledgeOf(lexicon);
  const english = englishWith(lexicon);
  const passages = readGap(readFileSync(gold as string, "utf8"));
  const answers = passages.map((passage): GapAnswer => {
    const { text } = passage;
    const doc = english.parse(text);
    const { all, pronouns } = readReferents(
      readingOf({ text, regions: [] as unknown } as Parameters<typeof readingOf>[0], doc, blocksOf(text), knowledge),
    );
    const antecedent = pronouns.get(wordAt(doc, passage.pronoun.offset));
    const heads = (antecedent?.referents ?? []).flatMap((referent) => all[referent].mentions.map(({ head }) => head));
    // What is no referent has but the one mention that the pronoun goes back to.
    if (antecedent?.referents.length === 0) heads.push(antecedent.head);
    return { names: passage.names.map((name) => heads.some((head) => isIn(doc.start[head], name))), resolved: antecedent !== undefined };
  });
  writePredictions(
    passages.map(({ id }, i) => ({ id, ...answers[i] })),
    out,
  );
  return reportGap(passages, answers);
}

const isIn = (offset: number, { name, offset: start }: GapPassage["names"][number]): boolean =>
  offset >= start && offset < start + name.length;

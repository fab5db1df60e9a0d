import type { GapPassage } from "../../train/gap.js";

/** What was said of a passage: for each of its two names whether the pronoun means it; `resolved` tells whether it was said to mean anybody. */
export interface GapAnswer {
  readonly names: readonly boolean[];
  readonly resolved: boolean;
}

interface Counts {
  readonly hits: number;
  readonly said: number;
  readonly gold: number;
}

/** Precision, recall and F1 as per cent, 0 where there is nothing to divide by. */
function rates({ hits, said, gold }: Counts): { readonly p: number; readonly r: number; readonly f1: number } {
  const p = said === 0 ? 0 : (100 * hits) / said;
  const r = gold === 0 ? 0 : (100 * hits) / gold;
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

const isMasculine = ({ pronoun }: GapPassage): boolean => /^(?:he|him|his)$/i.test(pronoun.form);

/** The counts of GAP's own scorer: each passage gives two decisions, counted together. */
function countsOf(pairs: readonly (readonly [GapPassage, GapAnswer])[]): Counts {
  const decisions = pairs.flatMap(([{ names }, answer]) =>
    names.map(({ coreferent }, i) => [coreferent, answer.names[i] ?? false] as const),
  );
  return {
    hits: decisions.filter(([gold, said]) => gold && said).length,
    said: decisions.filter(([, said]) => said).length,
    gold: decisions.filter(([gold]) => gold).length,
  };
}

/** A table of the scores over all passages and by the pronoun's gender; the line to compare by is the last. */
export function reportGap(passages: readonly GapPassage[], answers: readonly GapAnswer[]): string {
  const pairs = passages.map((passage, i) => [passage, answers[i]] as const);
  const parts: readonly (readonly [string, Counts])[] = [
    ["all", countsOf(pairs)],
    ["masculine", countsOf(pairs.filter(([passage]) => isMasculine(passage)))],
    ["feminine", countsOf(pairs.filter(([passage]) => !isMasculine(passage)))],
  ];
  const cell = (value: number): string => value.toFixed(1).padStart(7);
  const lines = parts.map(([name, counts]) => {
    const { p, r, f1 } = rates(counts);
    return `${name.padEnd(12)}${cell(p)}${cell(r)}${cell(f1)}`;
  });
  const [all, masculine, feminine] = parts.map(([, counts]) => rates(counts));
  const open = answers.filter(({ resolved }) => !resolved).length;
  const bias = masculine.f1 === 0 ? 0 : feminine.f1 / masculine.f1;
  return [
    `${"".padEnd(12)}${["P", "R", "F1"].map((head) => head.padStart(7)).join("")}`,
    ...lines,
    `bias ${bias.toFixed(2)}   left open ${open} of ${answers.length}`,
    `coref F1 ${all.f1.toFixed(1)}  precision ${all.p.toFixed(1)}`,
  ].join("\n");
}

import { contentWord, functionWord } from "./language.js";
import { between, oneOf, type Random, someOf } from "./random.js";

/** Something that happens to a quotation on its way, and what `check` should make of it when the one asked about said it. */
export interface Alteration {
  readonly name: string;
  /** Fewest words that it is done to. */
  readonly least: number;
  readonly verdict: "verbatim" | "altered";
  readonly alter: (random: Random, words: readonly string[]) => string;
}

const at = (random: Random, words: readonly string[]): number => between(random, 1, words.length - 2);

/** Replaces, leaves out or puts in one word, at a place inside. */
function oneEdit(random: Random, words: readonly string[]): readonly string[] {
  const place = at(random, words);
  const kind = between(random, 0, 2);
  return words.toSpliced(place, kind === 0 ? 0 : 1, ...(kind === 1 ? [] : [contentWord(random)]));
}

export const ALTERATIONS: readonly Alteration[] = [
  { name: "as it was, in other marks", least: 8, verdict: "verbatim", alter: (_, words) => `‘${words.join(" ").toUpperCase()}!’` },
  { name: "a part in a row", least: 12, verdict: "verbatim", alter: (random, words) => words.slice(between(random, 0, 4), -1).join(" ") },
  {
    name: "cut inside, with an ellipsis",
    least: 16,
    verdict: "verbatim",
    alter: (random, words) => words.toSpliced(between(random, 5, 8), between(random, 2, 4), "…").join(" "),
  },
  {
    name: "a word put in or changed, in brackets",
    least: 10,
    verdict: "verbatim",
    alter: (random, words) => words.toSpliced(at(random, words), between(random, 0, 1), `[${contentWord(random)}]`).join(" "),
  },
  {
    name: "one word changed, left out or put in",
    least: 8,
    verdict: "altered",
    alter: (random, words) => oneEdit(random, words).join(" "),
  },
  {
    name: "two words",
    least: 12,
    verdict: "altered",
    alter: (random, words) => oneEdit(random, oneEdit(random, words)).join(" "),
  },
  {
    name: "four words",
    least: 20,
    verdict: "altered",
    alter: (random, words) => oneEdit(random, oneEdit(random, oneEdit(random, oneEdit(random, words)))).join(" "),
  },
  {
    name: "function words changed, as in reported speech",
    least: 10,
    verdict: "altered",
    alter: (random, words) => {
      const places = new Set(someOf(random, [...words.keys()], Math.ceil(words.length / 6)));
      return words.map((word, i) => (places.has(i) && word.length <= 4 ? functionWord(random) : word)).join(" ");
    },
  },
  {
    name: "a negation put in",
    least: 8,
    verdict: "altered",
    alter: (random, words) => words.toSpliced(at(random, words), 0, "never").join(" "),
  },
  {
    name: "cut without a sign",
    least: 16,
    verdict: "altered",
    alter: (random, words) => words.toSpliced(between(random, 5, 8), between(random, 2, 4)).join(" "),
  },
];

/** Words that were never said, though they are like some that were. */
export const INVENTIONS: readonly { readonly name: string; readonly invent: (random: Random, words: readonly string[]) => string }[] = [
  {
    name: "other words in the same frame",
    invent: (random, words) => words.map((word) => (word.length > 4 || random() < 0.3 ? contentWord(random) : word)).join(" "),
  },
  { name: "the same words in another order", invent: (random, words) => shuffled(random, words).join(" ") },
  {
    name: "other words",
    invent: (random, words) => words.map(() => (random() < 0.42 ? functionWord(random) : contentWord(random))).join(" "),
  },
];

function shuffled(random: Random, words: readonly string[]): readonly string[] {
  const left = [...words];
  return words.map(() => left.splice(left.indexOf(oneOf(random, left)), 1)[0]);
}

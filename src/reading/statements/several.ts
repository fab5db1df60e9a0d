import { baseRelOf, formOf, lemmaOf } from "../../language/index.js";
import type { Referent, Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { dependents } from "../syntax.js";

/** How many "both", "two", "three" and "four" are. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["both", 2],
  ["two", 2],
  ["pair", 2],
  ["three", 3],
  ["trio", 3],
  ["four", 4],
]);

/** Nouns that states go by when several are spoken of together. */
const STATE_NOUNS = new Set(
  "side country capital government nation state neighbour neighbor power army foe rival ally republic kingdom party administration".split(
    " ",
  ),
);

/** How far back several may have been named together, in words. */
const REACH = 600;

/**
 * Those whom "both sides", "the two ministers", "all three companies" mean: the last that the story joined by "and", as many of that kind; else all of the
 * kind, where the story has just so many, and for states the first two of it. Empty for other words, and where nobody fits.
 */
export function severalMeant(reading: Reading, { all, at }: Referents, head: number): number[] {
  const { doc, syntax } = reading;
  const own = NUMBERS.get(formOf(doc, head).toLowerCase());
  // "The mother of three" is one.
  const counting = dependents(syntax, head)
    .filter((i) => i < head)
    .map((i) => NUMBERS.get(formOf(doc, i).toLowerCase()));
  const count = own ?? counting.find((number) => number !== undefined);
  if (count === undefined) return [];
  const kinds = own === undefined ? kindsOf(reading, head) : ANY;
  if (kinds.length === 0) return [];
  const isOne = (referent: number): boolean =>
    referent >= 0 && kinds.includes(all[referent].kind) && !all[referent].hidden && all[referent].name !== null;
  for (let word = head - 1; word >= 0 && head - word <= REACH; word--) {
    if (baseRelOf(doc, word) === "conj" || !isOne(at[word])) continue;
    const joined = new Set([word, ...dependents(syntax, word).filter((i) => baseRelOf(doc, i) === "conj" && i < head)].map((i) => at[i]));
    if (joined.size === count && [...joined].every(isOne)) return [...joined];
  }
  const named = [...all.entries()]
    .filter(([i, { mentions }]) => isOne(i) && mentions.length > 0 && mentions[0].head < head)
    .map(([i]) => i);
  if (named.length === count) return named;
  const states = kinds === STATES || kinds === SIDES ? named.filter((i) => all[i].kind === "state") : [];
  return count === 2 && states.length >= count ? states.slice(0, count) : [];
}

/** Nouns for those who stand against each other, states or not. */
const SIDE_NOUNS = new Set(["side", "party", "foe", "rival", "ally"]);

const SIDES: readonly Referent["kind"][] = ["state", "organization"];
const ANY: readonly Referent["kind"][] = ["state", "organization", "person"];
const STATES: readonly Referent["kind"][] = ["state"];

/** Kinds of those whom a plural noun counts: "ministers" are persons, "companies" organizations, "sides" states. None for "ships". */
function kindsOf({ doc, knowledge: { lexicon } }: Reading, head: number): readonly Referent["kind"][] {
  const lemma = lemmaOf(doc, head);
  if (SIDE_NOUNS.has(lemma)) return SIDES;
  if (STATE_NOUNS.has(lemma)) return STATES;
  if (lexicon.roleNouns.has(lemma) || lexicon.groupNouns.has(formOf(doc, head).toLowerCase())) return ["person"];
  return lexicon.bodyNouns.get(lemma)?.kind === "organization" ? ["organization"] : [];
}

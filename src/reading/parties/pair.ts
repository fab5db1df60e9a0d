import { baseRelOf, type Doc, formOf, lemmaOf, sentenceOf, uposOf, wordsOf } from "../../language/index.js";
import { KEY_SEPARATOR } from "../../lexicon/index.js";
import type { ReferentMention, Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { dependents } from "../syntax.js";

/** How many sentences back the two of "the two sides" may have been spoken of. */
const REACH = 4;

/** "the two sides", "both governments", "the pair", "the two foreign ministers": whom a phrase for two means; null where it is none or they are not known. */
export function pairAt(reading: Reading, referents: Referents, word: number): readonly number[] | null {
  const { doc, syntax } = reading;
  // "said he spoke to her and that they agreed to meet".
  if (uposOf(doc, word) === "PRON" && formOf(doc, word).toLowerCase() === "they") return personsBefore(reading, referents, word);
  const counts = (i: number): boolean => ["two", "both"].includes(formOf(doc, i).toLowerCase());
  // "the two met", "the pair": nothing else says who.
  if (lemmaOf(doc, word) === "pair" || (uposOf(doc, word) === "NUM" && counts(word)))
    return isDefinite(reading, word) ? (personsBefore(reading, referents, word) ?? sidesBefore(reading, referents, word)) : null;
  if (!dependents(syntax, word).some((i) => i < word && counts(i))) return null;
  if (reading.knowledge.lexicon.meetingsWords.has(`${lemmaOf(doc, word).toLowerCase()}${KEY_SEPARATOR}pair`))
    return sidesBefore(reading, referents, word);
  if (uposOf(doc, word) !== "NOUN" || reading.knowledge.lexicon.roleNouns.get(lemmaOf(doc, word)) === undefined) return null;
  return personsAround(reading, referents, word) ?? sidesBefore(reading, referents, word);
}

const isDefinite = ({ doc, syntax }: Reading, word: number): boolean =>
  dependents(syntax, word).some((i) => i < word && formOf(doc, i).toLowerCase() === "the");

/** The two persons whom the sentence before a word, or its own, names last, if it names just two. */
function personsBefore({ doc }: Reading, { all }: Referents, word: number): readonly number[] | null {
  const sentence = sentenceOf(doc, word);
  for (const s of [sentence, sentence - 1]) {
    const named = all.flatMap(({ kind, hidden, name, mentions }, referent) =>
      kind === "person" && !hidden && name !== null && mentions.some(({ head }) => head < word && sentenceOf(doc, head) === s)
        ? [referent]
        : [],
    );
    if (named.length === 2) return named;
    if (named.length > 0) return null;
  }
  return null;
}

/**
 * The two states that a story's "two sides" are: those joined last in the sentences before ("Peru and Chile", "between Peru and Chile"), else the two
 * that it speaks of most, if a third is spoken of less.
 */
export function sidesBefore({ doc }: Reading, { all, at }: Referents, word: number): readonly number[] | null {
  const states = all.flatMap(({ kind, mentions }, referent) => (kind === "state" && mentions.length > 0 ? [{ referent, mentions }] : []));
  for (let s = sentenceOf(doc, word); s >= 0 && s >= sentenceOf(doc, word) - REACH; s--) {
    const { first, last } = wordsOf(doc, s);
    for (let i = Math.min(last, word - 1); i >= first; i--) {
      if (baseRelOf(doc, i) !== "conj" || at[i] < 0 || all[at[i]].kind !== "state") continue;
      const group = [doc.head[i], ...dependentsOf(doc, doc.head[i], last)].filter((j) => at[j] >= 0 && all[at[j]].kind === "state");
      const joined = new Set(group.map((j) => at[j]));
      if (joined.size === 2) return [...joined];
    }
  }
  const often = states.sort((a, b) => b.mentions.length - a.mentions.length || a.referent - b.referent);
  if (often.length < 2 || (often.length > 2 && often[2].mentions.length === often[1].mentions.length)) return null;
  return [often[0].referent, often[1].referent];
}

/** Words joined to a head by "and", up to `last`. */
const dependentsOf = (doc: Doc, head: number, last: number): number[] => {
  const found: number[] = [];
  for (let i = head + 1; i <= last; i++) if (doc.head[i] === head && baseRelOf(doc, i) === "conj") found.push(i);
  return found;
};

/** The two persons of that office whom the story names nearest to a word, of two states. */
function personsAround({ doc }: Reading, { all }: Referents, word: number): readonly number[] | null {
  const office = lemmaOf(doc, word).toLowerCase();
  const holds = (role: string | null): boolean => {
    const text = role?.toLowerCase() ?? "";
    return text !== "" && (text.includes(office) || text.includes("counterpart"));
  };
  const sorted = all
    .flatMap(({ kind, role, roleNoun, mentions, hidden }, referent) =>
      kind === "person" && !hidden && mentions.length > 0 && (holds(role) || holds(roleNoun))
        ? [{ referent, gap: gapTo(mentions, word) }]
        : [],
    )
    .sort((a, b) => a.gap - b.gap);
  const [first, ...others] = sorted;
  const second = others.find(
    ({ referent }) => first !== undefined && (all[referent].country === null || all[referent].country !== all[first.referent].country),
  );
  return first === undefined || second === undefined ? null : [first.referent, second.referent];
}

/** Words to the nearest mention before a word; those behind it only count where too few stand before. */
function gapTo(mentions: readonly ReferentMention[], word: number): number {
  return Math.min(...mentions.map(({ head }) => (head < word ? word - head : BEHIND + head - word)));
}

const BEHIND = 1_000_000;

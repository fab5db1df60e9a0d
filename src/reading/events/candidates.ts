import { baseRelOf, deprelOf, formOf, lemmaOf, uposOf, xposOf } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import { caseOf, dependent, dependents, particleOf, type Syntax } from "../syntax.js";
import { type Clause, clauseOf } from "./clause.js";
import { isPlainSaying } from "./misparsed.js";
import type { Condition, EventTables, Frame } from "./tables.js";

/** A word that may tell an event, with what the tables know of it. */
export interface Candidate {
  /** verb: "arrested"; light: "launched an attack"; noun: "airstrikes on"; predicate: "is critical of". */
  readonly kind: "verb" | "light" | "noun" | "predicate";
  /** The word that tells the act: the noun of a light verb. */
  readonly word: number;
  /** Predicate of the clause; -1 for a noun that stands alone. */
  readonly verb: number;
  /** Words of the trigger, ascending. */
  readonly words: readonly number[];
  /** Lemma of the verb with its particle, or of the noun. */
  readonly key: string;
  /** Null for a verb that no table knows: the weights alone may know it from what stands around it. */
  readonly frame: Frame | null;
  /** What a light verb does to its noun. */
  readonly light: "does" | "stops" | "suffers" | null;
  /** Null for a noun that stands alone. */
  readonly clause: Clause | null;
}

/** Every word of the doc that may tell an event: all verbs, and nouns and adjectives of the tables, in text order. */
export function eventCandidates(syntax: Syntax, tables: EventTables, lexicon: Lexicon): Candidate[] {
  const { doc } = syntax;
  const found: Candidate[] = [];
  /** Nouns that a light verb takes with it. */
  const taken = new Set<number>();
  for (let word = 0; word < doc.length; word++) {
    const upos = uposOf(doc, word);
    const isPredicate = upos === "ADJ" && dependent(syntax, word, "cop", "xcomp", "advcl") >= 0;
    if (upos !== "VERB" && !isPredicate) continue;
    if (upos === "VERB" && ["amod", "case", "mark", "compound"].includes(baseRelOf(doc, word))) continue;
    const candidate = verbCandidate(syntax, tables, lexicon, word, isPredicate);
    if (candidate === null) continue;
    if (candidate.kind === "light") taken.add(candidate.word);
    found.push(candidate);
  }
  for (let word = 0; word < doc.length; word++) {
    if (taken.has(word) || uposOf(doc, word) !== "NOUN") continue;
    const noun = nounFrame(syntax, tables, word);
    if (noun === null || deprelOf(doc, word) === "compound") continue;
    found.push({ kind: "noun", word, verb: -1, words: noun.words, key: noun.frame.name, frame: noun.frame, light: null, clause: null });
  }
  return found.sort((a, b) => a.word - b.word);
}

function verbCandidate(syntax: Syntax, tables: EventTables, lexicon: Lexicon, word: number, isPredicate: boolean): Candidate | null {
  const { doc } = syntax;
  const clause = clauseOf(syntax, lexicon, word);
  const lemma = lemmaOf(doc, word);
  const particle = particleOf(syntax, word);
  const next = word + 1 < doc.length ? formOf(doc, word + 1).toLowerCase() : "";
  const phrasal = particle >= 0 ? `${lemma} ${formOf(doc, particle).toLowerCase()}` : `${lemma} ${next}`;
  const keys = [phrasal, lemma];
  let general: { frame: Frame; key: string } | null = null;
  for (const key of keys) {
    for (const frame of tables.verbs.get(key) ?? []) {
      if (!holds(syntax, frame.condition, clause, word)) continue;
      const words = key === phrasal ? [word, particle >= 0 ? particle : word + 1] : [word];
      if (frame.condition.kind !== "any")
        return { kind: isPredicate ? "predicate" : "verb", word, verb: word, words, key, frame, light: null, clause };
      general ??= { frame, key };
    }
  }
  const does = particle >= 0 ? tables.light.get(phrasal) : tables.light.get(lemma);
  // "talks planned for Thursday": a participle behind its noun only describes it.
  const describes = clause.object >= 0 && baseRelOf(doc, word) === "acl" && doc.head[word] === clause.object;
  if (does !== undefined && !isPredicate && clause.object >= 0 && !describes && !isNaming(syntax, lemma, clause.object)) {
    const object = countedBy(syntax, clause.object);
    const noun = nounFrame(syntax, tables, object);
    if (noun !== null && uposOf(doc, object) === "NOUN") {
      const words = [...new Set([word, ...(particle >= 0 ? [particle] : []), ...noun.words])].sort((a, b) => a - b);
      return { kind: "light", word: object, verb: word, words, key: noun.frame.name, frame: noun.frame, light: does, clause };
    }
  }
  if (general === null && (isPredicate || (isPlainSaying(lexicon, lemma) && !tables.verbs.has(lemma)))) return null;
  const key = general?.key ?? (particle >= 0 ? phrasal : lemma);
  const words = key === phrasal ? [word, particle >= 0 ? particle : word + 1].sort((a, b) => a - b) : [word];
  return { kind: isPredicate ? "predicate" : "verb", word, verb: word, words, key, frame: general?.frame ?? null, light: null, clause };
}

/** "called the offer an insult": the noun is only named; "called a strike" is the act. */
const isNaming = (syntax: Syntax, lemma: string, object: number): boolean =>
  lemma === "call" &&
  dependents(syntax, object).some(
    (i) => ["det", "nmod"].includes(baseRelOf(syntax.doc, i)) && i < object && !["a", "an"].includes(formOf(syntax.doc, i).toLowerCase()),
  );

/** Nouns that only count what their "of" tells: "a fourth round of talks", "a series of raids". */
const COUNTING = new Set("round series set wave spate string number act kind form campaign week day hour".split(" "));

/** The noun behind the "of" of one that only counts it; the noun itself where it counts nothing. */
function countedBy(syntax: Syntax, head: number): number {
  const { doc } = syntax;
  if (!COUNTING.has(lemmaOf(doc, head))) return head;
  return dependents(syntax, head).find((i) => i > head && baseRelOf(doc, i) === "nmod" && caseOf(syntax, i) === "of") ?? head;
}

/** The noun that counts another, "round" of "a round of talks", where that is how it hangs; the other itself where none does. */
export function counterOf({ doc }: Syntax, noun: number): number {
  const above = doc.head[noun];
  return above >= 0 && baseRelOf(doc, noun) === "nmod" && COUNTING.has(lemmaOf(doc, above)) ? above : noun;
}

/** The row of a noun: of two words if there is one ("hunger strike"), else of its own lemma. */
function nounFrame(
  syntax: Syntax,
  { nouns }: EventTables,
  word: number,
): { readonly frame: Frame; readonly words: readonly number[] } | null {
  const { doc } = syntax;
  const lemma = lemmaOf(doc, word);
  if (word > 0 && doc.head[word - 1] === word) {
    const frame = nouns.get(`${lemmaOf(doc, word - 1).toLowerCase()} ${lemma}`);
    if (frame !== undefined) return { frame, words: [word - 1, word] };
  }
  const frame = nouns.get(lemma);
  return frame === undefined ? null : { frame, words: [word] };
}

function holds(syntax: Syntax, { kind, words }: Condition, clause: Clause, word: number): boolean {
  const { doc } = syntax;
  switch (kind) {
    case "any":
      return true;
    case "nobj":
      return clause.object < 0;
    case "inf":
      return clause.complement >= 0 && xposOf(doc, clause.complement) === "VB" && clause.complement > word;
    case "obj":
      return clause.object >= 0 && nounsIn(syntax, clause.object).some((noun) => words.has(noun));
    case "prep":
      return clause.obliques.some(
        ({ preposition, head }) => words.has(preposition) || nounsIn(syntax, head).some((noun) => words.has(noun)),
      );
  }
}

/** Lemmas of a noun phrase by which a row may know it: its head, what is joined to it, and the nouns and adjectives before and behind it. */
export function nounsIn(syntax: Syntax, head: number): string[] {
  const { doc } = syntax;
  const found = [lemmaOf(doc, head).toLowerCase()];
  for (const i of dependents(syntax, head)) {
    const relation = baseRelOf(doc, i);
    if (["conj", "compound", "amod"].includes(relation) || (relation === "nmod" && caseOf(syntax, i) === "of"))
      found.push(lemmaOf(doc, i).toLowerCase());
  }
  return found;
}

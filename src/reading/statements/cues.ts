import { baseRelOf, formOf, lemmaOf, sentenceOf, uposOf, xposOf } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import { type Quotation, quotationAround } from "../quotations.js";
import {
  agentOf,
  auxiliaries,
  caseOf,
  dependent,
  dependents,
  isNegated,
  isPassive,
  ownSubject,
  particleOf,
  type Syntax,
} from "../syntax.js";

type VerbRow = Lexicon["reportingVerbs"] extends ReadonlyMap<string, infer Row> ? Row : never;
type NounRow = Lexicon["reportingNouns"] extends ReadonlyMap<string, infer Row> ? Row : never;

/** What a verb, noun or phrase may carry as its content; see the columns of the reporting tables. */
export interface Frame {
  readonly lemma: string;
  readonly class: "speech" | "attitude";
  readonly object: "content" | "addressee" | "both" | null;
  readonly takes: ReadonlySet<string>;
  readonly denies: boolean;
}

/** Where somebody may be on record: a cue and who stands as its source, before its content is known. */
export interface CueCandidate {
  readonly kind: "verb" | "noun" | "phrase";
  /** Head word of the cue: the verb, the noun, or the first word of the phrase. */
  readonly word: number;
  /** Words of the cue, ascending: "ruled out", "was quoted as saying", "according to". */
  readonly words: readonly number[];
  readonly frame: Frame;
  readonly passive: boolean;
  /** Head of the source's noun phrase; -1 where the text names none. */
  readonly source: number;
  readonly negated: boolean;
  /** "future" for what is still to be said ("will announce on Friday"): a plan is never a fact. */
  readonly time: "past" | "present" | "future";
}

const frameOf = (row: VerbRow | NounRow): Frame => ({
  lemma: row.lemma,
  class: row.class,
  object: "object" in row ? row.object : null,
  takes: new Set(row.takes),
  denies: row.denies,
});

/** Modals under which a cue tells of nothing that anybody said: "may say", "could announce", "should demand". */
const UNREAL_MODALS = new Set(["may", "might", "could", "should", "can", "must", "shall", "ought"]);
/** Verbs whose infinitive is the cue itself: "went on to say", "continued to insist". */
const CARRIERS = new Set(["go", "continue", "come", "proceed", "appear", "seem"]);

/** Every verb, noun and phrase of the doc that the reporting tables know and that somebody may stand behind, in text order. */
export function cueCandidates(syntax: Syntax, lexicon: Lexicon, quotations: readonly Quotation[]): CueCandidate[] {
  const found: CueCandidate[] = [];
  for (let word = 0; word < syntax.doc.length; word++) {
    const candidate = verbCue(syntax, lexicon, quotations, word) ?? nounCue(syntax, lexicon, word) ?? phraseCue(syntax, lexicon, word);
    if (candidate) found.push(candidate);
  }
  return found;
}

function verbCue(syntax: Syntax, lexicon: Lexicon, quotations: readonly Quotation[], word: number): CueCandidate | null {
  const { doc } = syntax;
  if (uposOf(doc, word) !== "VERB" || (word >= 2 && formOf(doc, word - 1) === "as" && lemmaOf(doc, word - 2) === "quote")) return null;
  const lemma = lemmaOf(doc, word);
  const particle = particleOf(syntax, word);
  const phrasal =
    particle >= 0
      ? `${lemma} ${formOf(doc, particle).toLowerCase()}`
      : `${lemma} ${formOf(doc, word + 1 < doc.length ? word + 1 : word).toLowerCase()}`;
  const phrasalRow = lexicon.reportingVerbs.get(phrasal);
  const row = phrasalRow ?? (particle >= 0 ? undefined : lexicon.reportingVerbs.get(lemma));
  if (!row) return null;

  const quoted = quotedAsSaying(syntax, lexicon, word);
  if (quoted) return quoted;
  const passive = isPassive(syntax, word) || isReducedPassive(syntax, word);
  // "Asked about the deal, he said": a question of the press, which is no statement.
  if (isOpeningParticiple(syntax, word)) return null;
  const modals = auxiliaries(syntax, word).map((i) => lemmaOf(doc, i));
  if (modals.some((modal) => UNREAL_MODALS.has(modal))) return null;
  if (isBareInfinitive(syntax, word)) return null;
  const subject = passive ? nominalAt(syntax, agentOf(syntax, word)) : subjectOf(syntax, lexicon, quotations, word);
  const source = passive ? subject : (behindQuotedVerb(syntax, lexicon, quotations, word) ?? subject);
  // A verb without any source is a command, a heading or a purpose ("to say the least"), but for passives.
  if (source < 0 && !passive) return null;
  // "is expected to": nobody's expectation, but "is believed to" is somebody's (guidelines, "What is one statement").
  if (source < 0 && !row.passive && (row.class === "attitude" || row.object === null)) return null;

  const words = [word, ...(phrasalRow ? [particle >= 0 ? particle : word + 1] : [])];
  return {
    kind: "verb",
    word,
    words,
    frame: frameOf(row),
    passive,
    source,
    negated: isNegated(syntax, word),
    time: modals.includes("will") ? "future" : xposOf(doc, word) === "VBZ" || xposOf(doc, word) === "VBP" ? "present" : "past",
  };
}

/**
 * "he was quoted as saying": the subject of the passive says it. The cue is all of that; its complements hang on "saying". Null elsewhere, and for
 * "saying" itself, which is part of such a cue.
 */
function quotedAsSaying(syntax: Syntax, lexicon: Lexicon, word: number): CueCandidate | null {
  const { doc } = syntax;
  const say = lexicon.reportingVerbs.get("say");
  if (lemmaOf(doc, word) !== "quote" || word + 2 >= doc.length || !say) return null;
  if (formOf(doc, word + 1) !== "as" || formOf(doc, word + 2) !== "saying" || !isPassive(syntax, word)) return null;
  const source = ownSubject(syntax, word);
  if (source < 0) return null;
  const first = Math.min(word, ...auxiliaries(syntax, word).filter((i) => i === word - 1));
  const words = Array.from({ length: word + 3 - first }, (_, i) => first + i);
  return {
    kind: "verb",
    word: word + 2,
    words,
    frame: frameOf(say),
    passive: false,
    source,
    negated: isNegated(syntax, word),
    time: "past",
  };
}

/** A past participle without a subject that opens its sentence before the verb it hangs on. */
function isOpeningParticiple(syntax: Syntax, word: number): boolean {
  const { doc } = syntax;
  return (
    ["VBN", "VBD"].includes(xposOf(doc, word)) &&
    baseRelOf(doc, word) === "advcl" &&
    doc.head[word] > word &&
    ownSubject(syntax, word) < 0 &&
    auxiliaries(syntax, word).length === 0 &&
    caseOf(syntax, word) === null
  );
}

/** A dash or comma that a tree takes for a noun ("economists -- who believe") stands for the noun before it; -1 where none is there. */
function nominalAt({ doc }: Syntax, word: number): number {
  if (word < 0 || uposOf(doc, word) !== "PUNCT") return word;
  return word > 0 && ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word - 1)) ? word - 1 : -1;
}

const subjectOf = (syntax: Syntax, lexicon: Lexicon, quotations: readonly Quotation[], word: number): number =>
  outsideMarks(syntax, quotations, word, notTemporal(syntax, lexicon, word, nominalAt(syntax, sourceOf(syntax, word))));

/**
 * `"…," said the minister of trade`: behind a quotation that ends just before the verb stands its subject, whatever the tree makes of it. Null where the
 * verb has a subject of its own or follows no quotation.
 */
function behindQuotedVerb(syntax: Syntax, lexicon: Lexicon, quotations: readonly Quotation[], verb: number): number | null {
  const { doc } = syntax;
  const quotation = verb > 0 && verb + 1 < doc.length ? quotations.find(({ end }) => end === doc.end[verb - 1]) : undefined;
  const own = ownSubject(syntax, verb);
  const isQuoted = quotation !== undefined && own >= 0 && own < verb && doc.start[own] >= quotation.start;
  if (quotation === undefined || (own >= 0 && !isQuoted)) return null;
  // "said in Bern": a place, a time or a clause follows, and the subject stands before.
  if (!["DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"].includes(uposOf(doc, verb + 1))) return null;
  let last = verb;
  while (last + 1 < doc.length && last - verb < 12 && uposOf(doc, last + 1) !== "PUNCT" && uposOf(doc, last + 1) !== "VERB") last++;
  for (let word = verb + 1; word <= last; word++) {
    const nominal = ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word));
    if (nominal && (doc.head[word] <= verb || doc.head[word] > last)) return isTemporal(syntax, lexicon, word) ? null : word;
  }
  return null;
}

/** "urged by", "a report published by": a past participle that modifies a noun, which is what is said, not who says it. */
function isReducedPassive(syntax: Syntax, word: number): boolean {
  const { doc } = syntax;
  return xposOf(doc, word) === "VBN" && baseRelOf(syntax.doc, word) === "acl" && auxiliaries(syntax, word).length === 0;
}

/** An infinitive is no saying of anything, unless it hangs under a verb that only carries it ("went on to say"). */
function isBareInfinitive(syntax: Syntax, word: number): boolean {
  const { doc } = syntax;
  // With a subject of its own and no "to" it is finite, whatever its tag: "Oslo and Bern also say".
  if (xposOf(doc, word) !== "VB" || (ownSubject(syntax, word) >= 0 && !dependents(syntax, word).some((i) => isTo(syntax, i)))) return false;
  if (auxiliaries(syntax, word).some((i) => ["will", "would", "do"].includes(lemmaOf(doc, i)))) return false;
  const head = doc.head[word];
  if (head < 0) return dependents(syntax, word).every((i) => !isTo(syntax, i));
  return !(baseRelOf(syntax.doc, word) === "xcomp" && CARRIERS.has(lemmaOf(doc, head)));
}

const isTo = (syntax: Syntax, word: number): boolean => xposOf(syntax.doc, word) === "TO";

/**
 * Who stands as the subject of an active verb: its own subject; else, up the tree, that of the verb it is coordinated with, complements
 * or accompanies ("…, saying"); else the noun that it modifies. A relative pronoun stands for its noun. -1 for nobody.
 */
export function sourceOf(syntax: Syntax, verb: number): number {
  const { doc } = syntax;
  const absolute = absoluteSubject(syntax, verb);
  if (absolute >= 0) return absolute;
  let word = verb;
  for (let steps = 0; steps < 6; steps++) {
    const subject = ownSubject(syntax, word);
    if (subject >= 0) {
      if (isRelativePronoun(syntax, subject)) return baseRelOf(syntax.doc, word) === "acl" ? doc.head[word] : antecedentOf(syntax, word);
      return uposOf(doc, subject) === "PRON" && lemmaOf(doc, subject) === "it" && isExpletive(syntax, subject) ? -1 : subject;
    }
    const head = doc.head[word];
    if (head < 0) return -1;
    switch (baseRelOf(syntax.doc, word)) {
      case "acl":
        // "a charge promptly denied" is passive and handled there; "Sweden's speaker, supporting the text, …" is the noun's own act.
        return head;
      case "conj":
      case "xcomp":
      case "advcl":
      case "parataxis":
      case "ccomp":
        if (isPassive(syntax, head) && agentOf(syntax, head) >= 0 && ownSubject(syntax, head) < 0) return agentOf(syntax, head);
        word = head;
        break;
      default:
        return -1;
    }
    if (uposOf(doc, word) !== "VERB" && uposOf(doc, word) !== "AUX" && ownSubject(syntax, word) < 0) {
      // A participle that hangs under a noun: the noun is who speaks ("The Council, warning that …").
      return ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word)) ? word : -1;
    }
  }
  return -1;
}

/** "with Oslo rebuffing the demand": the noun between "with" and the participle acts, whatever the tree calls it. -1 for other constructions. */
function absoluteSubject(syntax: Syntax, verb: number): number {
  const { doc } = syntax;
  if (xposOf(doc, verb) !== "VBG" || caseOf(syntax, verb) !== "with" || ownSubject(syntax, verb) >= 0) return -1;
  return dependents(syntax, verb).findLast((i) => i < verb && ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, i))) ?? -1;
}

/**
 * A time is no source: where the tree takes "today" or "a day after …" for the subject ("The Council today urged", "a day after Oslo accused"),
 * the noun phrase that ends before the verb is.
 */
function notTemporal(syntax: Syntax, lexicon: Lexicon, verb: number, source: number): number {
  const { doc } = syntax;
  if (source < 0 || source > verb || !isTemporal(syntax, lexicon, source)) return source;
  for (let word = verb - 1; word >= 0 && sentenceOf(doc, word) === sentenceOf(doc, verb); word--) {
    if (["AUX", "ADV", "PART"].includes(uposOf(doc, word)) || isTemporal(syntax, lexicon, word)) continue;
    return ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word)) ? word : -1;
  }
  return -1;
}

/**
 * A verb outside of a quotation has its source outside of it: where the tree finds the subject among the quoted words (`"Not before May," Lund said`), the
 * noun beside the verb is it.
 */
function outsideMarks(syntax: Syntax, quotations: readonly Quotation[], verb: number, source: number): number {
  const { doc } = syntax;
  const quotedApart = (word: number): boolean => {
    const around = quotationAround(quotations, { start: doc.start[word], end: doc.end[word] });
    return around !== null && !(around.start <= doc.start[verb] && doc.end[verb] <= around.end);
  };
  if (source < 0 || !quotedApart(source)) return source;
  const nominal = (word: number): boolean => ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word)) && !quotedApart(word);
  let before = verb - 1;
  while (before >= 0 && ["AUX", "ADV", "PART"].includes(uposOf(doc, before))) before--;
  // The comma that closes an apposition: `"…," its spokesman, Ebo Lund, said`.
  if (before > 0 && formOf(doc, before) === ",") before--;
  if (before >= 0 && nominal(before)) return before;
  for (let word = verb + 1; word < Math.min(doc.length, verb + 6) && uposOf(doc, word) !== "PUNCT"; word++) if (nominal(word)) return word;
  return -1;
}

const isTemporal = ({ doc }: Syntax, lexicon: Lexicon, word: number): boolean =>
  lexicon.timesNames.has(formOf(doc, word)) || lexicon.timesUnits.has(lemmaOf(doc, word)) || TEMPORAL.has(lemmaOf(doc, word));

const TEMPORAL = new Set(["today", "yesterday", "tomorrow", "tonight"]);

const isRelativePronoun = (syntax: Syntax, word: number): boolean => ["WP", "WDT"].includes(xposOf(syntax.doc, word));
const isExpletive = (syntax: Syntax, word: number): boolean => baseRelOf(syntax.doc, word) === "expl";

function antecedentOf(syntax: Syntax, verb: number): number {
  for (let word = verb; word >= 0; word = syntax.doc.head[word]) {
    if (baseRelOf(syntax.doc, word) === "acl") return syntax.doc.head[word];
  }
  return -1;
}

/** "Washington's demand to …", "a claim by Oslo that …", "voiced hope that …": a noun with a source beside it. */
function nounCue(syntax: Syntax, lexicon: Lexicon, word: number): CueCandidate | null {
  const { doc } = syntax;
  if (uposOf(doc, word) !== "NOUN") return null;
  const row = lexicon.reportingNouns.get(lemmaOf(doc, word));
  if (!row) return null;
  const possessor = dependents(syntax, word).find((i) => baseRelOf(syntax.doc, i) === "nmod" && i < word && isPossessive(syntax, i));
  const by = dependents(syntax, word).find(
    (i) => baseRelOf(syntax.doc, i) === "nmod" && i > word && ["by", "from"].includes(caseOf(syntax, i) ?? ""),
  );
  const base = { kind: "noun" as const, word, frame: frameOf(row), passive: false, negated: false, time: "past" as const };
  const head = doc.head[word];
  const lent = head >= 0 && baseRelOf(syntax.doc, word) === "obj" && row.light.includes(lemmaOf(doc, head));
  if (lent && !isBareInfinitive(syntax, head)) {
    const source = sourceOf(syntax, head);
    if (source >= 0) return { ...base, words: [head, word], source, negated: isNegated(syntax, head) };
  }
  const source = possessor ?? by ?? -1;
  return source < 0 ? null : { ...base, words: [word], source };
}

const isPossessive = (syntax: Syntax, word: number): boolean =>
  xposOf(syntax.doc, word) === "PRP$" || dependents(syntax, word).some((i) => xposOf(syntax.doc, i) === "POS");

/** "according to X", "in X's view": a phrase of the table before or around a noun. */
function phraseCue(syntax: Syntax, lexicon: Lexicon, word: number): CueCandidate | null {
  const { doc } = syntax;
  // Every phrase of the table begins with a preposition or "according": most words need no look at it.
  if (!["ADP", "VERB", "SCONJ"].includes(uposOf(doc, word))) return null;
  for (const row of lexicon.reportingPhrases.values()) {
    const parts = row.phrase.split(" ");
    const gap = parts.indexOf("…");
    const opening = gap < 0 ? parts : parts.slice(0, gap);
    if (!opening.every((part, i) => word + i < doc.length && formOf(doc, word + i).toLowerCase() === part)) continue;
    const frame: Frame = { lemma: row.phrase, class: row.class, object: null, takes: new Set(), denies: false };
    const base = { kind: "phrase" as const, word, frame, passive: false, negated: false, time: "present" as const };
    const openingWords = opening.map((_, i) => word + i);
    if (gap < 0) {
      const source = governed(syntax, word, word + opening.length);
      if (source >= 0) return { ...base, words: openingWords, source };
      continue;
    }
    const closing = parts.slice(gap + 1);
    const noun = closingAt(syntax, word + opening.length, closing);
    if (noun < 0) continue;
    const possessor = dependent(syntax, noun, "nmod");
    if (possessor >= 0 && possessor < noun) return { ...base, words: [...openingWords, noun], source: possessor };
  }
  return null;
}

/** The noun that a phrase governs: the nearest word at or behind `from` whose tree holds the phrase's first word, or simply the next noun. */
function governed(syntax: Syntax, first: number, from: number): number {
  const { doc } = syntax;
  for (let word = doc.head[first]; word >= 0; word = doc.head[word]) {
    if (word >= from && ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word))) return word;
  }
  for (let word = from; word < Math.min(doc.length, from + 12); word++) {
    if (["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word))) return word;
  }
  return -1;
}

function closingAt({ doc }: Syntax, from: number, [noun]: readonly string[]): number {
  for (let word = from; word < Math.min(doc.length, from + 8); word++) {
    if (formOf(doc, word).toLowerCase() === noun) return word;
    if (uposOf(doc, word) === "PUNCT") return -1;
  }
  return -1;
}

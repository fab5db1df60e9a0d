import { baseRelOf, deprelOf, formOf, lemmaOf, sentenceOf, uposOf, wordsOf, xposOf } from "../../language/index.js";
import { KEY_SEPARATOR, type Lexicon } from "../../lexicon/index.js";
import type { Modality } from "../../model/index.js";
import { auxiliaries, caseOf, dependents, particleOf, type Syntax } from "../syntax.js";

/** How an event word stands to the facts, as far as its own clauses tell: who says so and what is history are others' business. */
export type Standing = Pick<Modality, "time" | "polarity" | "certainty">;

type Cue = Lexicon["modalityCues"] extends ReadonlyMap<string, infer Row> ? Row : never;
type Kind = Cue["kind"];

/** What has been found while climbing. `time` is null as long as nothing tells. */
interface Found {
  time: Modality["time"];
  negative: boolean;
  certainty: Modality["certainty"];
}

const HOPS = 6;

/**
 * Time, polarity and certainty of what any event word tells: a verb, a noun or an adjective. Climbs from the word through the clauses that it
 * hangs in and asks at each step what governs it: "refused to consider lifting the ban" has the lifting negated and not asserted.
 * A finite clause that somebody reports ("said that …") keeps its own tense and polarity. `time` is null where the text does not tell.
 */
export function modalityAt(syntax: Syntax, lexicon: Lexicon, word: number): Standing {
  const found: Found = { time: null, negative: false, certainty: "asserted" };
  const relation = deprelOf(syntax.doc, word);
  // "will be ready": a copula or auxiliary that is asked stands as its predicate does.
  let at = relation === "cop" || relation === "aux" || relation === "aux:pass" ? syntax.doc.head[word] : word;
  const asked = at;
  for (let hop = 0; at >= 0 && hop < HOPS; hop++) {
    readWord(syntax, lexicon, at, at === asked, found);
    at = climb(syntax, lexicon, at, found);
  }
  return { time: found.time, polarity: found.negative ? "negative" : "positive", certainty: found.certainty };
}

const cueOf = (lexicon: Lexicon, word: string, kind: Kind): Cue | undefined => lexicon.modalityCues.get(`${word}${KEY_SEPARATOR}${kind}`);

function apply(found: Found, { time, polarity, certainty }: Pick<Cue, "time" | "polarity" | "certainty">): void {
  if (time !== null) found.time ??= time;
  if (polarity !== null) found.negative = true;
  if (certainty !== null && found.certainty !== "conditional") found.certainty = certainty;
}

/** What a word's own auxiliaries, adverbs, attributes and conjunction say. `own`: it is the event word itself, whose tense counts. */
function readWord(syntax: Syntax, lexicon: Lexicon, word: number, own: boolean, found: Found): void {
  const { doc } = syntax;
  const isNoun = ["NOUN", "PROPN"].includes(uposOf(doc, word));
  const group = verbGroup(syntax, word);
  for (const i of group) {
    const lemma = lemmaOf(doc, i).toLowerCase();
    const modal =
      xposOf(doc, i) === "MD" ? (cueOf(lexicon, formOf(doc, i).toLowerCase(), "modal") ?? cueOf(lexicon, lemma, "modal")) : undefined;
    if (modal !== undefined) apply(found, modal);
  }
  // A headline's "Norway to send ships" and a purpose ("met to sign") have not happened yet.
  if (
    !isNoun &&
    xposOf(doc, word) !== "VBN" &&
    hasInfinitiveMark(syntax, word) &&
    ["root", "advcl", "acl", "parataxis"].includes(baseRelOf(doc, word))
  )
    found.time ??= "future";
  if (!isNoun && xposOf(doc, word) === "VBN" && hasInfinitiveMark(syntax, word) && !group.some((i) => lemmaOf(doc, i) === "have")) {
    if (["root", "advcl", "acl", "parataxis"].includes(baseRelOf(doc, word))) found.time ??= "future";
  }
  for (const i of dependents(syntax, word)) {
    const relation = baseRelOf(doc, i);
    const lemma = lemmaOf(doc, i).toLowerCase();
    const form = formOf(doc, i).toLowerCase();
    if (relation === "advmod" || relation === "cc:preconj" || (relation === "obl" && deprelOf(doc, i) === "obl:unmarked")) {
      const cue = cueOf(lexicon, lemma, "adverb") ?? cueOf(lexicon, form, "adverb");
      if (cue !== undefined && !isOnlyNot(syntax, i)) apply(found, cue);
      if (relation === "advmod" && lemma === "longer" && dependents(syntax, i).some((j) => lemmaOf(doc, j) === "no")) found.negative = true;
    } else if (relation === "det" && lemma === "no") found.negative = true;
    else if (isNoun && own && ["amod", "compound"].includes(relation)) {
      const cue = cueOf(lexicon, form, "attribute") ?? cueOf(lexicon, lemma, "attribute");
      if (cue !== undefined) apply(found, cue);
    } else if (!isNoun && (relation === "mark" || relation === "advmod" || relation === "case")) {
      const cue = cueOf(lexicon, form, "conjunction");
      if (cue !== undefined && !(form === "whether" && deprelOf(doc, word) !== "advcl" && !own)) apply(found, cue);
    } else if (!isNoun && ["nsubj", "obj"].includes(relation)) {
      if (
        ["nobody", "none", "nothing", "no-one"].includes(lemma) ||
        dependents(syntax, i).some((j) => lemmaOf(doc, j) === "no" && baseRelOf(doc, j) === "det")
      )
        found.negative = true;
    } else if (!isNoun && relation === "advcl" && own) {
      // "offered help provided that …": what hangs on a condition is conditional itself.
      const marks = dependents(syntax, i).filter((j) => baseRelOf(doc, j) === "mark");
      const isCondition = (j: number): boolean => ["if", "unless", "provided", "providing", "lest"].includes(formOf(doc, j).toLowerCase());
      if (marks.some(isCondition) || ["provide"].includes(lemmaOf(doc, i))) found.certainty = "conditional";
    }
  }
  if (!isNoun && isContraryToFact(syntax, word, group)) found.certainty = "conditional";
  if (!isNoun && caseOf(syntax, word) === "without") found.negative = true;
  if (own && !isNoun) found.time ??= tenseOf(syntax, word);
}

/** "Had the Senate rejected it", "Were they to leave", "would have attacked": what did not come about. */
function isContraryToFact(syntax: Syntax, word: number, group: readonly number[]): boolean {
  const { doc } = syntax;
  const form = (i: number): string => formOf(doc, i).toLowerCase();
  if (group.some((i) => ["would", "could", "might"].includes(form(i))) && group.some((i) => form(i) === "have")) return true;
  // Along the line of words, since the parser often takes such a clause for a question or a noun.
  for (let i = word - 1; i >= 0 && i >= word - INVERSION; i--) {
    if (uposOf(doc, i) === "VERB" && !["had", "were", "should"].includes(form(i))) return false;
    const opens = i === 0 || uposOf(doc, i - 1) === "PUNCT" || sentenceOf(doc, i) !== sentenceOf(doc, i - 1);
    if (opens)
      return ["had", "were", "should"].includes(form(i)) && doc.text[doc.end[wordsOf(doc, sentenceOf(doc, word)).last] - 1] !== "?";
  }
  return false;
}

/** Words between a "had" that opens a condition and its verb, at most. */
const INVERSION = 8;

/** "not only": no negation. */
const isOnlyNot = ({ doc }: Syntax, word: number): boolean =>
  lemmaOf(doc, word) === "not" && word + 1 < doc.length && ["only", "just", "least"].includes(lemmaOf(doc, word + 1));

/** Auxiliaries of a verb, or those that it shares with the verb it is joined to ("will meet and sign"). */
function verbGroup(syntax: Syntax, word: number): number[] {
  const { doc } = syntax;
  const own = auxiliaries(syntax, word);
  if (own.length > 0 || baseRelOf(doc, word) !== "conj" || doc.head[word] < 0) return own;
  const shares = ["VB", "VBN", "VBG"].includes(xposOf(doc, word)) && !dependents(syntax, word).some((i) => baseRelOf(doc, i) === "nsubj");
  return shares ? auxiliaries(syntax, doc.head[word]) : own;
}

const hasInfinitiveMark = (syntax: Syntax, word: number): boolean =>
  dependents(syntax, word).some((i) => xposOf(syntax.doc, i) === "TO" && i < word);

/** Tense of a verb group; null for an infinitive or participle without any. */
function tenseOf(syntax: Syntax, word: number): Modality["time"] {
  const { doc } = syntax;
  const group = verbGroup(syntax, word);
  const tags = [...group, word].map((i) => xposOf(doc, i));
  const lemmas = group.map((i) => lemmaOf(doc, i));
  if (tags.includes("VBD")) return "past";
  if (lemmas.includes("have")) return "past";
  if (tags.includes("VBZ") || tags.includes("VBP")) return lemmas.includes("be") && xposOf(doc, word) === "VBN" ? "present" : "present";
  if (xposOf(doc, word) === "VBN") return "past";
  return null;
}

/**
 * One step up: to what governs a word, with what that governor says of it. -1 where the climb ends: at a finite clause of its own, at
 * the root, or where the word is not what the governor is about.
 */
function climb(syntax: Syntax, lexicon: Lexicon, word: number, found: Found): number {
  const { doc } = syntax;
  const above = doc.head[word];
  if (above < 0) return -1;
  const relation = deprelOf(doc, word);
  const base = baseRelOf(doc, word);
  const reach = reachOf(syntax, word);
  if (base === "conj") {
    // A second verb with its own subject or tense stands for itself; a noun shares what governs the first.
    const isVerb = uposOf(doc, word) === "VERB";
    if (isVerb && (auxiliaries(syntax, word).length > 0 || ["VBD", "VBZ", "VBP"].includes(xposOf(doc, word)))) return -1;
    const skip = doc.head[above];
    if (isVerb && skip >= 0) {
      // The first verb's own governor governs the second, too.
      return governed(syntax, lexicon, above, deprelOf(doc, above), reachOf(syntax, above), found);
    }
    return climb(syntax, lexicon, above, found);
  }
  if (reach === null) return -1;
  return governed(syntax, lexicon, word, relation, reach, found);
}

function governed(syntax: Syntax, lexicon: Lexicon, word: number, relation: string, reach: string | null, found: Found): number {
  const { doc } = syntax;
  const above = doc.head[word];
  if (above < 0 || reach === null) return -1;
  const upos = uposOf(doc, above);
  const kind: Kind | null = upos === "VERB" || upos === "AUX" ? "verb" : upos === "NOUN" ? "noun" : upos === "ADJ" ? "adjective" : null;
  if (kind === null) return -1;
  const lemma = lemmaOf(doc, above).toLowerCase();
  const particle = particleOf(syntax, above);
  const cue =
    (particle >= 0 ? cueOf(lexicon, `${lemma} ${formOf(doc, particle).toLowerCase()}`, kind) : undefined) ??
    cueOf(lexicon, lemma, kind) ??
    (xposOf(doc, above) === "VBN" ? cueOf(lexicon, formOf(doc, above).toLowerCase(), "adjective") : undefined);
  const isGoverned = cue?.reach.includes(reach) ?? false;
  if (isGoverned && cue !== undefined) {
    apply(found, cue);
    // "did not fail to": what is negated twice has happened.
    if (cue.polarity === "negative" && negates(syntax, lexicon, above)) {
      found.negative = false;
      found.time ??= tenseOf(syntax, above);
      return -1;
    }
  }
  if (reach === "that") return -1;
  if (relation === "advcl" && !isGoverned) {
    if (reach === "inf") found.time ??= "future";
    return -1;
  }
  if (reach === "inf" && !isGoverned && (relation === "acl" || relation === "xcomp") && found.time === null && kind !== "verb")
    found.time = "future";
  if (reach === "inf" || reach === "ger" || isGoverned) {
    found.time ??= tenseOf(syntax, above);
    return above;
  }
  // What takes part in what is to come is to come: "the first flight will take off", "will replace the fleet".
  if (kind === "verb" && uposOf(doc, word) === "NOUN") {
    if (LENDS.has(lemma)) return above;
    const standing: Found = { time: null, negative: false, certainty: "asserted" };
    readWord(syntax, lexicon, above, true, standing);
    if (standing.time === "future") {
      found.time ??= "future";
      if (standing.certainty !== "asserted" && found.certainty === "asserted") found.certainty = standing.certainty;
    }
  }
  return -1;
}

/** Verbs whose object is an act that they only bring about: it stands to the facts as they do. */
const LENDS = new Set(
  "hold make have take give do carry launch conduct begin start sign reach impose stage mount order announce place receive get win complete continue resume open lead perform see cause face suffer build buy acquire sell provide deliver".split(
    " ",
  ),
);

const negates = (syntax: Syntax, lexicon: Lexicon, word: number): boolean =>
  [word, ...auxiliaries(syntax, word)].some((i) =>
    dependents(syntax, i).some(
      (j) =>
        baseRelOf(syntax.doc, j) === "advmod" && cueOf(lexicon, lemmaOf(syntax.doc, j).toLowerCase(), "adverb")?.polarity === "negative",
    ),
  );

/** How a word hangs on what governs it, in the words of the table's column `reach`; null where it does not depend on it for its standing. */
function reachOf(syntax: Syntax, word: number): string | null {
  const { doc } = syntax;
  const relation = deprelOf(doc, word);
  switch (relation.split(":")[0]) {
    case "xcomp":
      return hasInfinitiveMark(syntax, word) || xposOf(doc, word) === "VB" ? "inf" : "ger";
    case "ccomp":
      return hasInfinitiveMark(syntax, word)
        ? "inf"
        : xposOf(doc, word) === "VBG" && auxiliaries(syntax, word).length === 0
          ? "ger"
          : "that";
    case "advcl": {
      const governor = caseOf(syntax, word);
      if (hasInfinitiveMark(syntax, word)) return "inf";
      return governor !== null && xposOf(doc, word) === "VBG" ? governor : null;
    }
    case "acl":
      if (relation === "acl:relcl") return null;
      if (hasInfinitiveMark(syntax, word)) return "inf";
      if (caseOf(syntax, word) === "that") return "that";
      return xposOf(doc, word) === "VBG" ? caseOf(syntax, word) : null;
    case "obj":
      return "obj";
    case "nsubj":
      return relation === "nsubj:pass" ? "obj" : "subj";
    case "obl":
    case "nmod":
      return caseOf(syntax, word);
    default:
      return null;
  }
}

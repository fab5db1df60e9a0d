import { baseRelOf, deprelOf, formOf, lemmaOf, uposOf, xposOf } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import { caseOf, dependents, particleOf, type Syntax } from "../syntax.js";
import { type Cue, type CueKind, cueFor } from "./cues.js";
import { infinitiveMark, isTensed } from "./verb-group.js";

/**
 * How the standing of a word hangs on the word above.
 * `governed`: as the cue says.
 * `shared`: wholly ("began deploying").
 * `joined`: on what governs the word above, its fellow ("to meet and sign").
 * `dated`: a purpose, which lies ahead ("sent ships to fetch them").
 * `coloured`: what goes along with an act has its time ("left, burning the bridge").
 * `imagined`: any such act lies ahead if the verb does that it is the subject of, or serves ("an attack would mean war", "will answer with sanctions").
 */
export type Link =
  | { readonly kind: "governed"; readonly above: number; readonly cue: Cue }
  | { readonly kind: "shared" | "joined" | "dated" | "coloured" | "imagined"; readonly above: number };

/** The link of a word to what governs it; null where it stands for itself. */
export function linkOf(syntax: Syntax, lexicon: Lexicon, word: number): Link | null {
  const { doc } = syntax;
  const above = doc.head[word];
  if (above < 0) return null;
  const base = baseRelOf(doc, word);
  if (base === "conj" || base === "appos") return { kind: "joined", above };
  const kind = kindOf(syntax, above);
  const reach = reachOf(syntax, word);
  if (kind === null) return null;
  const mark = infinitiveMark(syntax, word);
  // "has yet to ratify"
  if (mark > 0 && formOf(doc, mark - 1).toLowerCase() === "yet") return null;
  for (const [asked, words] of namesOf(syntax, above, kind)) {
    if (reach === null) break;
    // "the vote on lifting the ban": some rows are about any participle.
    const isParticiple = xposOf(doc, word) === "VBG" && base !== "obj";
    const cue = cueFor(lexicon, asked, words, reach) ?? (isParticiple ? cueFor(lexicon, asked, words, "ger") : null);
    if (cue !== null) return isBare(cue) && reach !== "that" ? { kind: "shared", above } : { kind: "governed", above, cue };
  }
  if (reach === "that" || reach === "whether" || reach === null) return null;
  if (base === "advcl") {
    if (reach !== "inf") return { kind: "coloured", above };
    return formOf(doc, mark - 1).toLowerCase() === "only" ? { kind: "shared", above } : { kind: "dated", above };
  }
  if (reach === "inf" && base === "acl") return isRanked(syntax, above) ? { kind: "shared", above } : { kind: "dated", above };
  if (base === "xcomp" || base === "ccomp" || base === "csubj") {
    // Whatever the table does not have ("lobbied hard to", "is glad to") has its infinitive in view, not done: a plan is never a fact.
    return { kind: reach === "inf" ? "dated" : "shared", above };
  }
  if (kind === "verb" && (reach === "subj" || (base === "obl" && SERVES.has(reach))) && isAnySuch(syntax, word))
    return { kind: "imagined", above };
  return null;
}

/** Prepositions of what an act is for, is done with or ends in: "will answer with sanctions". */
const SERVES = new Set(["for", "with", "into", "during"]);

/** "an attack", "further attacks", "for production": no act that was told of. */
function isAnySuch(syntax: Syntax, noun: number): boolean {
  const { doc } = syntax;
  if (uposOf(doc, noun) !== "NOUN") return false;
  const determiners = dependents(syntax, noun).filter((i) => ["det", "nmod:poss"].includes(deprelOf(doc, i)));
  if (determiners.length === 0) return xposOf(doc, noun) === "NNS" || baseRelOf(doc, noun) === "obl";
  return determiners.some((i) => ["a", "an", "any", "another", "such"].includes(formOf(doc, i).toLowerCase()));
}

/** A row that says nothing: the complement stands as its governor does. */
const isBare = ({ time, polarity, degree, denied }: Cue): boolean =>
  time === null && polarity === null && degree === null && (denied === null || denied === "passes");

function kindOf({ doc }: Syntax, word: number): CueKind | null {
  switch (uposOf(doc, word)) {
    case "VERB":
    case "AUX":
      return "verb";
    case "NOUN":
    case "PROPN":
      return "noun";
    case "ADJ":
    case "ADV":
      return "adjective";
    default:
      return null;
  }
}

/** The kinds and words by which a governor is looked up: its form before its lemma, with its particle first; a participle also as an adjective. */
function namesOf(syntax: Syntax, word: number, kind: CueKind): readonly (readonly [CueKind, readonly string[]])[] {
  const { doc } = syntax;
  const form = formOf(doc, word).toLowerCase().replace("’", "'");
  const lemma = lemmaOf(doc, word).toLowerCase();
  const particle = kind === "verb" ? particleAt(syntax, word) : null;
  const own = [kind, particle === null ? [form, lemma] : [`${lemma} ${particle}`, form, lemma]] as const;
  const isParticiple = xposOf(doc, word) === "VBN";
  if (isParticiple) return [["adjective", [form]], own];
  return kind === "adjective" ? [own, ["verb", [lemma]]] : [own];
}

/** A particle, or the preposition or adverb that stands where one would ("called off an hour before"). */
function particleAt(syntax: Syntax, verb: number): string | null {
  const { doc } = syntax;
  const particle = particleOf(syntax, verb);
  if (particle >= 0) return formOf(doc, particle).toLowerCase();
  return verb + 1 < doc.length && ["RP", "RB"].includes(xposOf(doc, verb + 1)) ? formOf(doc, verb + 1).toLowerCase() : null;
}

/** "the first to leave", "the only party to sign": they did. */
const isRanked = (syntax: Syntax, noun: number): boolean =>
  [noun, ...dependents(syntax, noun)].some((i) =>
    ["first", "second", "third", "last", "only", "latest"].includes(formOf(syntax.doc, i).toLowerCase()),
  );

/** How a word hangs on what governs it, in the words of the table's column `reach`; null where its standing does not depend on it. */
function reachOf(syntax: Syntax, word: number): string | null {
  const { doc } = syntax;
  const relation = deprelOf(doc, word);
  // "is to meet", though some tree hangs it under "said", is a clause of its own.
  const isInfinitive = infinitiveMark(syntax, word) >= 0 && !isTensed(syntax, word);
  switch (relation.split(":")[0]) {
    case "xcomp":
      return isInfinitive || xposOf(doc, word) === "VB" ? "inf" : "ger";
    case "ccomp":
    case "csubj":
      if (isInfinitive) return "inf";
      if (!isTensed(syntax, word)) return xposOf(doc, word) === "VBG" ? "ger" : "that";
      return ["whether", "if"].includes(caseOf(syntax, word) ?? "") ? "whether" : "that";
    case "advcl":
      if (isInfinitive) return "inf";
      if (xposOf(doc, word) !== "VBG" || isTensed(syntax, word)) return null;
      return caseOf(syntax, word) ?? "participle";
    case "acl":
      if (isInfinitive) return "inf";
      if (caseOf(syntax, word) === "that" || (relation === "acl:relcl" && isContentClause(syntax, word))) return "that";
      return xposOf(doc, word) === "VBG" ? caseOf(syntax, word) : null;
    case "obj":
      return "obj";
    case "nsubj":
      return relation === "nsubj:pass" ? "obj" : "subj";
    case "compound":
      return "compound";
    case "obl":
    case "nmod":
      return caseOf(syntax, word);
    default:
      return null;
  }
}

/** "evidence that Chad shelled it": no part of the clause is "that", so that the clause says what the evidence is of. */
const isContentClause = (syntax: Syntax, word: number): boolean =>
  dependents(syntax, word).some(
    (i) => i < word && formOf(syntax.doc, i).toLowerCase() === "that" && !["nsubj", "obj"].includes(baseRelOf(syntax.doc, i)),
  );

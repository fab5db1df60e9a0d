import { baseRelOf, deprelOf, formOf, lemmaOf, uposOf, xposOf } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import { agentOf, auxiliaries, caseOf, dependent, dependents, isPassive, type Syntax } from "../syntax.js";
import { antecedentOf, finiteParticiple, hasOwnObject } from "./misparsed.js";

/** Who and what stands around a predicate, as heads of noun phrases (word numbers); -1 for none. */
export interface Clause {
  readonly passive: boolean;
  /** Who acts: the subject of an active verb, the "by" of a passive one. */
  readonly agent: number;
  /** What is acted on: the object of an active verb, the subject of a passive one. */
  readonly object: number;
  readonly indirect: number;
  /** Prepositional phrases of the verb and of its object, by preposition, in text order. */
  readonly obliques: readonly { readonly preposition: string; readonly head: number }[];
  /** The clause that it takes ("agreed to leave", "said that …"), by its predicate. */
  readonly complement: number;
}

const RELATIVE = new Set(["who", "which", "that", "whom"]);
const HAVE = new Set(["have", "'ve", "’ve"]);
/** Verbs whose object is the one who is to do what the infinitive tells: "urged Oslo to wait". With the others it is the subject: "promised Oslo to wait". */
const SUBJECT_CONTROL = new Set(["promise", "threaten", "vow", "agree", "offer"]);
const HOPS = 8;

/** The clause of a predicate: a verb, or an adjective or noun with a copula. */
export function clauseOf(syntax: Syntax, lexicon: Lexicon, word: number): Clause {
  const { doc } = syntax;
  const finite = finiteParticiple(syntax, lexicon, word);
  const passive = finite === null && (isTruePassive(syntax, word) || isReducedPassive(syntax, word));
  const subject = finite?.subject ?? surfaceSubject(syntax, word, 0);
  const object = dependent(syntax, word, "obj");
  const by = passive ? agentOf(syntax, word) : -1;
  const agentByCase = passive && by < 0 ? obliqueWith(syntax, word, "by") : by;
  const obliques = dependents(syntax, word)
    .concat(object >= 0 ? dependents(syntax, object).filter((i) => baseRelOf(doc, i) === "nmod" && i > object) : [])
    .filter((i) => ["obl", "nmod"].includes(baseRelOf(doc, i)) && i !== agentByCase)
    .flatMap((head) => {
      const preposition = caseOf(syntax, head);
      return preposition === null || deprelOf(doc, head) === "nmod:poss" ? [] : [{ preposition, head }];
    });
  const complement = dependent(syntax, word, "xcomp", "ccomp");
  return {
    passive,
    agent: passive ? agentByCase : subject,
    object: passive ? subject : object >= 0 ? antecedentOf(syntax, object) : (finite?.object ?? fronted(syntax, word)),
    indirect: dependent(syntax, word, "iobj"),
    obliques,
    complement: complement >= 0 ? complement : infinitive(syntax, word),
  };
}

/** A passive with its "be": "which had ruled out" is active, whatever the tree calls its subject. */
function isTruePassive(syntax: Syntax, word: number): boolean {
  if (!isPassive(syntax, word)) return false;
  const group = auxiliaries(syntax, word).map((i) => lemmaOf(syntax.doc, i).toLowerCase());
  return group.length === 0 || !group.every((lemma) => HAVE.has(lemma));
}

/** "ready to go", "called on Oslo to go": an infinitive that the tree hangs as an adverbial clause or under the object. */
function infinitive(syntax: Syntax, word: number): number {
  const { doc } = syntax;
  for (const i of dependents(syntax, word)) {
    if (i > word && baseRelOf(doc, i) === "advcl" && dependents(syntax, i).some((j) => xposOf(doc, j) === "TO")) return i;
  }
  return -1;
}

function obliqueWith(syntax: Syntax, word: number, preposition: string): number {
  return dependents(syntax, word).find((i) => baseRelOf(syntax.doc, i) === "obl" && caseOf(syntax, i) === preposition) ?? -1;
}

/** "the men arrested on Monday", "Arrested by police, he …": a participle without an auxiliary of its own. */
export function isReducedPassive(syntax: Syntax, word: number): boolean {
  const { doc } = syntax;
  if (xposOf(doc, word) !== "VBN") return false;
  const relation = deprelOf(doc, word);
  const above = doc.head[word];
  const bare = !dependents(syntax, word).some((i) => baseRelOf(doc, i) === "aux");
  if (!bare || hasOwnObject(syntax, word)) return false;
  if (relation === "acl" || relation === "advcl") return true;
  return (
    relation === "conj" &&
    above >= 0 &&
    uposOf(doc, above) === "VERB" &&
    (isPassive(syntax, above) || isReducedPassive(syntax, above)) &&
    dependent(syntax, word, "nsubj", "obj") < 0
  );
}

/**
 * The subject in the sentence's own order: that of the verb itself, the noun that its relative clause or participle modifies, or the one
 * that it shares with the verb above ("agreed to leave", "met and signed", "left, saying").
 */
function surfaceSubject(syntax: Syntax, word: number, hops: number): number {
  const { doc } = syntax;
  const own = dependents(syntax, word).find((i) => ["nsubj", "nsubj:pass", "nsubj:outer"].includes(deprelOf(doc, i))) ?? -1;
  const above = doc.head[word];
  const relation = deprelOf(doc, word);
  if (own >= 0) {
    return RELATIVE.has(formOf(doc, own).toLowerCase()) ? antecedentOf(syntax, own) : own;
  }
  if (above < 0 || hops > HOPS) return -1;
  switch (relation) {
    case "acl:relcl":
    case "acl":
      // "Norway has been the largest donor, giving …": a participle behind a predicate noun has the subject of the sentence.
      if (xposOf(doc, word) === "VBG" && dependent(syntax, above, "cop") >= 0) return surfaceSubject(syntax, above, hops + 1);
      return infinitiveOf(syntax, word) ? subjectAbove(syntax, above, hops) : above;
    case "xcomp": {
      const object = dependent(syntax, above, "obj", "iobj");
      if (object >= 0 && !SUBJECT_CONTROL.has(lemmaOf(doc, above))) return object;
      return surfaceSubject(syntax, above, hops + 1);
    }
    case "advcl":
    case "conj":
    case "parataxis":
    case "ccomp": {
      // "accused Oslo of massing troops", "kept them from leaving": the object is to have done it.
      if (xposOf(doc, word) === "VBG" && relation === "advcl" && ["of", "from"].includes(caseOf(syntax, word) ?? "")) {
        const accused = dependent(syntax, above, "obj", "nsubj:pass");
        if (accused >= 0) return antecedentOf(syntax, accused);
      }
      if (relation === "ccomp" && !["VBG", "VB"].includes(xposOf(doc, word))) return -1;
      if (relation === "advcl" && infinitiveOf(syntax, word)) {
        // "called on Oslo to wait": who is called on is to wait.
        const addressed = dependents(syntax, above).find(
          (i) => baseRelOf(doc, i) === "obl" && ["on", "upon"].includes(caseOf(syntax, i) ?? "") && i < word,
        );
        if (addressed !== undefined && ["call", "appeal", "prevail"].includes(lemmaOf(doc, above))) return addressed;
      }
      return subjectAbove(syntax, above, hops);
    }
    default:
      return -1;
  }
}

const infinitiveOf = (syntax: Syntax, word: number): boolean =>
  dependents(syntax, word).some((i) => xposOf(syntax.doc, i) === "TO" && i < word);

function subjectAbove(syntax: Syntax, above: number, hops: number): number {
  const { doc } = syntax;
  if (["NOUN", "PROPN"].includes(uposOf(doc, above)) && dependent(syntax, above, "cop", "nsubj") < 0) {
    // "a decision to leave": whose decision it is, or who took it.
    const owner = dependents(syntax, above).find((i) => deprelOf(doc, i) === "nmod:poss");
    if (owner !== undefined) return owner;
    const verb = doc.head[above];
    return verb >= 0 && uposOf(doc, verb) === "VERB" ? surfaceSubject(syntax, verb, hops + 1) : -1;
  }
  return surfaceSubject(syntax, above, hops + 1);
}

/** The noun that a relative clause without a relative subject modifies ("the ship that they seized"): its object. */
function fronted(syntax: Syntax, word: number): number {
  const { doc } = syntax;
  if (deprelOf(doc, word) !== "acl:relcl") return -1;
  const own = dependent(syntax, word, "nsubj");
  return own >= 0 && !RELATIVE.has(formOf(doc, own).toLowerCase()) ? doc.head[word] : -1;
}

/** Heads of the nouns that are joined with one, it first. */
export function joinedWith(syntax: Syntax, head: number): number[] {
  const { doc } = syntax;
  return [
    head,
    ...dependents(syntax, head).filter(
      (i) => baseRelOf(doc, i) === "conj" && i > head && ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, i)),
    ),
  ];
}

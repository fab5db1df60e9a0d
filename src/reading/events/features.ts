import { baseRelOf, deprelOf, formOf, hashText, lemmaOf, sentenceOf, uposOf, wordsOf, xposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { auxiliaries, dependents, isNegated } from "../syntax.js";
import type { Candidate } from "./candidates.js";
import { nounsIn } from "./candidates.js";
import type { Option } from "./options.js";
import { isParty } from "./parties.js";

const isContent = (upos: string): boolean => ["NOUN", "VERB", "ADJ", "ADV"].includes(upos);

/** What the word itself says of the type, whoever stands beside it. */
export function wordFeatures({ doc, knowledge }: Reading, { kind, word, verb, key }: Candidate): string[] {
  const head = verb >= 0 && kind !== "noun" && kind !== "light" ? verb : word;
  const { fine, middle } = knowledge.eventWeights.clusters.clusterOf(hashText(lemmaOf(doc, head).toLowerCase()));
  return [`key ${key}`, `key ${key} ${kind}`, `fine ${fine} ${kind}`, `middle ${middle} ${kind}`];
}

/** What the weights see of an event word: what the tables say of it, and the words around it in its clause. No names: those of one year's news would be learned. */
export function typeFeatures(
  reading: Reading,
  referents: Referents,
  candidate: Candidate,
  actor: number,
  recipient: Option | null,
): string[] {
  const { doc, syntax, knowledge } = reading;
  const { clusters } = knowledge.eventWeights;
  const { kind, word, verb, key, frame, light, clause } = candidate;
  const clusterOf = (lemma: string) => clusters.clusterOf(hashText(lemma.toLowerCase()));
  const type = frame?.type ?? "?";
  const head = verb >= 0 ? verb : word;
  const features = new Set<string>(["bias", `kind ${kind}`, `kind ${kind} ${type}`]);
  const add = (feature: string): void => {
    features.add(feature);
  };
  add(`lex ${type}`);
  add(`lex ${type} ${frame?.mode ?? ""}`);
  add(`row ${frame?.name ?? "?"}`);
  for (const feature of wordFeatures(reading, candidate)) add(feature);
  const keyCluster = clusterOf(kind === "noun" || kind === "light" ? lemmaOf(doc, word) : lemmaOf(doc, head));
  add(`middle ${keyCluster.middle} ${type}`);
  if (light !== null) {
    add(`light ${light} ${type}`);
    add(`light ${lemmaOf(doc, verb)} ${type}`);
    add(`lightverb ${lemmaOf(doc, verb)}`);
  }

  if (clause !== null) {
    add(`passive ${clause.passive} ${type}`);
    add(`agent ${clause.agent >= 0} object ${clause.object >= 0} ${type}`);
    if (clause.object >= 0 && kind !== "light") {
      for (const noun of nounsIn(syntax, clause.object)) {
        add(`obj ${noun}`);
        const { fine, middle } = clusterOf(noun);
        add(`objfine ${fine}`);
        add(`objmiddle ${middle} ${type}`);
        add(`objmiddle ${middle} ${keyCluster.middle}`);
        add(`obj ${key} ${noun}`);
        const known = knowledge.events.nouns.get(noun);
        if (known) {
          add(`objtype ${known.type}`);
          add(`objtype ${known.type} ${type}`);
          add(`objtype ${known.type} ${key}`);
        }
      }
    }
    for (const { preposition, head: noun } of clause.obliques) {
      add(`prep ${preposition} ${key}`);
      add(`prep ${preposition} ${type}`);
      add(`oblique ${preposition} ${lemmaOf(doc, noun).toLowerCase()}`);
      add(`oblmiddle ${preposition} ${clusterOf(lemmaOf(doc, noun)).middle}`);
      const known = knowledge.events.nouns.get(lemmaOf(doc, noun));
      if (known) add(`obltype ${preposition} ${known.type} ${type}`);
    }
    if (clause.complement >= 0) {
      const below = lemmaOf(doc, clause.complement);
      const known = knowledge.events.verbs.get(below)?.at(-1)?.type ?? "?";
      const form = dependents(syntax, clause.complement).some((i) => xposOf(doc, i) === "TO") ? "inf" : xposOf(doc, clause.complement);
      add(`complement ${form} ${key}`);
      add(`complement ${form} ${type}`);
      add(`below ${below}`);
      add(`below ${key} ${below}`);
      add(`belowfine ${clusterOf(below).fine} ${keyCluster.middle}`);
      add(`belowtype ${known} ${type}`);
      add(`belowtype ${known} ${key}`);
    }
    const modals = auxiliaries(syntax, head).map((i) => lemmaOf(doc, i));
    for (const modal of modals) {
      add(`aux ${modal}`);
      add(`aux ${modal} ${type}`);
      add(`aux ${modal} ${key}`);
    }
    if (isNegated(syntax, head)) {
      add("negated");
      add(`negated ${type}`);
    }
  } else {
    for (const i of dependents(syntax, word)) {
      const relation = baseRelOf(doc, i);
      if (relation === "amod" || relation === "compound") add(`attribute ${key} ${lemmaOf(doc, i).toLowerCase()}`);
      if (relation === "det" || deprelOf(doc, i) === "nmod:poss") add(`determined ${relation} ${kind}`);
    }
  }

  // What it hangs under: "refused to", "threatened to", "a plan to", "said that".
  const above = doc.head[head];
  const relation = deprelOf(doc, head);
  add(`rel ${relation}`);
  add(`rel ${relation} ${type}`);
  add(`form ${xposOf(doc, head)}`);
  add(`form ${xposOf(doc, head)} ${type}`);
  if (above >= 0) {
    const lemma = lemmaOf(doc, above).toLowerCase();
    const frames =
      uposOf(doc, above) === "NOUN" ? knowledge.events.nouns.get(lemma)?.type : knowledge.events.verbs.get(lemma)?.at(-1)?.type;
    add(`above ${relation} ${lemma}`);
    add(`above ${relation} ${lemma} ${type}`);
    add(`abovetype ${relation} ${frames ?? "?"}`);
    add(`abovetype ${relation} ${frames ?? "?"} ${type}`);
  }
  for (const i of dependents(syntax, head)) {
    if (baseRelOf(doc, i) === "mark") {
      add(`mark ${formOf(doc, i).toLowerCase()}`);
      add(`mark ${formOf(doc, i).toLowerCase()} ${type}`);
    }
  }

  const sortOf = (noun: number): string => {
    if (noun < 0) return "none";
    const referent = referents.at[noun];
    if (referent >= 0) return referents.all[referent].kind;
    return isParty(reading, referents, noun) ? "party" : uposOf(doc, noun) === "PRON" ? "pronoun" : "thing";
  };
  const who = sortOf(actor);
  const whom = recipient === null ? "none" : sortOf(recipient.head);
  add(`actor ${who}`);
  add(`actor ${who} ${type}`);
  add(`recipient ${whom}`);
  add(`recipient ${whom} ${type}`);
  add(`dyad ${who} ${whom}`);
  add(`dyad ${who} ${whom} ${kind} ${frame === null}`);
  if (actor >= 0) {
    add(`actorlemma ${uposOf(doc, actor) === "PROPN" ? "name" : lemmaOf(doc, actor)}`);
    if (uposOf(doc, actor) === "NOUN") {
      const { middle } = clusterOf(lemmaOf(doc, actor));
      add(`actormiddle ${middle}`);
      add(`actormiddle ${middle} ${type}`);
    }
  }
  if (recipient !== null) {
    add(`path ${recipient.path} ${type}`);
    if (uposOf(doc, recipient.head) === "NOUN") add(`recipientlemma ${lemmaOf(doc, recipient.head)}`);
  }

  const { first, last } = wordsOf(doc, sentenceOf(doc, word));
  const left = Math.max(first, syntax.left[head]);
  const right = Math.min(last, syntax.right[head]);
  for (let i = left; i <= right; i++) {
    if (i === word || i === verb || !isContent(uposOf(doc, i))) continue;
    const lemma = lemmaOf(doc, i).toLowerCase();
    const near = Math.abs(i - word) <= 6;
    add(`in ${lemma}`);
    if (near) add(`near ${lemma}`);
    if (near) add(`near ${type} ${lemma}`);
    const known = uposOf(doc, i) === "NOUN" ? knowledge.events.nouns.get(lemma)?.type : undefined;
    if (known) add(`intype ${known} ${type}`);
  }
  // What the whole sentence is about: a match, a market, a trial.
  for (let i = first; i <= last; i++) {
    if (i === word || i === verb || !isContent(uposOf(doc, i))) continue;
    const lemma = lemmaOf(doc, i).toLowerCase();
    const { middle, coarse } = clusterOf(lemma);
    add(`allmiddle ${middle}`);
    if (uposOf(doc, i) === "NOUN") add(`allcoarse ${coarse} ${type}`);
  }
  if (actor >= 0) {
    const [from, to] = actor < head ? [actor + 1, head] : [head + 1, actor];
    for (let i = from; i < to; i++) if (isContent(uposOf(doc, i))) add(`between ${lemmaOf(doc, i).toLowerCase()} ${type}`);
  }
  let parties = 0;
  for (let i = first; i <= last; i++)
    if (referents.at[i] >= 0 && !referents.all[referents.at[i]].hidden && referents.all[referents.at[i]].kind !== "group") parties++;
  add(`parties ${Math.min(parties, 4)}`);
  return [...features];
}

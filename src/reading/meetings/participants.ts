import { baseRelOf, formOf, uposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { agentOf, caseOf, dependents, isPassive, ownSubject } from "../syntax.js";
import { isWord, type Mention } from "./mentions.js";

/** Who takes part, as referents; `host` and `mediator` are among them, -1 for none. */
export interface Parties {
  readonly all: readonly number[];
  readonly host: number;
  readonly mediator: number;
}

const OTHER_SIDE = new Set(["with", "between", "among", "of", "by", "to"]);

/** The sides that a mention and the verb around it name. */
export function partiesAt(reading: Reading, referents: Referents, mention: Mention): Parties {
  const { doc, syntax } = reading;
  const all = new Set<number>();
  let [host, mediator] = [-1, -1];
  const add = (word: number): void => {
    for (const referent of sidesOf(reading, referents, word)) all.add(referent);
  };
  const { word, takes } = mention;
  if (takes !== null) {
    const subject = subjectOf(reading, word);
    if (subject >= 0) add(subject);
    for (const i of dependents(syntax, word)) {
      const relation = baseRelOf(doc, i);
      if (i < word) continue;
      if (relation === "obj" && takes.has("object")) add(i);
      else if (relation === "obl" && takes.has(caseOf(syntax, i) ?? "")) add(i);
    }
    return { all: [...all], host, mediator };
  }
  for (const i of dependents(syntax, word)) {
    const relation = baseRelOf(doc, i);
    // "Russia-NATO talks", "the council's meeting"; "the Geneva talks" name a place, which is no side.
    if (i < word && ["compound", "amod", "nmod"].includes(relation) && !isCapital(reading, referents, i)) add(i);
    if (i > word && relation === "nmod") {
      const marker = caseOf(syntax, i) ?? "";
      if (mention.class === "visit" ? marker === "of" || marker === "by" || marker === "to" : OTHER_SIDE.has(marker)) add(i);
    }
    if (i > word && relation === "acl" && isWord(reading, i, "host") && agentOf(syntax, i) >= 0) {
      host = sidesOf(reading, referents, agentOf(syntax, i))[0] ?? -1;
    }
    if (i > word && relation === "acl" && isWord(reading, i, "mediate") && agentOf(syntax, i) >= 0) {
      mediator = sidesOf(reading, referents, agentOf(syntax, i))[0] ?? -1;
    }
  }
  const verb = doc.head[word];
  if (verb >= 0 && uposOf(doc, verb) === "VERB" && ["obj", "obl"].includes(baseRelOf(doc, word)) && !isPassive(syntax, verb)) {
    const [leads, hosts, mediates] = [isWord(reading, verb, "lead"), isWord(reading, verb, "host"), isWord(reading, verb, "mediate")];
    const subject = subjectOf(reading, verb);
    if (subject >= 0 && (leads || hosts || mediates)) {
      const sides = sidesOf(reading, referents, subject);
      if (hosts) host = sides[0] ?? -1;
      if (mediates) mediator = sides[0] ?? -1;
      for (const side of sides) all.add(side);
      for (const i of dependents(syntax, verb)) if (i > verb && baseRelOf(doc, i) === "obl" && caseOf(syntax, i) === "with") add(i);
    }
  }
  // "At Monday's talks Oslo insisted on …": whoever acts there is there.
  if (verb >= 0 && baseRelOf(doc, word) === "obl" && ["at", "during"].includes(caseOf(syntax, word) ?? "")) {
    const subject = subjectOf(reading, verb);
    if (subject >= 0) add(subject);
  }
  for (const one of [host, mediator]) if (one >= 0) all.add(one);
  return { all: [...all], host, mediator };
}

/** The subject of a verb, its own or the one it shares with the verb above it: "are scheduled to hold", "flew in and met". */
export function subjectOf({ doc, syntax }: Reading, verb: number): number {
  for (let i = verb, steps = 0; i >= 0 && steps < 3; i = doc.head[i], steps++) {
    const own = ownSubject(syntax, i);
    if (own >= 0) return own;
    if (!["conj", "xcomp", "advcl"].includes(baseRelOf(doc, i))) return -1;
  }
  return -1;
}

/** Who a noun phrase means there: each of several named, those whom officials come from ("French and German officials"), both of "the two sides". */
function sidesOf(reading: Reading, referents: Referents, head: number): readonly number[] {
  const { doc, syntax } = reading;
  const found: number[] = [];
  const each = [head, ...dependents(syntax, head).filter((i) => i > head && baseRelOf(doc, i) === "conj")];
  for (const word of each) {
    const known = referentAt(referents, word);
    if (known.length > 0) found.push(...known);
    else {
      for (const i of dependents(syntax, word)) {
        const relation = baseRelOf(doc, i);
        const names =
          (i < word && ["amod", "compound"].includes(relation)) ||
          (relation === "nmod" && (i < word || ["of", "from"].includes(caseOf(syntax, i) ?? "")));
        if (!names) continue;
        for (const j of [i, ...dependents(syntax, i).filter((k) => baseRelOf(doc, k) === "conj")]) found.push(...referentAt(referents, j));
      }
    }
  }
  return [...new Set(found)];
}

function referentAt({ all, at, pronouns }: Referents, word: number): readonly number[] {
  const antecedent = pronouns.get(word);
  const meant = antecedent === undefined ? (at[word] >= 0 ? [at[word]] : []) : antecedent.referents;
  return meant.flatMap((referent) => {
    const { hidden, name, standsFor } = all[referent];
    if (name === null && standsFor >= 0) return [standsFor];
    return hidden || name === null ? [] : [referent];
  });
}

/** "the Geneva talks", "the Vienna meeting": a city before the noun is where they are, though it may stand for a state elsewhere. */
const isCapital = ({ doc, knowledge }: Reading, { all, at }: Referents, word: number): boolean =>
  baseRelOf(doc, word) === "compound" &&
  at[word] >= 0 &&
  all[at[word]].kind === "state" &&
  knowledge.lexicon.countries.get(all[at[word]].country ?? "")?.capitals.includes(formOf(doc, word)) === true;

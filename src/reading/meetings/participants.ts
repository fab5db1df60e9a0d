import { baseRelOf, deprelOf, formOf, sentenceOf, uposOf, wordsOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import { sidesOf, stateVisited, subjectOf } from "../parties/index.js";
import type { Reading } from "../reading.js";
import { agentOf, caseOf, dependents, isPassive, ownSubject } from "../syntax.js";
import { clauseHead, verbAbove } from "./clause.js";
import { isWord, type Mention } from "./mentions.js";

/** Who takes part, as referents; `host` and `mediator` are among them, -1 for none. */
export interface Parties {
  readonly all: readonly number[];
  readonly host: number;
  readonly mediator: number;
}

/** Prepositions behind which a noun of meeting names a side, and those of a visit. */
const SIDE = new Set(["with", "between", "among", "of", "by", "involving", "from", "for"]);
const TOGETHER = new Set(["with", "between", "among"]);

/** The sides that a mention and the verb around it name. */
export function partiesAt(reading: Reading, referents: Referents, mention: Mention): Parties {
  const found = new Set<number>();
  const roles = { host: -1, mediator: -1 };
  const add = (word: number): readonly number[] => {
    const sides = word < 0 ? [] : sidesOf(reading, referents, word);
    for (const side of sides) found.add(side);
    return sides;
  };
  if (mention.takes !== null) addVerbSides(reading, mention.word, mention.takes, add, roles);
  else {
    addNounSides(reading, referents, mention, add, found, roles);
    addClauseSides(reading, mention, add, found, roles);
  }
  return { all: [...found], ...roles };
}

type Add = (word: number) => readonly number[];
interface Roles {
  host: number;
  mediator: number;
}

/** "met", "hosted", "spoke with": subject and whatever the verb takes. */
function addVerbSides(reading: Reading, word: number, takes: ReadonlySet<string>, add: Add, roles: Roles): void {
  const { doc, syntax } = reading;
  const hosts = isWord(reading, word, "host");
  if (isPassive(syntax, word)) {
    // "was received by the emir", "the council was convened by its president".
    add(subjectOf(reading, word));
    const by = agentOf(syntax, word) < 0 ? [] : add(agentOf(syntax, word));
    if (hosts) roles.host = by[0] ?? -1;
    return;
  }
  const own = add(subjectOf(reading, word));
  if (hosts) roles.host = own[0] ?? -1;
  for (const i of dependents(syntax, word)) {
    const relation = baseRelOf(doc, i);
    if (i < word) continue;
    // "convene their joint council": those who sit on it are named already.
    const isTheirs = dependents(syntax, i).some((j) => formOf(doc, j).toLowerCase() === "their");
    if ((relation === "obj" || relation === "iobj") && takes.has("object") && !isTheirs) add(i);
    else if ((relation === "obl" || relation === "nmod") && (takes.has(caseOf(syntax, i) ?? "") || caseOf(syntax, i) === "with")) add(i);
  }
}

/** What hangs on the noun itself: "Russia-NATO talks", "the council's meeting", "talks between X and Y, brokered by Z". */
function addNounSides(reading: Reading, referents: Referents, mention: Mention, add: Add, found: Set<number>, roles: Roles): void {
  const { doc, syntax } = reading;
  const { word, top } = mention;
  for (const governor of top === word ? [word] : [word, top]) {
    for (const i of dependents(syntax, governor)) {
      const relation = baseRelOf(doc, i);
      const marker = caseOf(syntax, i) ?? "";
      if (i < governor) {
        if (["compound", "amod", "nmod"].includes(relation) && !isCapital(reading, referents, i)) add(i);
      } else if (relation === "nmod" || relation === "obl") {
        if (mention.class === "visit" && marker === "to") {
          const state = stateVisited(reading, referents, i);
          if (state >= 0) found.add(state);
        } else if (SIDE.has(marker)) add(i);
      } else if (relation === "acl") {
        addRoles(reading, i, add, roles);
        // "a ceremony attended by both presidents".
        if (isWord(reading, i, "lead")) add(byWhom(reading, i));
      } else if (relation === "appos") add(-1);
    }
  }
  // "postponed a visit by the minister": hung on the verb.
  const above = doc.head[top];
  if (above >= 0 && baseRelOf(doc, top) === "obj" && !isPassive(syntax, above)) {
    for (const i of dependents(syntax, above)) if (i > top && baseRelOf(doc, i) === "obl" && caseOf(syntax, i) === "by") add(i);
  }
  // "talks on the water dispute between X and Y", "brokered by Z" hung on the last side: anywhere in the noun's own words.
  const { last } = wordsOf(doc, sentenceOf(doc, word));
  for (let i = word + 1; i <= last; i++) {
    const isOwn = i <= syntax.right[top];
    if (!isOwn && !isWord(reading, i, "auspices")) continue;
    if (clauseHead(reading, i) !== clauseHead(reading, word)) continue;
    if (["nmod", "obl"].includes(baseRelOf(doc, i)) && caseOf(syntax, i) === "between") add(i);
    if (isWord(reading, i, "auspices") && caseOf(syntax, i) !== null) {
      // "under the auspices of the bloc".
      for (let j = i + 1; j <= Math.min(last, i + PATRON) && roles.mediator < 0; j++) {
        if (["NOUN", "PROPN"].includes(uposOf(doc, j))) roles.mediator = add(j)[0] ?? -1;
      }
    }
    if (baseRelOf(doc, i) === "acl") addRoles(reading, i, add, roles);
  }
}

/** How many words behind "under the auspices of" the patron is named, at most. */
const PATRON = 8;

/** "hosted by Japan", "chaired by the bloc", "which Benin will chair". */
function addRoles(reading: Reading, verb: number, add: Add, roles: Roles): void {
  const { doc } = reading;
  const [hosts, mediates] = [isWord(reading, verb, "host"), isWord(reading, verb, "mediate")];
  if (!hosts && !mediates) return;
  const by = byWhom(reading, verb);
  const doer = by >= 0 ? by : deprelOf(doc, verb) === "acl:relcl" ? subjectOf(reading, verb) : -1;
  const sides = add(doer);
  if (hosts && sides.length > 0) roles.host = sides[0];
  if (mediates && sides.length > 0) roles.mediator = sides[0];
}

/** The noun behind "by" of a passive or a participle; -1 for none. */
function byWhom({ syntax }: Reading, verb: number): number {
  const agent = agentOf(syntax, verb);
  return agent >= 0 ? agent : (dependents(syntax, verb).find((i) => i > verb && caseOf(syntax, i) === "by") ?? -1);
}

/** What the verb that governs the noun tells: "X held talks", "X is due in Y for talks", "the talks were chaired by Z", "at the talks X insisted". */
function addClauseSides(reading: Reading, { word, top, class: kind }: Mention, add: Add, found: ReadonlySet<number>, roles: Roles): void {
  const { doc, syntax } = reading;
  const marker = caseOf(syntax, top) ?? "";
  const relation = baseRelOf(doc, top);
  const verb = verbAbove(reading, top);
  const subject = verb < 0 ? -1 : subjectOf(reading, verb);
  if (["obl", "nmod"].includes(relation) && ["at", "during", "in"].includes(marker)) {
    // "At Monday's talks Oslo insisted on …", "signed the text at a ceremony": whoever acts there is there.
    if (verb >= 0 && !isPassive(syntax, verb) && (marker !== "in" || kind === "call")) add(subject);
  } else if (["obl", "nmod", "root"].includes(relation) && marker === "for") {
    // "flew to Baku for talks", "is due in Baku for talks": who goes there.
    const goer = verb >= 0 && isWord(reading, verb, "travel") ? subject : verb < 0 ? subjectOf(reading, doc.head[top]) : -1;
    if (goer >= 0) add(goer);
    if (verb >= 0 && isWord(reading, verb, "host")) {
      roles.host = add(subject)[0] ?? -1;
      for (const i of dependents(syntax, verb)) if (i > verb && baseRelOf(doc, i) === "obj") add(i);
    }
  }
  // "are holding talks", "are due to resume talks", where the parser takes the verb for a word about the talks.
  if (verb < 0 && dependents(syntax, top).some((i) => i < top && isWord(reading, i, "lead"))) add(ownSubject(syntax, top));
  if (verb < 0) return;
  const direct = doc.head[top] === verb && ["obj", "obl", "nsubj", "xcomp"].includes(relation);
  if (!direct) return;
  // "opened between X and Y", "were held with Z".
  if (marker !== "for")
    for (const i of dependents(syntax, verb)) {
      if (i !== top && ["obl", "nmod"].includes(baseRelOf(doc, i)) && TOGETHER.has(caseOf(syntax, i) ?? "")) add(i);
    }
  const [hosts, mediates] = [isWord(reading, verb, "host"), isWord(reading, verb, "mediate")];
  if (relation === "nsubj") {
    if (isPassive(syntax, verb)) addRoles(reading, verb, add, roles);
    return;
  }
  if (isPassive(syntax, verb) || subject < 0) return;
  const takesPart = isWord(reading, verb, "lead") && (["obj", "xcomp"].includes(relation) || TAKEN_PART_IN.has(marker));
  if (hosts || mediates || takesPart) {
    const sides = add(subject);
    if (hosts) roles.host = sides[0] ?? -1;
    if (mediates) roles.mediator = sides[0] ?? -1;
  } else if (isWord(reading, verb, "invite")) {
    // "invited Oslo to talks".
    add(subject);
    for (const i of dependents(syntax, verb)) if (i > verb && ["obj", "iobj"].includes(baseRelOf(doc, i)) && i !== top) add(i);
  } else if (found.size === 0 && isFixed(reading, top) && (isWord(reading, verb, "cancel") || isWord(reading, verb, "move"))) {
    // "Austria called off the talks": one of those who would have met, or their host.
    add(subject);
  } else if (
    isOwn(reading, word, kind, found.size) &&
    (isWord(reading, verb, "cancel") || isWord(reading, verb, "propose") || isWord(reading, verb, "schedule"))
  ) {
    add(subject);
  }
}

/** "walked out of a meeting", "returned from a visit", "agreed to talks", "took part in a summit". */
const TAKEN_PART_IN = new Set(["of", "out", "out of", "from", "in", "into", "to", "for", "on", "over"]);

/** "called off talks with Oslo", "cancelled a trip": with only the other side named, or nobody, whoever sets or drops a meeting would have been there. */
const isOwn = ({ doc, syntax }: Reading, word: number, kind: Mention["class"], named: number): boolean =>
  (named === 0 && kind === "visit") ||
  [...dependents(syntax, word), ...dependents(syntax, doc.head[word])].some(
    (i) => i > word && ["with", "by"].includes(caseOf(syntax, i) ?? ""),
  );

/** "the talks", "Thursday's meeting". */
const isFixed = ({ doc, syntax }: Reading, word: number): boolean =>
  dependents(syntax, word).some((i) => i < word && (formOf(doc, i).toLowerCase() === "the" || deprelOf(doc, i) === "nmod:poss"));

/** "the Geneva talks", "the Vienna meeting": a city before the noun is where they are, though it may stand for a state elsewhere. */
function isCapital({ doc, knowledge }: Reading, { all, at }: Referents, word: number): boolean {
  if (baseRelOf(doc, word) !== "compound" || at[word] < 0 || all[at[word]].kind !== "state") return false;
  const form = doc.text.slice(doc.start[word], doc.end[word]);
  return knowledge.lexicon.countries.get(all[at[word]].country ?? "")?.capitals.includes(form) === true;
}

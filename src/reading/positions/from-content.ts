import { baseRelOf, formOf, lemmaOf, uposOf, wordAt, xposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import type { Draft } from "../statements/index.js";
import { agentOf, auxiliaries, carriesTense, caseOf, dependent, dependents, isPassive, ownSubject } from "../syntax.js";
import { ABLE, type Clause, DUTY, FUTURE, isHeaded, lemmaAt, lexiconOf, speaksForBody, type Taken } from "./clause.js";
import { conditionOf } from "./condition.js";
import type { PositionDraft, Stance } from "./draft.js";
import { holdersOf, ownSide, sideOf } from "./holder.js";
import { clauseIssue, issueOf, nounIssue, verbPhrase } from "./issue.js";
import { fragments, impersonal, nothing, plainDenial } from "./refusals.js";
import { reproach } from "./reproach.js";
import { isDenied, stanceOn, stanceRow } from "./stance.js";
import { bareOffer, considering, right } from "./undertakings.js";
import { actKind, isKind } from "./vocabulary.js";

/** Positions that the words of a statement take: "We will not allow …", "the islands must be demilitarized", "Ankara would respond if …". */
export function fromContent(reading: Reading, referents: Referents, draft: Draft, statement: number): PositionDraft[] {
  if (draft.source.kind === "unknown" || draft.cue.negated || draft.cue.time === "future") return [];
  const clauses = clausesIn(reading, draft);
  const bare = fragments(reading, referents, draft, clauses).map((taken) => ({
    ...taken,
    condition: conditionOf(reading, [taken.issue.head, draft.cue.word]),
    statement,
    inContent: true,
    rule: `positions/${taken.rule}`,
  }));
  const told = clauses.flatMap((head): PositionDraft[] => {
    const clause = clauseOf(reading, referents, draft, head);
    for (const rule of RULES) {
      const taken = rule(clause);
      if (taken === null) continue;
      if (taken.holders.length === 0) return [];
      const condition = conditionOf(reading, [head, taken.issue.head]);
      return [{ ...taken, condition, statement, inContent: true, rule: `positions/${taken.rule}` }];
    }
    return [];
  });
  return [...bare, ...told];
}

/** Predicates of the clauses that are said, not those inside of them: heads of what stands in the content, and what is joined to them. */
function clausesIn({ doc, syntax }: Reading, { content, cue }: Draft): number[] {
  const inside = (word: number): boolean => content.some(({ start, end }) => doc.start[word] >= start && doc.end[word] <= end);
  const found = new Set<number>();
  for (const { start, end } of content) {
    for (let word = wordAt(doc, start); word < doc.length && doc.start[word] < end; word++) {
      if (!inside(word) || word === cue.word || !["VERB", "ADJ", "NOUN", "AUX"].includes(uposOf(doc, word))) continue;
      const above = doc.head[word];
      const isTop = above < 0 || !inside(above);
      const isJoined = !isTop && found.has(above) && ["conj", "parataxis"].includes(baseRelOf(doc, word));
      // "It is clear that we will …": the clause that a bare remark introduces.
      const isTold = !isTop && found.has(above) && baseRelOf(doc, word) === "ccomp" && SAYS_SO.has(lemmaOf(doc, above));
      if (!isTop && !isJoined && !isTold) continue;
      if (
        above >= 0 &&
        isTop &&
        ["advcl", "obl", "nmod"].includes(baseRelOf(doc, word)) &&
        caseOf(syntax, word) !== null &&
        caseOf(syntax, word) !== "that"
      )
        continue;
      found.add(word);
    }
  }
  return [...found].filter((word) => carriesTense(syntax, word) || lemmaOf(doc, word) === "let").sort((a, b) => a - b);
}

const SAYS_SO = new Set(["say", "repeat", "mean", "believe", "think"]);

function clauseOf(reading: Reading, referents: Referents, draft: Draft, head: number): Clause {
  const { doc, syntax } = reading;
  let subject = ownSubject(syntax, head);
  for (let i = head; subject < 0 && baseRelOf(doc, i) === "conj" && doc.head[i] >= 0; i = doc.head[i])
    subject = ownSubject(syntax, doc.head[i]);
  const own = ownSubject(syntax, head);
  const group = auxiliaries(syntax, own < 0 && subject >= 0 && auxiliaries(syntax, head).length === 0 ? doc.head[head] : head);
  const modals = group.map((i) => formOf(doc, i).toLowerCase().replace("’", "'"));
  return {
    reading,
    referents,
    draft,
    head,
    subject,
    modals,
    negated: isDenied(reading, head),
    own: ownSide(reading, referents, draft, subject),
  };
}

/** In order: the first that takes a position of a clause decides. */
const RULES: readonly ((clause: Clause) => Taken | null)[] = [
  stanceWord,
  intention,
  refusal,
  announcement,
  warning,
  unacceptable,
  appeal,
  duty,
  impersonal,
  nothing,
  right,
  considering,
  bareOffer,
  plainDenial,
  reproach,
];

/** "Vietnam opposes the use of force", "Moscow wants quick results", "we are ready to talk", "we ask them to wait": the speaker's side takes a stance. */
function stanceWord(clause: Clause): Taken | null {
  const { reading, referents, head, own, negated } = clause;
  const row = stanceRow(reading, head);
  if (row === undefined || own.length === 0 || isPassiveStance(clause, row.pos)) return null;
  // "would ask NATO to halt patrols": what the speaker's side will do; the asking is to come.
  if (row.stance === "demand" && !negated && isHeaded(clause, FUTURE)) return null;
  const issue = issueOf(reading, referents, head, row);
  const stance = issue === null ? null : stanceOn(reading, row, issue, negated);
  if (issue === null || stance === null || (isHeaded(clause, new Set(["may", "might", "could"])) && stance !== "reject")) return null;
  // "would accept the quota if …": an offer, not yet support.
  if (stance === "support" && isHeaded(clause, FUTURE) && conditionOf(reading, [head]) !== null) {
    return {
      stance: "offer",
      issue: { ...verbPhrase(reading, head, clause.subject), toward: issue.toward },
      holders: own,
      rule: "stance-word",
      confidence: 0.6,
    };
  }
  return { stance, issue, holders: own, rule: "stance-word", confidence: 0.65 };
}

/** "Brazil was offered": the passive subject takes no stance; "is committed to" is no passive. */
const isPassiveStance = ({ reading: { syntax }, head }: Clause, pos: string): boolean => pos === "verb" && isPassive(syntax, head);

/** "it has no plans to attack": a plan is denied; "has no intention of leaving": an intention is, too, which refuses the act. */
function intention(clause: Clause): Taken | null {
  const { reading, head, own } = clause;
  const { doc, syntax } = reading;
  if (lemmaAt(clause, head) !== "have" || own.length === 0) return null;
  const noun = dependent(syntax, head, "obj");
  if (noun < 0 || !isKind(lexiconOf(clause), lemmaAt(clause, noun), "intention")) return null;
  const none = clause.negated || dependents(syntax, noun).some((i) => lemmaOf(doc, i) === "no");
  if (!none) return null;
  const act = dependents(syntax, noun).find((i) => i > noun && ["acl", "nmod"].includes(baseRelOf(doc, i)));
  if (lemmaAt(clause, noun) === "plan" || act === undefined)
    return { stance: "deny", issue: nounIssue(reading, noun, -1), holders: own, rule: "no-plan", confidence: 0.7 };
  return { stance: "reject", issue: { ...verbPhrase(reading, act, -1), toward: -1 }, holders: own, rule: "no-plan", confidence: 0.7 };
}

/** "We will not allow anyone to …", "his country would not take lectures", "we cannot ask …": what the speaker's side will not do. */
function refusal(clause: Clause): Taken | null {
  const { reading, head, own, negated, subject } = clause;
  if (!negated || own.length === 0 || !isHeaded(clause, ABLE) || uposOf(reading.doc, head) !== "VERB") return null;
  if (actKind(lexiconOf(clause), lemmaAt(clause, head)) === "silent" || isPassive(reading.syntax, head)) return null;
  if (lemmaAt(clause, head) === "hesitate" || lemmaAt(clause, head) === "rest") return null;
  return {
    stance: "reject",
    issue: { ...verbPhrase(reading, head, subject), toward: -1 },
    holders: own,
    rule: "refusal",
    confidence: 0.65,
  };
}

/**
 * What the speaker's side says it will do: a hostile act, and one that it warns of, is threatened; what is told on a condition is offered, if it takes
 * a burden back, and threatened behind a warning; else it is promised.
 */
function announcement(clause: Clause): Taken | null {
  const { reading, referents, head, own, negated, subject, draft } = clause;
  const { doc, syntax } = reading;
  if (negated || !isHeaded(clause, FUTURE)) return null;
  const kind = actKind(lexiconOf(clause), lemmaAt(clause, head));
  const condition = conditionOf(reading, [head]);
  const warns = isKind(lexiconOf(clause), draft.cue.frame.lemma, "warning");
  // "the measure would be lifted if …": whoever is on record can lift it.
  if (isPassive(syntax, head) && kind === "relief" && condition !== null && agentOf(syntax, head) < 0) {
    const issue = { first: subject >= 0 ? syntax.left[subject] : head, last: head, head, toward: -1 };
    return { stance: "offer", issue, holders: holdersOf(reading, referents, draft, false), rule: "announcement", confidence: 0.6 };
  }
  if (own.length === 0 || uposOf(doc, head) !== "VERB" || isPassive(syntax, head)) return null;
  const act = carried(clause);
  const actIs = act === head ? kind : actKind(lexiconOf(clause), lemmaAt(clause, act));
  if (actIs === "silent") return null;
  const issue = { ...verbPhrase(reading, act, subject), toward: aimOf(clause, act) };
  const stance: Stance = warns || actIs === "hostile" ? "threaten" : condition !== null ? "offer" : "promise";
  return { stance, issue, holders: own, rule: "announcement", confidence: stance === "promise" ? 0.55 : 0.6 };
}

/** "would have to reconsider", "will continue to supply": the act itself. */
function carried({ reading: { doc, syntax }, head }: Clause): number {
  if (!["have", "continue", "begin", "start"].includes(lemmaOf(doc, head))) return head;
  const act = dependents(syntax, head).find((i) => i > head && baseRelOf(doc, i) === "xcomp");
  return act ?? head;
}

/** The first side among those that an act deals with, other than the holder's: "impose duties on Brazil". */
function aimOf({ reading, referents, own }: Clause, head: number): number {
  const { doc, syntax } = reading;
  for (const i of dependents(syntax, head)) {
    if (i < head || !["obj", "iobj", "obl"].includes(baseRelOf(doc, i))) continue;
    const sides = [i, ...dependents(syntax, i).filter((j) => j > i)].map((word) => sideOf(reading, referents, word));
    const side = sides.find((one) => one >= 0 && !own.includes(one) && referents.all[one].kind !== "person");
    if (side !== undefined) return side;
  }
  return -1;
}

/** "warned that Russia will face sanctions if it attacks": what will befall another on a condition. */
function warning(clause: Clause): Taken | null {
  const { reading, referents, head, own, negated, subject, draft } = clause;
  const { doc, syntax } = reading;
  if (negated || own.length > 0 || !isHeaded(clause, FUTURE) || !isKind(lexiconOf(clause), draft.cue.frame.lemma, "warning")) return null;
  if (conditionOf(reading, [head]) === null) return null;
  const toward = sideOf(reading, referents, subject);
  const object = dependent(syntax, head, "obj");
  const issue =
    toward >= 0 && object >= 0
      ? nounIssue(reading, object, toward)
      : uposOf(doc, head) === "VERB" || uposOf(doc, head) === "AUX"
        ? clauseIssue(reading, referents, head)
        : nounIssue(reading, head, -1);
  return {
    stance: "threaten",
    issue: { ...issue, toward },
    holders: holdersOf(reading, referents, draft, false),
    rule: "warning",
    confidence: 0.6,
  };
}

/** "any such bargain is unacceptable", "the talks would be a nonstarter". */
function unacceptable(clause: Clause): Taken | null {
  const { reading, referents, head, negated, subject, draft } = clause;
  if (negated || subject < 0 || !["ADJ", "NOUN"].includes(uposOf(reading.doc, head))) return null;
  if (!isKind(lexiconOf(clause), lemmaAt(clause, head), "unacceptable") || uposOf(reading.doc, subject) === "PRON") return null;
  const issue = { ...nounIssue(reading, subject, -1), first: reading.syntax.left[subject] };
  return { stance: "reject", issue, holders: holdersOf(reading, referents, draft, false), rule: "unacceptable", confidence: 0.65 };
}

/** "let it hand the evidence over". */
function appeal(clause: Clause): Taken | null {
  const { reading, referents, head, draft } = clause;
  const { doc, syntax } = reading;
  if (lemmaAt(clause, head) !== "let" || xposOf(doc, head) !== "VB") return null;
  const act = dependents(syntax, head).find((i) => i > head && ["xcomp", "ccomp"].includes(baseRelOf(doc, i)));
  if (act === undefined) return null;
  const whom = dependents(syntax, head).find((i) => i > head && i < act && baseRelOf(doc, i) === "obj") ?? ownSubject(syntax, act);
  // "let us be clear", "let me say".
  if (whom < 0 || ["us", "me", "'s", "’s"].includes(formOf(doc, whom).toLowerCase())) return null;
  const issue = { ...verbPhrase(reading, act, whom), toward: sideOf(reading, referents, whom) };
  return { stance: "demand", issue, holders: holdersOf(reading, referents, draft, false), rule: "appeal", confidence: 0.6 };
}

/** "the islands must be demilitarized", "Oslo should withdraw": what another has to do, in the words of a body or one who speaks for it. */
function duty(clause: Clause): Taken | null {
  const { reading, referents, head, own, subject, draft } = clause;
  const { doc, syntax } = reading;
  const must = isHeaded(clause, DUTY) || (["have", "need"].includes(lemmaAt(clause, head)) && hasInfinitive(clause));
  if (!must || own.length > 0 || subject < 0 || !speaksForBody(clause)) return null;
  if (isHeaded(clause, FUTURE) || uposOf(doc, subject) === "PRON") return null;
  const act = isHeaded(clause, DUTY) ? head : (dependents(syntax, head).find((i) => i > head && baseRelOf(doc, i) === "xcomp") ?? head);
  const issue = clauseIssue(reading, referents, head);
  const phrase = issue.toward >= 0 ? { ...verbPhrase(reading, act, subject), toward: issue.toward } : issue;
  return { stance: "demand", issue: phrase, holders: holdersOf(reading, referents, draft, false), rule: "duty", confidence: 0.6 };
}

const hasInfinitive = ({ reading: { doc, syntax }, head }: Clause): boolean =>
  xposOf(doc, head) !== "VB" && dependents(syntax, head).some((i) => i > head && baseRelOf(doc, i) === "xcomp");

import { baseRelOf, formOf, lemmaOf, sentenceOf, uposOf, wordAt, xposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import type { Draft } from "../statements/index.js";
import { carriesTense, dependents, trimmed } from "../syntax.js";
import { ABLE, type Clause, DUTY, FUTURE, isHeaded, lemmaAt, lexiconOf, speaksForBody, type Taken } from "./clause.js";
import { holdersOf } from "./holder.js";
import { nounIssue, verbPhrase } from "./issue.js";
import { actKind } from "./vocabulary.js";

const ANYBODY = new Set(["you", "one", "whoever", "nobody", "somebody"]);

/** "You do not talk to people who shoot at fishermen", "One does not apologise for being shelled": what nobody does, the speaker does not. */
export function impersonal(clause: Clause): Taken | null {
  const { reading, referents, draft, head, subject, negated, modals } = clause;
  const { doc, syntax } = reading;
  if (!negated || subject < 0 || uposOf(doc, head) !== "VERB" || modals.some((modal) => DUTY.has(modal))) return null;
  const opens = [subject, syntax.left[subject]].some((i) => ANYBODY.has(formOf(doc, i).toLowerCase()));
  if (!opens || ["VBD", "VBN"].includes(xposOf(doc, head))) return null;
  if (actKind(lexiconOf(clause), lemmaAt(clause, head)) === "silent" && !["talk", "speak", "discuss"].includes(lemmaAt(clause, head)))
    return null;
  const issue = { ...verbPhrase(reading, head, subject), toward: -1 };
  return { stance: "reject", issue, holders: holdersOf(reading, referents, draft, false), rule: "impersonal", confidence: 0.6 };
}

/** "There will be no concessions", "there is nothing to discuss" reject; "there was no attack", "said there had been no attack" deny. */
export function nothing(clause: Clause): Taken | null {
  const { reading, referents, draft, head } = clause;
  const { doc, syntax } = reading;
  if (lemmaAt(clause, head) !== "be" || !dependents(syntax, head).some((i) => baseRelOf(doc, i) === "expl")) return null;
  const what = dependents(syntax, head).find((i) => i > head && ["nsubj", "obj"].includes(baseRelOf(doc, i)));
  if (what === undefined) return null;
  const holders = holdersOf(reading, referents, draft, false);
  const act = dependents(syntax, what).find((i) => i > what && baseRelOf(doc, i) === "acl");
  if (lemmaOf(doc, what) === "nothing") {
    if (act === undefined) return null;
    return { stance: "reject", issue: { ...verbPhrase(reading, act, what), toward: -1 }, holders, rule: "nothing", confidence: 0.6 };
  }
  const none = dependents(syntax, what).find((i) => i < what && lemmaOf(doc, i) === "no");
  if (none === undefined || !speaksForBody(clause)) return null;
  const stance = isHeaded(clause, FUTURE) && draft.cue.frame.lemma !== "deny" ? "reject" : "deny";
  return { stance, issue: { ...nounIssue(reading, what, -1), first: none + 1 }, holders, rule: "nothing", confidence: 0.55 };
}

/** "We did not fire", "none of its planes crossed", "That is not a threat": what is said not to be so. */
export function plainDenial(clause: Clause): Taken | null {
  const { reading, referents, draft, head, own, subject, negated, modals } = clause;
  const { doc } = reading;
  const isNone = subject >= 0 && lemmaOf(doc, subject) === "none";
  if (
    (!negated && !isNone) ||
    subject < 0 ||
    modals.some((modal) => ABLE.has(modal) || DUTY.has(modal) || ["may", "might"].includes(modal))
  )
    return null;
  const holders = holdersOf(reading, referents, draft, false);
  if (uposOf(doc, head) === "NOUN" && ["that", "this"].includes(formOf(doc, subject).toLowerCase())) {
    return { stance: "deny", issue: nounIssue(reading, head, -1), holders, rule: "plain-denial", confidence: 0.55 };
  }
  if (isNone) {
    if (!speaksForBody(clause)) return null;
    const { last } = verbPhrase(reading, head, subject);
    return { stance: "deny", issue: { first: subject, last, head, toward: -1 }, holders, rule: "plain-denial", confidence: 0.5 };
  }
  const kind = actKind(lexiconOf(clause), lemmaAt(clause, head));
  const isPast = ["VBD", "VBN"].includes(xposOf(doc, head)) || modals.some((modal) => ["did", "had", "has", "have"].includes(modal));
  if (own.length === 0 || kind !== "hostile" || !isPast || !speaksForBody(clause)) return null;
  return { stance: "deny", issue: { ...verbPhrase(reading, head, subject), toward: -1 }, holders, rule: "plain-denial", confidence: 0.55 };
}

/** `"Not one ringgit," he said`, `"No bonus, no boats"`: quoted words without a verb that begin with a "no". */
export function fragments(reading: Reading, referents: Referents, draft: Draft, clauses: readonly number[]): Taken[] {
  const { doc, syntax } = reading;
  if (draft.source.kind !== "referent") return [];
  const holders = holdersOf(reading, referents, draft, false);
  return draft.content.flatMap(({ start, end }): Taken[] => {
    let first = wordAt(doc, start);
    while (first < doc.length && uposOf(doc, first) === "PUNCT" && doc.end[first] < end) first++;
    if (first >= doc.length || doc.end[first] > end || !/^(?:no|not|never)$/i.test(formOf(doc, first))) return [];
    const last = wordAt(doc, end - 1) < doc.length ? wordAt(doc, end - 1) : doc.length - 1;
    let stop = first;
    while (stop < last && sentenceOf(doc, stop + 1) === sentenceOf(doc, first) && doc.end[stop + 1] <= end) stop++;
    for (let word = first; word <= stop; word++)
      if (clauses.includes(word) || (uposOf(doc, word) === "VERB" && carriesTense(syntax, word))) return [];
    const range = trimmed(doc, { first: /^no$/i.test(formOf(doc, first)) ? first + 1 : first, last: stop });
    if (!/^["“]/.test(doc.text.slice(start)) || range.last < range.first || holders.length === 0) return [];
    return [{ stance: "reject", issue: { ...range, head: range.last, toward: -1 }, holders, rule: "fragment", confidence: 0.5 }];
  });
}

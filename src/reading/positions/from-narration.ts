import { baseRelOf, formOf, lemmaOf, sentenceOf, spanOf, uposOf, wordsOf, xposOf } from "../../language/index.js";
import { overlaps } from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import { modalityAt } from "../modality/index.js";
import { principalOf, sidesOf, subjectOf } from "../parties/index.js";
import type { Reading } from "../reading.js";
import type { Draft } from "../statements/index.js";
import { agentOf, auxiliaries, caseOf, dependents, isPassive } from "../syntax.js";
import { conditionOf } from "./condition.js";
import type { PositionDraft, Stance } from "./draft.js";
import { type Issue, issueOf, nounIssue, verbPhrase } from "./issue.js";
import { isDenied, stanceOn, stanceRow } from "./stance.js";
import { isKind, type StanceRow } from "./vocabulary.js";

/**
 * Positions that the story tells of without a statement: acts ("both sides agreed to a joint inquiry", "was offered a quota by Canada") and nouns with
 * their owner ("Togo's threat to close the crossing"). What is still to be demanded, or only may be, is left out.
 */
export function fromNarration(reading: Reading, referents: Referents, statements: readonly Draft[]): PositionDraft[] {
  const { doc, story } = reading;
  const told = new Set(statements.flatMap(({ cue }) => cue.words));
  const headlines = story.regions.filter(({ type }) => type === "headline");
  const found: PositionDraft[] = [];
  for (let word = 0; word < doc.length; word++) {
    if (told.has(word) || headlines.some(({ start, end }) => start <= doc.start[word] && doc.start[word] < end)) continue;
    const upos = uposOf(doc, word);
    if (upos !== "VERB" && upos !== "NOUN") continue;
    const statementOf = (): number => statements.findIndex(({ content }) => content.some((part) => overlaps(part, spanOf(doc, word))));
    const agreed = upos === "VERB" ? underDeal(reading, referents, word) : null;
    if (agreed !== null && statementOf() < 0) found.push({ ...agreed, statement: -1, inContent: false });
    const row = stanceRow(reading, word);
    if (row === undefined) continue;
    const position = upos === "VERB" ? fromVerb(reading, referents, word, row) : fromNoun(reading, referents, word, row);
    if (position === null) continue;
    const statement = statementOf();
    found.push({ ...position, statement, inContent: statement >= 0 });
  }
  return found;
}

type Found = Omit<PositionDraft, "statement" | "inContent">;

/** "appealed for calm", "was assured by Ghana that no shot would be fired": whoever does it, or by whom it is done, holds it. */
function fromVerb(reading: Reading, referents: Referents, word: number, row: StanceRow): Found | null {
  const { doc, syntax, knowledge } = reading;
  if (row.own) return null;
  const standing = modalityAt(syntax, knowledge.lexicon, word);
  if (standing.time === "future" || standing.certainty !== "asserted") return null;
  // "the islands offered by Chile", "seeking": a participle that only describes.
  if (baseRelOf(doc, word) === "amod" || (baseRelOf(doc, word) === "acl" && xposOf(doc, word) === "VBN" && agentOf(syntax, word) < 0))
    return null;
  const passive = isPassive(syntax, word);
  const doer = passive ? agentOf(syntax, word) : subjectOf(reading, word);
  const holders = holdersAt(reading, referents, doer);
  if (holders.length === 0) return null;
  const issue = issueOf(reading, referents, word, row);
  if (issue === null) return null;
  const stance = stanceOn(reading, row, issue, isDenied(reading, word));
  if (stance === null) return null;
  const [whom] = passive ? holdersAt(reading, referents, subjectOf(reading, word)) : [];
  const aimed = issue.toward < 0 && whom !== undefined && !holders.includes(whom) ? { ...issue, toward: whom } : issue;
  return found(reading, word, stance, aimed, holders, "act", 0.5);
}

/** "Under the deal, Ghana will hand over the crew", "an understanding under which both armies will pull back": what each party undertakes. */
function underDeal(reading: Reading, referents: Referents, word: number): Found | null {
  const { doc, syntax, knowledge } = reading;
  if (!auxiliaries(syntax, word).some((i) => ["will", "shall"].includes(lemmaOf(doc, i).toLowerCase())) || isDenied(reading, word))
    return null;
  if (isPassive(syntax, word)) return null;
  const { first } = wordsOf(doc, sentenceOf(doc, word));
  let deal = false;
  for (let i = first; i < word; i++) if (isKind(knowledge.lexicon, lemmaOf(doc, i).toLowerCase(), "deal")) deal ||= isUnder(reading, i);
  if (!deal) return null;
  const subject = subjectOf(reading, word);
  const holders = holdersAt(reading, referents, subject);
  if (holders.length === 0) return null;
  const issue = { ...verbPhrase(reading, word, subject), toward: -1 };
  return found(reading, word, "promise", issue, holders, "deal", 0.55);
}

/** "under the deal", "a deal under which". */
const isUnder = ({ doc, syntax }: Reading, noun: number): boolean =>
  caseOf(syntax, noun) === "under" || (noun + 2 < doc.length && /^under which$/i.test(`${formOf(doc, noun + 1)} ${formOf(doc, noun + 2)}`));

/** "Togo's threat to close the crossing", "a demand by Togo to free the crews", "expressed support for the mediation". */
function fromNoun(reading: Reading, referents: Referents, word: number, row: StanceRow): Found | null {
  const { doc, syntax, knowledge } = reading;
  const owner = dependents(syntax, word).find((i) =>
    i < word
      ? baseRelOf(doc, i) === "nmod" || baseRelOf(doc, i) === "amod"
      : ["nmod", "obl"].includes(baseRelOf(doc, i)) && caseOf(syntax, i) === "by",
  );
  const verb = doc.head[word];
  const voices = verb >= 0 && baseRelOf(doc, word) === "obj" && isKind(knowledge.lexicon, lemmaOf(doc, verb), "voice");
  if (voices && modalityAt(syntax, knowledge.lexicon, verb).time === "future") return null;
  const holders = holdersAt(reading, referents, owner ?? (voices ? subjectOf(reading, verb) : -1));
  if (holders.length === 0) return null;
  const issue = complementOf(reading, referents, word, row);
  if (issue === null) return null;
  const stance = stanceOn(reading, row, issue, false);
  return stance === null ? null : found(reading, word, stance, issue, holders, "noun", 0.5);
}

/** What a noun is about, which the parser often hangs on the verb above it: its infinitive, or what stands behind its preposition. */
function complementOf(reading: Reading, referents: Referents, word: number, row: StanceRow): Issue | null {
  const { doc, syntax } = reading;
  const own = issueOf(reading, referents, word, row);
  if (own !== null) return own;
  const verb = doc.head[word];
  if (verb < 0) return null;
  for (const i of dependents(syntax, verb)) {
    if (i < word) continue;
    const marker = caseOf(syntax, i) ?? "";
    if (["advcl", "xcomp"].includes(baseRelOf(doc, i)) && marker === "to") return { ...verbPhrase(reading, i, -1), toward: -1 };
    if (baseRelOf(doc, i) === "obl" && row.governs.includes(marker) && syntax.left[i] - word < BESIDE) return nounIssue(reading, i, -1);
  }
  return null;
}

/** Words between a noun and what is hung on the verb, at most. */
const BESIDE = 3;

/** The bodies of those whom a noun phrase means; nobody who hides. */
function holdersAt(reading: Reading, referents: Referents, word: number): number[] {
  if (word < 0) return [];
  const sides = sidesOf(reading, referents, word).filter((side) => !referents.all[side].hidden);
  return [...new Set(sides.map((side) => principalOf(reading, referents, side)))];
}

const found = (
  reading: Reading,
  word: number,
  stance: Stance,
  issue: Issue,
  holders: readonly number[],
  rule: string,
  confidence: number,
): Found => ({
  stance,
  issue,
  holders,
  condition: conditionOf(reading, [word, issue.head]),
  rule: `positions/${rule}`,
  confidence,
});

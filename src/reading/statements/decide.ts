import { formOf, lemmaOf, sentenceOf, spanOf, uposOf } from "../../language/index.js";
import type { Span } from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { candidatesOf, cuesOf } from "./candidates.js";
import { continued, isQuoted } from "./carry-on.js";
import { withoutCollisions } from "./collisions.js";
import { type CueCandidate, isUnreal } from "./cues/index.js";
import type { Candidate, Draft } from "./drafts.js";
import { statementsByForm } from "./forms/index.js";
import type { Verdict } from "./judge/index.js";
import { isNewsOrganization } from "./medium.js";
import { parentsOf } from "./nesting.js";
import { ruleOf } from "./proposals.js";
import { covers, wholeQuotations } from "./quoted.js";
import { A_THING, isFirstPerson, type Source, sourceOfPhrase } from "./speakers.js";

/**
 * The statements of a story, before they have ids: cues with content, each with its source, continued by quotations that no cue of their
 * own follows. In text order of their cues.
 */
export function decideStatements(reading: Reading, referents: Referents): Draft[] {
  const { sight, proposals } = candidatesOf(reading, referents, cuesOf(reading));
  const found: Candidate[] = statementsByForm(
    reading,
    referents,
    proposals.filter(({ cue }) => cue.listed),
  );
  const proven = new Set(found.map(({ cue }) => cue.word));
  for (const candidate of proposals) {
    if (proven.has(candidate.cue.word)) continue;
    const verdict = reading.knowledge.judge.verdict(sight, candidate);
    const proof = isProof(reading, candidate.cue);
    if (verdict === null || (!proof && verdict.chance < leastChance(candidate.cue, verdict))) continue;
    if (isBarred(reading, candidate.cue, verdict.source)) continue;
    const { spans, way } = verdict.proposal;
    if (isEmpty(reading, spans)) continue;
    const { addressee } = candidate;
    const cueSpan = spanOf(reading.doc, candidate.cue.word);
    const content = wholeQuotations(reading.quotationsAt(candidate.cue.word), spans, cueSpan);
    const cue = { ...withClass(reading, candidate.cue, content), source: isFixed(candidate.cue) ? candidate.cue.source : verdict.source };
    found.push({
      cue,
      cueSpan,
      content,
      addressee,
      rule: ruleOf(way),
      confidence: proof ? Math.max(verdict.confidence, PROVEN) : verdict.confidence,
      odds: verdict.odds,
    });
  }
  found.sort((a, b) => a.cue.word - b.cue.word);
  const kept = continued(reading, withoutCollisions(found));
  return filtered(reading, withSources(reading, referents, kept, parentsOf(kept)), referents);
}

/** What the guidelines keep out though the corpus has it: a verb of the tables of which nobody is the source ("is expected to"), or that was never uttered ("could not say"). */
const isBarred = ({ syntax, knowledge }: Reading, { listed, kind, word, frame }: CueCandidate, source: number): boolean =>
  !listed && kind === "verb" && knowledge.lexicon.reportingVerbs.has(frame.lemma) && (source < 0 || isUnreal(syntax, word));

/** "was quoted as saying by state television": a cue of several fixed words has its source by its form, whatever else stands near. */
const isFixed = ({ kind, words }: CueCandidate): boolean => kind === "verb" && words.length > 2;

/** How sure a phrase is that stands for itself: no measure, but what the forms of statements have that are as plain (`forms/`). */
const PROVEN = 0.7;

/** "In the port's view, …", "…, by the army's own account, …": set off by a comma or at the head of its sentence, where the corpus of the judge has seen too few. */
const isProof = ({ doc, knowledge }: Reading, { kind, word, frame }: CueCandidate): boolean =>
  kind === "phrase" &&
  knowledge.lexicon.reportingPhrases.get(frame.lemma)?.rare === true &&
  (word === 0 || sentenceOf(doc, word - 1) !== sentenceOf(doc, word) || uposOf(doc, word - 1) === "PUNCT");

/** What is quoted of somebody was said, whatever the verb: "savaged it as “a farce”". */
const withClass = (reading: Reading, cue: CueCandidate, content: readonly Span[]): CueCandidate =>
  cue.listed || !content.some((piece) => isQuoted(reading, piece)) ? cue : { ...cue, frame: { ...cue.frame, class: "speech" } };

/**
 * Chance of being right, source included, under which a statement is left out. A verb or phrase of saying with what its row of the table licenses needs little
 * more: the corpus that the judge learned from is of one country's politics, the table is not. What the tables lack needs more.
 */
function leastChance({ listed, frame, kind }: CueCandidate, { proposal, source }: Verdict): number {
  if (!listed) return source < 0 ? 0.5 : 0.4;
  return proposal.way.startsWith("base/") && frame.class === "speech" && kind !== "noun" ? 0.12 : 0.2;
}

/** From here on, a thing speaks, too: "the draft says", "the initiative calls for". */
const SURE_ODDS = 0.8;

/** Sources in text order; the enclosing statement's source first, for "I" and "we". */
function withSources(reading: Reading, referents: Referents, candidates: readonly Candidate[], parents: readonly number[]): Draft[] {
  const sources = new Map<number, Source>();
  const resolve = (i: number, depth: number): Source => {
    const known = sources.get(i);
    if (known) return known;
    const enclosing = parents[i] >= 0 && depth < 8 ? resolve(parents[i], depth + 1) : null;
    const source = sourceOfPhrase(reading, referents, candidates[i].cue.source, enclosing);
    sources.set(i, source);
    return source;
  };
  return candidates.map((candidate, i) => {
    const source = resolve(i, 0);
    // "told reporters" says through what channel, not to whom.
    const audience = candidate.addressee >= 0 && isAudience(reading, candidate.addressee);
    const addressee = candidate.addressee >= 0 && !audience ? referents.at[candidate.addressee] : -1;
    return { ...candidate, addressee, source, within: parents[i] };
  });
}

/** More characters than any phrase of the table of empty contents has. */
const LONGEST_EMPTY = 80;

/** "declined to comment", "asked not to be identified": nothing is said by it (guidelines, table of parts). */
function isEmpty({ story, knowledge }: Reading, content: readonly Span[]): boolean {
  const words = content
    .map(({ start, end }) => story.text.slice(start, Math.min(end, start + LONGEST_EMPTY)))
    .join(" ")
    .toLowerCase();
  for (const { phrase, more } of knowledge.lexicon.emptyContents.values())
    if (words === phrase || (more && words.startsWith(`${phrase} `))) return true;
  return false;
}

const isAudience = (reading: Reading, word: number): boolean => isNewsOrganization(reading, word) || isListeners(reading, word);

const isListeners = ({ doc, knowledge }: Reading, word: number): boolean =>
  [formOf(doc, word), lemmaOf(doc, word)].some((noun) => knowledge.lexicon.media.get(noun)?.kind === "audience");

/** Verbs of plain saying: "did not say", "would not comment" leave nothing on record; "did not offer to leave" does. */
const isSilence = ({ story }: Reading, { cue, content }: Draft): boolean =>
  cue.negated &&
  cue.frame.class === "speech" &&
  cue.frame.object !== "content" &&
  !(cue.frame.takes.has("inf") && story.text.startsWith("to ", content[0].start));

/**
 * Leaves out what is no statement by the guidelines: a negated saying, and what a speaker says within its own words that it or its
 * own side wishes, plans or believes ("we ask", "said he hoped"); what they said on another occasion stays.
 */
function filtered(reading: Reading, drafts: readonly Draft[], referents: Referents): Draft[] {
  const keep = drafts.map((draft) => {
    if (
      isSilence(reading, draft) ||
      (draft.source === A_THING && !draft.content.some((piece) => isQuoted(reading, piece)) && draft.odds < SURE_ODDS)
    )
      return false;
    if (draft.within < 0) return true;
    // "You said you would": whoever listens, which no text tells.
    if (draft.source.kind === "unknown" && draft.cue.source >= 0 && lemmaOf(reading.doc, draft.cue.source) === "you") return false;
    // Of what is said within somebody's words the corpus says nothing: there only the tables are trusted.
    if (!draft.cue.listed) return false;
    const outer = drafts[draft.within];
    const own = isFirstPerson(reading, draft.cue.source) || sameSide(referents, outer.source, draft.source);
    if (!own) return true;
    const earlier = draft.cue.time === "past" && draft.cue.frame.class === "speech" && draft.cue.kind === "verb";
    return earlier && isPerfect(reading, draft.cue.word);
  });
  let count = 0;
  const numbers = keep.map((kept) => (kept ? count++ : -1));
  // What stood in a statement that is left out stands in the next one around it whose words hold its cue, if there is one.
  const nextAround = ({ cueSpan, within }: Draft): number => {
    let around = within;
    while (around >= 0 && !(keep[around] && covers(drafts[around].content, cueSpan))) around = drafts[around].within;
    return around < 0 ? -1 : numbers[around];
  };
  return drafts.filter((_, i) => keep[i]).map((draft) => ({ ...draft, within: nextAround(draft) }));
}

function isPerfect({ doc, syntax }: Reading, verb: number): boolean {
  for (let i = syntax.firstChild[verb]; i >= 0; i = syntax.nextSibling[i])
    if (["have", "has", "had", "’ve", "'ve"].includes(formOf(doc, i).toLowerCase())) return true;
  return false;
}

function sameSide({ all }: Referents, a: Source, b: Source): boolean {
  if (a.kind !== "referent" || b.kind !== "referent") return a.kind === "unnamed" && b.kind === "unnamed";
  if (a.referent === b.referent || a.joint.includes(b.referent)) return true;
  const speaksFor = all[a.referent].affiliation;
  return speaksFor >= 0 && speaksFor === b.referent;
}

import { formOf, lemmaOf, spanOf } from "../../language/index.js";
import { overlaps, type Span } from "../../model/index.js";
import { nameAround, type Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { contentOf } from "./content.js";
import type { Context } from "./content-context.js";
import { continuations } from "./continuation.js";
import { cueCandidates } from "./cues.js";
import type { Draft } from "./drafts.js";
import { isNewsOrganization } from "./medium.js";
import { covers, isFreeStanding, wholeQuotations } from "./quoted.js";
import { A_THING, isFirstPerson, type Source, sourceOfPhrase } from "./speakers.js";

/**
 * The statements of a story, before they have ids: cues with content, each with its source, continued by quotations that no cue of their
 * own follows. In text order of their cues.
 */
export function decideStatements(reading: Reading, referents: Referents): Draft[] {
  const { lexicon } = reading.knowledge;
  const cues = cueCandidates(reading.syntax, lexicon, reading.quotations);
  const context: Context = {
    syntax: reading.syntax,
    quotations: reading.quotations,
    cueWords: new Set(cues.map(({ word }) => word)),
    lexicon,
    nameAround: (word) => nameAround(referents, word),
  };
  const continuing = continuations(context, cues);
  const found: Candidate[] = [];
  for (const candidate of cues) {
    const cue = { ...candidate, source: continuing.get(candidate.word) ?? candidate.source };
    const content = contentOf(context, cue);
    if (!content || isEmpty(reading, content.spans)) continue;
    const span = spanOf(reading.doc, cue.word);
    found.push({ ...content, cue, cueSpan: span, content: wholeQuotations(reading.quotations, content.spans, span) });
  }
  const kept = continued(reading, withoutCollisions(found));
  const parents = kept.map((candidate) => parentOf(kept, candidate));
  return filtered(reading, withSources(reading, referents, kept, parents), referents);
}

/** A statement before it is known who says it and within what. `addressee` is the word that heads the phrase, not yet a referent. */
type Candidate = Omit<Draft, "source" | "within">;

/** Two candidates with one content are one statement: the surer stays ("voiced hope that": noun and verb). A content that holds its own cue is wrong. */
function withoutCollisions(found: readonly Candidate[]): Candidate[] {
  const sound = found.filter(({ content, cueSpan }) => !content.some((piece) => overlaps(piece, cueSpan)));
  return sound.filter(
    (candidate) =>
      !sound.some(
        (other) =>
          other !== candidate &&
          sameSpans(other.content, candidate.content) &&
          (other.confidence > candidate.confidence ||
            (other.confidence === candidate.confidence && other.cueSpan.start < candidate.cueSpan.start)),
      ),
  );
}

const sameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((span, i) => span.start === b[i].start && span.end === b[i].end);

const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** The candidate with the smallest content that holds this one's cue; -1 for none. */
function parentOf(all: readonly Candidate[], candidate: Candidate): number {
  let parent = -1;
  for (const [i, other] of all.entries()) {
    // What is nested is smaller than what it is nested in; so no two can each be the other's parent, nor any ring of them.
    if (!covers(other.content, candidate.cueSpan) || sizeOf(other.content) <= sizeOf(candidate.content)) continue;
    if (parent < 0 || sizeOf(other.content) < sizeOf(all[parent].content)) parent = i;
  }
  return parent;
}

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

/** "declined to comment", "asked not to be identified": nothing is said by it (guidelines, table of parts). */
function isEmpty({ story, knowledge }: Reading, content: readonly Span[]): boolean {
  const words = content
    .map(({ start, end }) => story.text.slice(start, end))
    .join(" ")
    .toLowerCase();
  for (const { phrase, more } of knowledge.lexicon.emptyContents.values())
    if (words === phrase || (more && words.startsWith(`${phrase} `))) return true;
  return false;
}

const isAudience = (reading: Reading, word: number): boolean => isNewsOrganization(reading, word) || isListeners(reading, word);

const isListeners = ({ doc, knowledge }: Reading, word: number): boolean =>
  [formOf(doc, word), lemmaOf(doc, word)].some((noun) => knowledge.lexicon.media.get(noun)?.kind === "audience");

const isQuoted = ({ quotations }: Reading, { content }: Draft): boolean =>
  content.some((piece) => quotations.some((quotation) => overlaps(piece, quotation)));

/** Verbs of plain saying: "did not say", "would not comment" leave nothing on record. */
const isSilence = ({ cue }: Draft): boolean =>
  cue.negated && cue.frame.class === "speech" && !cue.frame.takes.has("inf") && cue.frame.object !== "content";

/**
 * Leaves out what is no statement by the guidelines: a negated saying, and what a speaker says within its own words that it or its
 * own side wishes, plans or believes ("we ask", "said he hoped"); what they said on another occasion stays.
 */
function filtered(reading: Reading, drafts: readonly Draft[], referents: Referents): Draft[] {
  const keep = drafts.map((draft) => {
    if (isSilence(draft) || (draft.source === A_THING && !isQuoted(reading, draft))) return false;
    if (draft.within < 0) return true;
    const outer = drafts[draft.within];
    const own = isFirstPerson(reading, draft.cue.source) || sameSide(referents, outer.source, draft.source);
    if (!own) return true;
    const earlier = draft.cue.time === "past" && draft.cue.frame.class === "speech" && draft.cue.kind === "verb";
    return earlier && isPerfect(reading, draft.cue.word);
  });
  const numbers = keep.map((kept, i) => (kept ? keep.slice(0, i).filter(Boolean).length : -1));
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

/**
 * Quotations that make whole sentences and have no cue of their own carry on the statement before them: in the same paragraph, or at the
 * start of the next where that one was left open or its quotation ended the paragraph (guidelines, "What is one statement").
 */
function continued(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const { doc, quotations, story } = reading;
  const contents: Span[][] = candidates.map(({ content }) => [...content]);
  for (const quotation of quotations) {
    if (quotation.depth > 0 || !isFreeStanding(doc, quotation)) continue;
    // What is said inside the quotation is somebody's words within it, and does not make it anybody's.
    const outer = candidates.map(({ cueSpan }) => !(quotation.start <= cueSpan.start && cueSpan.end <= quotation.end));
    if (contents.some((content, i) => outer[i] && content.some((piece) => overlaps(piece, quotation)))) continue;
    const before = lastBefore(candidates, contents, quotation.start);
    if (before < 0 || !mayCarryOn(story.text, candidates[before], contents[before], quotation)) continue;
    const last = contents[before][contents[before].length - 1];
    const gap = story.text.slice(last.end, quotation.start);
    if (/^\s*$/.test(gap) && /["“”]/.test(story.text[last.start]))
      contents[before][contents[before].length - 1] = { start: last.start, end: quotation.end };
    else contents[before].push({ start: quotation.start, end: quotation.end });
  }
  return candidates.map((candidate, i) => ({ ...candidate, content: contents[i] }));
}

/** The outermost statement that ends last before an offset: its content or its cue; -1 for none. */
function lastBefore(candidates: readonly Candidate[], contents: readonly (readonly Span[])[], offset: number): number {
  let best = -1;
  let bestEnd = -1;
  for (const [i, { cue, cueSpan }] of candidates.entries()) {
    if (cue.kind !== "verb" || contents.some((content, j) => j !== i && covers(content, cueSpan))) continue;
    const end = Math.max(cueSpan.end, ...contents[i].map((piece) => piece.end));
    if (end <= offset && end > bestEnd) {
      best = i;
      bestEnd = end;
    }
  }
  return best;
}

/** Only words already quoted are carried on across a paragraph; within one, any statement of the same paragraph is. */
function mayCarryOn(text: string, { cue }: Candidate, content: readonly Span[], quotation: Span): boolean {
  const last = content[content.length - 1];
  const between = text.slice(last.end, quotation.start);
  const paragraphs = (between.match(/\n+/g) ?? []).length;
  const wasQuoted = /["“”]/.test(text.slice(last.start, last.end));
  if (paragraphs === 0) return between.length < 600 && cue.frame.takes.has("quote");
  return paragraphs === 1 && wasQuoted && between.length < 300;
}

import { formOf, lemmaOf, spanOf, uposOf, type WordRange } from "../../language/index.js";
import { contains, type Span } from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import { modalityAt, type Standing } from "../modality/index.js";
import { quotationsOver } from "../quotations.js";
import type { Reading } from "../reading.js";
import type { Draft } from "../statements/index.js";
import type { Sighting } from "./analyse.js";
import { attendeesOf } from "./attendance.js";
import { type Dated, dateOf, dateOfSaying, isLocative, isPlace, isPluperfect, placeOf } from "./bearings.js";
import { type Candidate, counterOf } from "./candidates.js";
import type { Decided } from "./decide.js";
import type { Option } from "./options.js";
import { partiesOf, type Voice } from "./participants.js";
import { isParty, partyPhrase, partyWithin } from "./parties.js";
import { areOneSide, otherSide, type Sides } from "./sides.js";
import { eventStanding, isCalledOffByNobody, isOnlySpokenOf, SPEAKS_AGAINST, VERBAL_CONFLICT, warnsOfThing } from "./standing.js";
import type { EventType } from "./tables.js";

/** An event while actors have no ids. */
export interface EventDraft extends Decided {
  readonly candidate: Candidate;
  /** Referents, each once. */
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  readonly actorWords: WordRange | null;
  readonly recipientWords: WordRange | null;
  readonly place: WordRange | null;
  readonly date: string | null;
  readonly standing: Standing;
  readonly background: boolean;
  /** Number of the statement draft in whose content it stands; -1 for none. */
  readonly within: number;
  /** Whether that statement is an actor's own announcement of its act. */
  readonly own: boolean;
}

/** What every event of a story is drafted from. */
export interface Scene {
  readonly reading: Reading;
  readonly referents: Referents;
  readonly statements: readonly Draft[];
  /** The number of the smallest statement in whose content a span stands; -1 for none. */
  readonly innermost: (span: Span) => number;
  readonly dates: Dated;
  readonly sides: Sides;
  readonly known: ReadonlyMap<number, readonly number[]>;
}

/** The event of a word that tells one, with who takes part, where, when and how it stands to the facts; null where it only speaks of one. */
export function draftOf(
  scene: Scene,
  { candidate, actor, options }: Sighting,
  recipient: Option | null,
  decided: Decided,
): EventDraft | null {
  const { reading, referents, statements, innermost, dates, sides, known } = scene;
  const { doc, syntax, knowledge, story } = reading;
  const { word, verb } = candidate;
  const { type } = decided;
  const raw = modalityAt(syntax, knowledge.lexicon, verb >= 0 ? verb : counterOf(syntax, word));
  if (raw.polarity === "negative" && !SPEAKS_AGAINST.has(type)) return null;
  if (isDoneByThing(reading, referents, candidate, actor) || isCalledOffByNobody(reading, candidate, type)) return null;
  if (type === "THREATEN" && warnsOfThing(reading, candidate, (head) => isParty(reading, referents, head))) return null;

  const within = innermost(spanOf(doc, word));
  const source = within >= 0 ? statements[within].source : null;
  const speaker = source?.kind === "referent" ? source.referent : -1;
  const voice: Voice = { speaker, acted: false, sides, known };
  let actors = partiesOf(reading, referents, actor, voice);
  if (isOnlySpokenOf(reading, candidate, type, actors.length > 0)) return null;
  let { rule } = decided;
  if (actors.length === 0 && speaker >= 0 && VERBAL_CONFLICT.has(type) && isQuoted(reading, statements[within], word)) {
    // "Let them give us back our dead", "There is nothing to discuss": who says it asks and refuses.
    actors = [speaker];
    rule = `${rule}+speaker`;
  }
  const denied = within >= 0 && (statements[within].cue.frame.denies || statements[within].cue.negated);
  const standing = eventStanding(reading, candidate, type, raw, denied);

  const acted: Voice = { ...voice, acted: true };
  const meant = recipient ?? ownedBy(scene, type, options, actors, voice);
  const place = placeOf(reading, referents, candidate, meant === null ? [] : [meant.head]);
  // "an attack in Chad": where, not whom. Its words stay beside the act, as the place.
  const isWhere = meant !== null && isLocative(lastStep(meant.path)) && isPlace(reading, referents, meant.head);
  const words = meant === null ? null : partyPhrase(reading, meant.head, true);
  let recipients: readonly number[] =
    meant === null || isWhere ? [] : partiesOf(reading, referents, meant.head, acted).filter((one) => !actors.includes(one));
  const together = isTogether(reading, candidate, type, recipient);
  const mutual = isMutual(reading, candidate) && actors.length > 1;
  if (recipients.length === 0 && !together && !mutual && isAimed(type, standing)) {
    const others = otherSide(sides, actors, word, type === "REQUEST" || type === "AGREE");
    if (others.length > 0) {
      recipients = others;
      rule = `${rule}+other-side`;
    }
  }
  const speaks = (some: number): boolean =>
    speaker >= 0 && [speaker, ...(source?.kind === "referent" ? source.joint : [])].some((one) => areOneSide(sides, one, some));
  const saying = actors.some(speaks) && (VERBAL_CONFLICT.has(type) || type === "AGREE") ? statements[within].cue.word : -1;
  const date = dateOf(reading, candidate, dates) ?? dateOfSaying(reading, saying, dates);
  const all = together
    ? [...new Set([...actors, ...recipients, ...(type === "CONSULT" ? attendeesOf(reading, referents, candidate, acted) : [])])]
    : actors;
  return {
    candidate,
    ...decided,
    rule,
    actors: all,
    recipients: mutual ? actors : together ? [] : recipients,
    actorWords: actor < 0 ? null : partyPhrase(reading, actor, true),
    recipientWords: isWhere ? null : words,
    place: isWhere ? words : place,
    date,
    standing,
    background: isPluperfect(reading, candidate) || isOld(date, story.published?.value ?? null),
    within,
    // One who was at a meeting knows of it; an agreement or an act is claimed of all who share in it.
    own: all.length > 0 && (type === "CONSULT" ? all.some(speaks) : all.every(speaks)),
  };
}

/** Types of words that are aimed at somebody though they name nobody, and what is done once a condition is met. */
const isAimed = (type: EventType, { certainty }: Standing): boolean =>
  VERBAL_CONFLICT.has(type) || type === "AGREE" || (certainty !== "asserted" && (type === "COERCE" || type === "SANCTION"));

/** Types of acts that hit whoever owns what they are done to. */
const HITS_OWNER: ReadonlySet<EventType> = new Set(["COERCE", "ASSAULT", "SANCTION", "CONCEDE", "REJECT", "ACCUSE"]);
const ONTO = new Set(["obj", "into", "on", "at", "against", "of"]);

/** "entered its airspace", "seized a Bolivian customs post": the state or body whose the thing is that was acted on, unless it is the actor's own side. */
function ownedBy(
  { reading, referents, sides }: Scene,
  type: EventType,
  options: readonly Option[],
  actors: readonly number[],
  voice: Voice,
): Option | null {
  if (!HITS_OWNER.has(type)) return null;
  for (const option of options) {
    const [onto, owner, ...rest] = option.path.split(">");
    if (!ONTO.has(onto) || !["poss", "mod"].includes(owner) || rest.length > 0) continue;
    const [party] = partiesOf(reading, referents, option.head, voice);
    if (party === undefined || !["state", "organization"].includes(referents.all[party].kind)) continue;
    if (!actors.some((actor) => areOneSide(sides, actor, party))) return option;
  }
  return null;
}

/**
 * "the printer refused", "locusts attacked": the subject is a thing that nobody owns, so that the verb is meant otherwise. A force, a weapon
 * or an attack may stand for who uses it ("airstrikes killed").
 */
function isDoneByThing(reading: Reading, referents: Referents, { clause, kind }: Candidate, actor: number): boolean {
  if (actor < 0 || clause === null || clause.passive || kind === "predicate") return false;
  const { doc, knowledge } = reading;
  if (uposOf(doc, actor) !== "NOUN" || isParty(reading, referents, actor) || partyWithin(reading, referents, actor) >= 0) return false;
  const lemma = lemmaOf(doc, actor).toLowerCase();
  return !knowledge.lexicon.eventForces.has(lemma) && !knowledge.events.nouns.has(lemma);
}

/** Whether a word stands between the quotation marks of a statement's own words. */
const isQuoted = ({ quotations, doc }: Reading, { content }: Draft, word: number): boolean => {
  const span = spanOf(doc, word);
  return quotationsOver(quotations, span).some(
    (quotation) => contains(quotation, span) && content.some((part) => part.start <= quotation.start + 1 && quotation.end - 1 <= part.end),
  );
};

/** Events that both sides do: all are actors (guidelines: "Symmetric events list all sides in actors"). */
function isTogether({ doc }: Reading, { frame, clause, word }: Candidate, type: EventType, recipient: Option | null): boolean {
  if (type === "CONSULT") return true;
  if (type !== "AGREE" && type !== "COOPERATE") return false;
  if (frame?.sides) return true;
  return recipient !== null && lastStep(recipient.path) === "with" && (clause === null || uposOf(doc, word) !== "NOUN" || type === "AGREE");
}

/** "blamed each other", "accused each other's coast guard". */
function isMutual({ doc }: Reading, { clause }: Candidate): boolean {
  if (clause === null || clause.object < 0) return false;
  const form = (at: number): string => (at >= 0 && at < doc.length ? formOf(doc, at).toLowerCase() : "");
  const isPair = (at: number): boolean =>
    (form(at) === "each" && form(at + 1) === "other") || (form(at) === "one" && form(at + 1) === "another");
  for (let word = clause.object; word >= clause.object - 5; word--) if (isPair(word)) return true;
  return false;
}

const lastStep = (path: string): string => path.slice(path.lastIndexOf(">") + 1).replace("^", "");

/** History told again: dated more than two months before the story. */
function isOld(date: string | null, published: string | null): boolean {
  if (date === null || published === null) return false;
  const months = (value: string): number => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7) || 12);
  return months(published) - months(date) > 2;
}

import { formOf, uposOf, type WordRange } from "../../../language/index.js";
import type { Referents } from "../../actors/index.js";
import type { Reading } from "../../reading.js";
import type { Form } from "./form.js";
import { type Paragraph, paragraphsOf } from "./paragraphs.js";

/** Words of a label: "MINISTER ANE LUND (Harbour Party):". */
const LONGEST_LABEL = 12;

/** Paragraphs of a turn, at most: two labels further apart have the story's own words between them. */
const LONGEST_TURN = 8;

/** How a label shows that a turn follows: its part by the table, a known person, a function, or its capitals alone. */
type Kind = "asker" | "answerer" | "person" | "role" | "capitals";

interface Label {
  readonly kind: Kind;
  /** Without the brackets behind it. */
  readonly range: WordRange;
  readonly colon: number;
  /** By which two turns are one speaker's. */
  readonly key: string;
}

interface Turn {
  readonly label: Label;
  readonly paragraph: number;
}

/**
 * The turns of an interview or transcript: paragraphs that begin with a label and a colon (`LUND: We wait.`, `Q: Why?`, `Ane Lund (director): “…”`), each with
 * the paragraphs without a label behind it. A list ("Monday: rain") is none: its labels are no speakers, or stand once each.
 */
export function turnsOf(reading: Reading, referents: Referents): Form[] {
  const { doc } = reading;
  const paragraphs = paragraphsOf(doc);
  const labelled = paragraphs.flatMap((paragraph, i): Turn[] => {
    const label = labelOf(reading, referents, paragraph);
    return label === null ? [] : [{ label, paragraph: i }];
  });
  const counts = new Map<string, number>();
  for (const { label } of labelled) counts.set(label.key, (counts.get(label.key) ?? 0) + 1);
  const recurs = ({ label }: Turn): boolean => (counts.get(label.key) ?? 0) > 1;
  const known = labelled.filter(({ label: { kind } }) => kind !== "capitals");
  const speaking = known.filter(({ label, paragraph }) => label.kind !== "person" || speaks(reading, label, paragraphs[paragraph]));
  const isTranscript = labelled.some(recurs) || new Set(speaking.map(({ label }) => label.key)).size > 1;
  if (labelled.length < 2 || !isTranscript) return [];
  const turns = labelled.filter(
    (turn) =>
      recurs(turn) ||
      turn.label.kind === "asker" ||
      turn.label.kind === "answerer" ||
      speaks(reading, turn.label, paragraphs[turn.paragraph]) ||
      labelled.some(({ paragraph }) => Math.abs(paragraph - turn.paragraph) === 1),
  );
  const answerer = interviewee(referents, turns.length === 0 ? 0 : paragraphs[turns[0].paragraph].first);
  return turns.flatMap(({ label, paragraph }, i): Form[] => {
    if (label.kind === "asker") return [];
    const end = endOfTurn(reading, paragraphs, paragraph, turns[i + 1]?.paragraph ?? null);
    const first = label.colon + 1;
    if (first > paragraphs[paragraph].last) return [];
    return [
      {
        mark: label.colon,
        label: label.range,
        source: label.kind === "answerer" ? answerer : speakerIn(reading, referents, label),
        content: { start: doc.start[first], end: paragraphs[end].end },
        rule: "statements/turn",
        confidence: 0.9,
      },
    ];
  });
}

/** The label at the beginning of a paragraph; null for none. */
function labelOf(reading: Reading, referents: Referents, { first, last }: Paragraph): Label | null {
  const { doc, knowledge } = reading;
  let colon = first + 1;
  while (colon <= last && colon - first <= LONGEST_LABEL && formOf(doc, colon) !== ":") colon++;
  const isBare = formOf(doc, first) === "Q." || formOf(doc, first) === "A.";
  if (isBare && formOf(doc, colon) !== ":") colon = first;
  else if (colon > last || formOf(doc, colon) !== ":" || doc.start[colon] !== doc.end[colon - 1]) return null;
  let end = isBare ? first : colon - 1;
  if (/^[)\]]$/.test(formOf(doc, end))) {
    while (end > first && !/^[([]$/.test(formOf(doc, end))) end--;
    end--;
  }
  if (end < first) return null;
  const range = { first, last: end };
  const words = doc.text.slice(doc.start[first], doc.end[end]);
  const key = words.toLowerCase().replace(/[.]/g, "");
  const part = knowledge.lexicon.turnLabels.get(key)?.part;
  const found = (kind: Kind): Label => ({ kind, range, colon, key });
  if (part !== undefined) return found(part);
  if (!words.split(/\s+/).every((word) => /^\p{Lu}|^(?:of|for|the|and|de|da|van|von|der|bin|al)$/u.test(word))) return null;
  if (personIn(referents, range) >= 0) return found("person");
  if (/^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(words.replace(/\bM(?:c|r|rs|s)\b/g, ""))) return found("capitals");
  return knowledge.lexicon.roleNouns.has(formOf(doc, end).toLowerCase()) ? found("role") : null;
}

/** The last word of a label that is a named person's; -1 for none. */
function personIn({ all, at }: Referents, { first, last }: WordRange): number {
  for (let word = last; word >= first; word--)
    if (at[word] >= 0 && all[at[word]].kind === "person" && all[at[word]].name !== null) return word;
  return -1;
}

/** Who is meant by a label: a person named in it, or the only one of the story whose name ends with its last word; else the word itself. */
function speakerIn({ doc }: Reading, referents: Referents, { range }: Label): number {
  const own = personIn(referents, range);
  if (own >= 0) return own;
  const name = formOf(doc, range.last).toLowerCase();
  const bearers = referents.all.filter(({ kind, name: full }) => kind === "person" && full?.toLowerCase().split(" ").at(-1) === name);
  return bearers.length === 1 && bearers[0].mentions.length > 0 ? bearers[0].mentions[0].head : range.last;
}

/** Whom "A" stands for: the only person that is named before the first turn; -1 where there are several or none. */
function interviewee({ all }: Referents, before: number): number {
  const named = all.filter(({ kind, name, mentions }) => kind === "person" && name !== null && mentions.some(({ head }) => head < before));
  return named.length === 1 ? named[0].mentions[0].head : -1;
}

const FIRST_OR_SECOND = new Set(["i", "we", "you", "my", "our", "your", "me", "us"]);

/** Whether what follows a label is said rather than told: it is quoted, or it speaks of itself or to somebody. */
function speaks({ doc }: Reading, { colon }: Label, { last }: Paragraph): boolean {
  if (colon < last && /^["“‘]/.test(formOf(doc, colon + 1))) return true;
  for (let word = colon + 1; word <= last; word++)
    if (uposOf(doc, word) === "PRON" && FIRST_OR_SECOND.has(formOf(doc, word).toLowerCase())) return true;
  return false;
}

/**
 * The last paragraph of a turn: before the next label where that is near; else, and of the last turn, as far as somebody goes on speaking of himself or to
 * somebody, since the story may go on behind it.
 */
function endOfTurn(reading: Reading, paragraphs: readonly Paragraph[], from: number, next: number | null): number {
  const { doc } = reading;
  const isNear = next !== null && next - from <= LONGEST_TURN;
  let end = from;
  for (let i = from + 1; i < Math.min(next ?? paragraphs.length, from + LONGEST_TURN); i++) {
    const { first, last, start, end: to } = paragraphs[i];
    // "(APPLAUSE)" is nobody's words; what follows it may still be the turn's.
    if (/^[([][^)\]]*[)\]]$/.test(doc.text.slice(start, to))) continue;
    let goesOn = false;
    for (let word = first; word <= last; word++)
      goesOn ||= uposOf(doc, word) === "PRON" && FIRST_OR_SECOND.has(formOf(doc, word).toLowerCase());
    if (!isNear && !goesOn) break;
    end = i;
  }
  return end;
}

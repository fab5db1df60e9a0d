import type { SpeakerRow, StatementRow } from "../../../archive/index.js";
import { extentOf } from "../../../model/index.js";
import { piece } from "../styled.js";
import type { Cell, Column } from "../table.js";
import type { Style, Theme } from "../theme.js";
import { joinNames } from "../voices.js";
import { unsure, wordsOn } from "../words.js";
import { type ListView, storyCsv } from "./list.js";

export const STATEMENT_COLUMNS: readonly Column[] = [
  { head: "SPEAKER", min: 16 },
  { head: "CUE", min: 9 },
  { head: "WORDS", min: 28 },
];

/** What a line of a statement table is made of, whether it comes from a record or from the archive. */
export interface StatementLine {
  readonly speaker: string;
  readonly hue?: Style;
  /** Null for a turn of a transcript. */
  readonly cue: string | null;
  readonly words: string;
  readonly class: StatementRow["class"];
  readonly denied: boolean;
  readonly confidence: number;
}

/** What of a statement may not be overlooked stands behind the cue: that it is an attitude, denied, unsure. */
export function statementCells(
  { speaker, hue, cue, words, class: kind, denied, confidence }: StatementLine,
  theme: Theme,
): readonly Cell[] {
  const marks = [kind === "attitude" ? "attitude" : null, denied ? "denial" : null, unsure(confidence)].filter((mark) => mark !== null);
  return [piece(speaker, hue), [piece(cue ?? "—"), ...marks.map((mark) => piece(` · ${mark}`, theme.warn))], piece(words)];
}

export const STATEMENTS: ListView<StatementRow> = {
  columns: STATEMENT_COLUMNS,
  cells: (row, theme) =>
    statementCells({ ...row, speaker: speakerName(row), cue: row.cue && wordsOn(row.cue), words: wordsOn(row.content) }, theme),
  csv: {
    ...storyCsv,
    id: ({ id }) => id,
    speaker_kind: ({ speaker }) => speaker.kind,
    speaker: (row) => speakerName(row),
    speaker_country: ({ speaker }) => first(speaker)?.country ?? null,
    speaker_role: ({ speaker }) => first(speaker)?.role ?? null,
    speaker_affiliation: ({ speaker }) => first(speaker)?.affiliation ?? null,
    cue: ({ cue }) => cue && wordsOn(cue),
    cue_lemma: ({ cueLemma }) => cueLemma,
    words: ({ content }) => wordsOn(content),
    start: ({ content }) => extentOf(content).start,
    end: ({ content }) => extentOf(content).end,
    mode: ({ mode }) => mode,
    class: (row) => row.class,
    denied: ({ denied }) => denied,
    addressee: ({ addressee }) => addressee?.name ?? null,
    medium: ({ medium }) => medium && wordsOn(medium),
    date: ({ date }) => date,
    within: ({ modality }) => modality.within,
    confidence: ({ confidence }) => confidence,
  },
};

const first = (speaker: SpeakerRow) => (speaker.kind === "actor" ? speaker.actor : null);

/** Who is on record for a statement of the archive; unnamed sources in the words of the story. */
export function speakerName({ speaker, speakerSpan }: Pick<StatementRow, "speaker" | "speakerSpan">): string {
  if (speaker.kind === "actor") return joinNames([speaker.actor, ...speaker.joint].map(({ name }) => name));
  if (speaker.kind === "unknown") return "unknown source";
  return `${speakerSpan === null ? "somebody" : wordsOn(speakerSpan)} (unnamed)`;
}

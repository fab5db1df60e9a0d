import { findDate, isClockTime, type WrittenDate } from "../dates.js";
import type { Knowledge } from "./knowledge.js";

/** Dates that a line gives for the story itself; offsets are the line's. */
export interface Timestamp {
  readonly published: WrittenDate | null;
  readonly updated: WrittenDate | null;
}

const NOTHING: Timestamp = { published: null, updated: null };

/** Longest line that is a timestamp: "This report by The Canadian Press was first published March 5, 2019." and some more. */
const LONGEST = 180;
/** Most letters between the word and its date, and behind the last date ("in Ottawa", "| 3 min read"). */
const GAP = 24;
const REST = 40;

/**
 * Reads a line that says when the story was published or updated: "Republished June 14, 2021 - 9:40 AM", "Published: 5 Jan 2022 | Updated: 6
 * Jan 2022", "Updated 3 hours ago" (a timestamp without a value). Null for any other line: "Published in 2019, the report …".
 */
export function timestampOf(line: string, knowledge: Knowledge): Timestamp | null {
  if (line.length > LONGEST) return null;
  const phrases = knowledge.timestampPhrases(line);
  const opening = knowledge.phrase("start", line);
  const isOpened = opening?.row.region === "timestamp";
  if (isOpened && isVague(line.slice(opening.end))) return NOTHING;

  let { published, updated } = NOTHING;
  let lastEnd = -1;
  phrases.forEach(({ row, end }, i) => {
    const found = dateIn(line, end, phrases[i + 1]?.start ?? line.length);
    if (found === null || found.start - end > GAP) return;
    lastEnd = found.end;
    if (row.gives === "published") published ??= found;
    // Of two updates the later stands behind.
    else updated = found;
  });
  if (lastEnd < 0 || line.length - lastEnd > REST) return null;
  // Within a sentence only a phrase of two words is sure: "was first published", but not "was released".
  if (!isOpened && !phrases.some((phrase) => /\s/.test(line.slice(phrase.start, phrase.end)))) return null;
  return { published, updated };
}

/**
 * A line that is nothing but a date with a year, or a time of day, as over a press release or an entry of a live blog; an agency may stand before it:
 * "KYODO NEWS - Jan 12, 2022 - 10:15", "Source: Xinhua | 2021-06-13 23:05 | Editor: lun".
 */
export function bareTimestamp(line: string, knowledge: Knowledge): Timestamp | null {
  if (line.length > LONGEST) return null;
  if (isClockTime(line)) return NOTHING;
  const found = findDate(line);
  if (found === null) return null;
  const before = line
    .slice(0, found.start)
    .replace(/[\s|,:•·–—-]+$/u, "")
    .replace(/^source\s*:\s*/i, "");
  if ((before !== "" && knowledge.agencyOf(before) === null) || !/^[\s.,|]*(?:editor\s*:[\s\p{L}.]{0,30})?$/iu.test(line.slice(found.end)))
    return null;
  return { published: found, updated: null };
}

function dateIn(line: string, from: number, to: number): WrittenDate | null {
  const found = findDate(line.slice(from, to));
  return found && { ...found, start: found.start + from, end: found.end + from };
}

const isVague = (rest: string): boolean =>
  /^[\s:]*(?:about\s+)?(?:\d+|an?)\s+(?:seconds?|mins?|minutes?|hours?|days?)\s+ago\W*$/i.test(rest) ||
  isClockTime(rest.replace(/^[\s:]+|\.$/g, ""));

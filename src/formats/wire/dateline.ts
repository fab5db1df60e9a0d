import { DAY_PATTERN, findDate, type WrittenDate } from "../dates.js";
import type { Knowledge } from "./knowledge.js";

/** The opening of a paragraph that says where, and sometimes when and by whom, it was written: "N'DJAMENA, Nov 9 (Reuters) -". */
export interface Dateline {
  /** Length in code units, separator included, the white space behind it not. It begins with the paragraph. */
  readonly length: number;
  readonly place: string;
  /** The agency as it goes by, or as written where the tables do not know it; null where the dateline names none. */
  readonly agency: string | null;
  /** Whether an agency or a date shows it to be one; a place and a dash alone ("OTTAWA —") could be a title. */
  readonly isSure: boolean;
  /** Its date, with offsets in the paragraph; null without a year. */
  readonly date: WrittenDate | null;
}

const CAPITALS = "(?:Ma?c)?\\p{Lu}[\\p{Lu}\\p{M}'’.-]*";
const LINKS = "(?:de|da|do|del|la|le|of|the|el|al|au|sur|upon|ON|y)";
/** "MOSCOW", "TEL AVIV", "BEIRUT/JERUSALEM", "McALLEN" */
const CAPITAL_PLACE = `${CAPITALS}(?:[ /](?:${LINKS} )?${CAPITALS}){0,5}`;
const WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
/** "Bucharest", "Rio de Janeiro" */
const PLACE = `${WORD}(?:[ /](?:${LINKS} )?${WORD}){0,4}`;
/** ", Malaysia", ", Sault Ste. Marie, Ont." */
const REGION = `(?:,\\s+${WORD}(?:\\s+(?:of\\s+(?:the\\s+)?|and\\s+)?${WORD}){0,4})`;

/** Code units that are looked at: the longest dateline, of two places, a date and two agencies, and some of the sentence behind it. */
const LONGEST = 200;

const AGENCY_FIRST = /^(?:\(([^()]{2,30})\)|\/([^/]{2,20})\/)\s*[.–—-]*\s*/u;
const CAPITAL_START = new RegExp(`^${CAPITAL_PLACE}(?![\\p{L}])${REGION}{0,2}`, "u");
const PLACE_START = new RegExp(`^${PLACE}(?![\\p{L}])${REGION}{0,2}?(?=\\s*[,.(/[–—:-]|\\s*$)`, "u");
/** A comma with a day behind it: what a region in the place must not be ("BEIRUT, Nov" of "BEIRUT, Nov 9"). */
const DAY_BEHIND = new RegExp(`,\\s+(?=${DAY_PATTERN})`, "iu");
const DATE_PART = new RegExp(`^(?:[,.]?\\s+${DAY_PATTERN}\\.?|\\s*\\(${DAY_PATTERN}\\))(?![\\p{L}\\d])`, "iu");
const AGENCY_PART = /^,?\s*(?:\(([^()]{2,40})\)|\[([^[\]]{2,40})\]|\/([^/]{2,30})\/)/u;
/** A country in brackets behind the place: "Cotonou (Benin), March 13". */
const BRACKETED = /^\s+\(([^()]{2,30})\)/u;
/** "Kyodo" of "TOKYO, Jan. 12, Kyodo -", known agencies only. */
const BARE_AGENCY = /^,\s+(\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,2})(?=\s+[–—-])/u;
const DASH = /^\s*(?:\.\s?-|--+|[—–]|-(?=\s))(?=\s*\S)/u;
const STOP = /^\s*[.:](?=\s+\S)/u;

/**
 * The dateline that a paragraph opens with; null if it opens with none. What is taken: a place in capitals with a dash; a place with an
 * agency in brackets or strokes; a place with a date and a dash; a capital or country with a dash. So "NATO (the alliance) said" is none, and
 * "Moscow and Kyiv — once friends —" neither.
 */
export function datelineOf(whole: string, knowledge: Knowledge): Dateline | null {
  const paragraph = whole.slice(0, LONGEST);
  const first = AGENCY_FIRST.exec(paragraph);
  const firstAgency = first === null ? null : knowledge.agencyOf(first[1] ?? first[2]);
  const from = firstAgency === null ? 0 : (first?.[0].length ?? 0);

  const rest = paragraph.slice(from);
  const capital = CAPITAL_START.exec(rest)?.[0];
  return (
    (capital === undefined ? null : datelineWith(paragraph, from, capital, true, firstAgency, knowledge)) ??
    datelineWith(paragraph, from, PLACE_START.exec(rest)?.[0] ?? "", false, firstAgency, knowledge)
  );
}

function datelineWith(
  paragraph: string,
  from: number,
  opening: string,
  inCapitals: boolean,
  firstAgency: string | null,
  knowledge: Knowledge,
): Dateline | null {
  const day = DAY_BEHIND.exec(paragraph.slice(from));
  const place = opening.slice(0, day?.index).replace(/(?<=\p{L}{4})[.,]+$|[,-]+$/u, "");
  if (place.length < 2 || knowledge.phrase("whole", place) !== null || knowledge.phrase("start", place) !== null) return null;
  let at = from + place.length;
  const country = BRACKETED.exec(paragraph.slice(at));
  if (country !== null && knowledge.agencyOf(country[1]) === null && knowledge.isPlace(country[1])) at += country[0].length;
  const whole = paragraph.slice(from, at);

  let date: WrittenDate | null = null;
  let hasDate = false;
  let written: string | null = null;
  for (let round = 0; round < 2; round++) {
    const day = hasDate ? null : DATE_PART.exec(paragraph.slice(at));
    if (day !== null) {
      hasDate = true;
      const found = findDate(day[0]);
      date = found && { ...found, start: at + found.start, end: at + found.end };
      at += day[0].length;
    }
    const agency: RegExpExecArray | null = written === null ? AGENCY_PART.exec(paragraph.slice(at)) : null;
    if (agency !== null) {
      written = (agency[1] ?? agency[2] ?? agency[3]).trim();
      at += agency[0].length;
    }
    const bare: RegExpExecArray | null = written === null ? BARE_AGENCY.exec(paragraph.slice(at)) : null;
    if (bare !== null && knowledge.agencyOf(bare[1]) !== null) {
      written = bare[1];
      at += bare[0].length;
    }
  }

  const known = firstAgency ?? (written === null ? null : agencyIn(written, knowledge));
  const isAgency = known !== null || (written !== null && /^\p{Lu}[\p{Lu}\d/. -]{1,11}$/u.test(written));
  if (written !== null && !isAgency) return null;

  const behind = paragraph.slice(at);
  const dash = DASH.exec(behind);
  const separator = dash ?? (isAgency || hasDate ? STOP.exec(behind) : null);
  const opensSentence = /^\s*["'“‘«(]?[\p{Lu}\d]/u.test(behind.slice(separator?.[0].length ?? 0));
  const accepted = inCapitals
    ? separator !== null || (known !== null && opensSentence)
    : (isAgency && separator !== null) ||
      (known !== null && hasDate && opensSentence) ||
      (dash !== null && opensSentence && (hasDate || knowledge.isPlace(place)));
  if (!accepted) return null;
  return {
    length: at + (separator?.[0].length ?? 0),
    place: whole.length > place.length ? whole : place,
    agency: known ?? (isAgency ? written : null),
    isSure: isAgency || hasDate,
    date,
  };
}

/** Agency of a dateline's brackets, where several may share: "AP", "Xinhua/Tanjug". */
function agencyIn(written: string, knowledge: Knowledge): string | null {
  for (const part of [written, ...written.split(/\s*[/,;]\s*/)]) {
    const agency = knowledge.agencyOf(part);
    if (agency !== null) return agency;
  }
  return null;
}

import { type Quote, quoteAt, type Region, type RegionType } from "../../model/index.js";
import { findDate, type WrittenDate } from "../dates.js";
import { type Dateline, datelineOf } from "./dateline.js";
import { type Furniture, furnitureOf } from "./furniture.js";
import type { Knowledge } from "./knowledge.js";
import { peopleOf } from "./people.js";
import { bareTimestamp, type Timestamp, timestampOf } from "./timestamps.js";
import type { Unit } from "./units.js";

/** A date in a story's text. */
export interface QuotedDate {
  readonly value: string;
  readonly quote: Quote;
}

/** What a story's own text shows of it: the fields of Story of the same names. */
export interface Layout {
  readonly regions: readonly Region[];
  readonly headline: string | null;
  readonly agency: string | null;
  readonly datelinePlace: string | null;
  readonly bylines: readonly string[];
  readonly published: QuotedDate | null;
  readonly updated: QuotedDate | null;
}

/** Longest headline; the UN's, which tell the whole vote, run to 200. */
const LONGEST_HEADLINE = 250;
/** How many units down the first dateline may stand: below a headline, a summary in sentences and captions, but not below a long paragraph. */
const DATELINE_REACH = { sure: 6, unsure: 3 };
/** Code units at the end of a unit that show how it ends: closing marks and the last word. */
const TAIL = 40;
/** Longest title between paragraphs. */
const LONGEST_SECTION_HEAD = { characters: 80, words: 12 };

/** A unit while it is being told what it is. */
interface Placed extends Unit {
  readonly type: RegionType | null;
  readonly furniture: Furniture | null;
  readonly dateline: Dateline | null;
}

/**
 * Tells the units of a story apart. First by their own words (`furnitureOf`), then by their place: above the first paragraph stand headline,
 * deck, summary and byline; below it short lines between paragraphs are section heads; the rest is paragraphs. The first paragraph is the one with
 * the dateline, else the first that is a sentence. A text without any (a note, a list) is all paragraphs.
 */
export function layoutOf(text: string, units: readonly Unit[], knowledge: Knowledge): Layout {
  const placed = units.flatMap((unit) => splitTail(unit, knowledge)).map((unit) => place(unit, knowledge));
  const first = firstParagraph(placed);
  const typed = typeBody(typeHead(placed, first, knowledge), first, knowledge);
  return { regions: typed.flatMap(regionsOf), ...fieldsOf(text, typed, knowledge) };
}

function place(unit: Unit, knowledge: Knowledge): Placed {
  const furniture = unit.marked === null || unit.marked === "caption" ? furnitureOf(unit.words, knowledge) : null;
  if (unit.marked === "caption")
    return { ...unit, type: "caption", furniture: furniture?.type === "caption" ? furniture : null, dateline: null };
  const dateline = furniture === null && unit.marked !== "section-head" ? datelineOf(unit.words, knowledge) : null;
  return { ...unit, type: unit.marked === "paragraph" ? null : (unit.marked ?? furniture?.type ?? null), furniture, dateline };
}

/** Takes an end mark ("Enditem") or contributors in brackets off the end of a paragraph that they were glued to. */
function splitTail(unit: Unit, knowledge: Knowledge): Unit[] {
  const mark = knowledge.endmark(unit.words)?.start ?? 0;
  const bracket = /\s\([^()]*\)$/.exec(unit.words);
  const isContributors = bracket !== null && knowledge.phrase("clause", bracket[0].trim().slice(1)) !== null;
  const cut = mark > 0 ? mark : isContributors ? bracket.index + 1 : 0;
  const head = unit.words.slice(0, cut).trimEnd();
  if (head === "") return [unit];
  return [
    { ...unit, end: unit.start + head.length, words: head },
    { ...unit, start: unit.start + cut, words: unit.words.slice(cut), marked: null },
  ];
}

/** Index of the first paragraph; -1 in a text that has none. */
function firstParagraph(units: readonly Placed[]): number {
  const open = units.flatMap((unit, i) => (unit.type === null ? [i] : []));
  const long = open.findIndex((i) => units[i].words.length > LONGEST_HEADLINE);
  const opened = open
    .slice(0, long < 0 ? DATELINE_REACH.sure : Math.min(DATELINE_REACH.sure, long + 1))
    .find(
      (i, place) =>
        units[i].dateline !== null && (units[i].dateline?.isSure || place < DATELINE_REACH.unsure) && isSentence(units[i].words),
    );
  if (opened !== undefined) return opened;
  const sentence = open.find(
    (i) => units[i].words.length > LONGEST_HEADLINE || (isSentence(units[i].words) && !endsInitials(units[i].words)),
  );
  if (sentence === undefined) return -1;
  // A headline may be a sentence, too ("What now?"), but is not then followed by nothing.
  const isQuestion = sentence === open[0] && /[?!…]$/.test(units[sentence].words) && units[sentence].words.length < 120;
  return isQuestion ? (open.find((i) => i > sentence && isSentence(units[i].words)) ?? sentence) : sentence;
}

/** Whether words end as a sentence does, closing marks apart. */
const isSentence = (words: string): boolean => /[.!?…:]$/.test(endOf(words));

/** "…, says U.S.": in a headline the full stop is the abbreviation's. */
const endsInitials = (words: string): boolean => words.length < LONGEST_HEADLINE / 2 && /(?:^|\s)(?:\p{Lu}\.){2,}$/u.test(endOf(words));

const endOf = (words: string): string => words.slice(-TAIL).replace(/["'”’»)\]\s]+$/u, "");

/** Types what stands above the first paragraph. */
function typeHead(units: readonly Placed[], first: number, knowledge: Knowledge): Placed[] {
  let hasHeadline = units.some((unit) => unit.type === "headline");
  const typed = units.map((unit, i) => {
    if (i >= first || unit.type !== null) return unit;
    const byline = bylineOf(unit.words, hasHeadline, knowledge);
    if (byline !== null) return { ...unit, type: "byline" as const, furniture: byline };
    const date = bareTimestamp(unit.words, knowledge);
    if (date !== null) return { ...unit, type: "timestamp" as const, furniture: { type: "timestamp" as const, ...date } };
    if (hasHeadline && isPlaceLine(unit.words, knowledge)) {
      const dateline = { length: unit.words.length, place: unit.words, agency: null, isSure: false, date: null };
      return { ...unit, type: "dateline" as const, dateline };
    }
    // A sentence above the dateline that tells a full date describes a picture ("…, Sunday, June 13, 2021.").
    if (hasHeadline && isSentence(unit.words) && /\b\d{4}\.$/.test(unit.words)) return { ...unit, type: "caption" as const };
    hasHeadline = true;
    return { ...unit, type: "headline" as const };
  });
  return withoutRubric(typed, knowledge);
}

/**
 * Takes what stands above the headline for what it is: a rubric of a word or three with a longer title below ("WORLD", "Middle East"), and the
 * letterhead of a press release ("Ministry of Foreign Affairs").
 */
function withoutRubric(units: readonly Placed[], knowledge: Knowledge): Placed[] {
  const titles = units.filter((unit) => unit.type === "headline" && unit.marked === null);
  const above = new Set<Placed>();
  for (let i = 0; i + 1 < titles.length; i++) {
    const [unit, below] = [titles[i], titles[i + 1]];
    const isTitle = !isSentence(below.words) && !/^[*•–—-]\s/.test(below.words);
    const isRubric = wordCount(unit) <= 3 && wordCount(below) >= 5;
    if (!isTitle || !(isRubric || isLetterhead(unit.words, knowledge))) break;
    above.add(unit);
  }
  return units.map((unit) => (above.has(unit) ? { ...unit, type: "other" as const } : unit));
}

/** A body's name in the form of a name: "Ministry of Foreign Affairs of Freedonia", not "Ministry of defence says two ships sank". */
const isLetterhead = (words: string, knowledge: Knowledge): boolean =>
  words.length < 100 &&
  knowledge.phrase("letterhead", words) !== null &&
  words.split(/[\s,]+/).every((word) => /^(?:\p{Lu}.*|of|the|and|for|to)$/u.test(word));

const wordCount = (unit: Unit): number => unit.words.split(/\s+/).length;

/** A byline: "By Ana Lund and Bo Ek, The Canadian Press", with dates behind a bar; below a headline also "Ana Lund, Reuters" and "Associated Press Writer". */
function bylineOf(line: string, hasHeadline: boolean, knowledge: Knowledge): Furniture | null {
  if (line.length > 240) return null;
  const bar = /\s*\|\s*/.exec(line);
  if (bar !== null) {
    const from = bar.index + bar[0].length;
    const people = peopleOf(line.slice(0, bar.index).replace(/^by[\s:]+/i, ""), knowledge);
    const dates = timestampBehind(line, from, knowledge);
    if (people !== null && people.names.length > 0 && dates !== null) return { type: "byline", ...people, ...dates };
  }
  const by = /^by[\s:]+/i.exec(line);
  const people = peopleOf(line.slice(by?.[0].length ?? 0), knowledge);
  if (people === null) return null;
  const isByline =
    by !== null
      ? people.names.length > 0 || people.agency !== null || isFirm(line.slice(by[0].length), knowledge)
      : hasHeadline && isFirmOrAuthor(line, people.agency, knowledge);
  return isByline ? { type: "byline", names: people.names, agency: people.agency } : null;
}

/** Dates behind a byline on its line: "Ana Lund |12.01.2022 - Update : 13.01.2022". */
function timestampBehind(line: string, from: number, knowledge: Knowledge): Timestamp | null {
  const shifted = (date: WrittenDate | null, by: number): WrittenDate | null =>
    date && { ...date, start: date.start + by, end: date.end + by };
  const first = findDate(line.slice(from));
  const rest = first?.start === 0 ? from + first.end : from;
  const labelled = timestampOf(line.slice(rest), knowledge);
  if (first?.start !== 0 && labelled === null) return null;
  return {
    published: first?.start === 0 ? shifted(first, from) : shifted(labelled?.published ?? null, rest),
    updated: shifted(labelled?.updated ?? null, rest),
  };
}

const isFirm = (line: string, knowledge: Knowledge): boolean =>
  knowledge.agencyOf(line) !== null || (knowledge.isRole(line) && line.split(/\s+/).length <= 5);

/** Without "By", only a firm's or job's own line, or names with an agency behind a comma, are sure. */
const isFirmOrAuthor = (line: string, agency: string | null, knowledge: Knowledge): boolean =>
  isFirm(line, knowledge) || (agency !== null && knowledge.agencyOf(line.split(/,\s*/).at(-1) ?? "") === agency && /,/.test(line));

/** A place on a line of its own: "ANKARA". */
const isPlaceLine = (line: string, knowledge: Knowledge): boolean =>
  /^\p{Lu}[\p{Lu}\s.'’/-]+$/u.test(line) && line.length <= 40 && line.split(/\s+/).length <= 3 && knowledge.agencyOf(line) === null;

/** Types the first paragraph and what stands below it. */
function typeBody(units: readonly Placed[], first: number, knowledge: Knowledge): Placed[] {
  const isText = (unit: Placed): boolean => unit.type === null && isSentence(unit.words);
  const last = units.findLastIndex(isText);
  let afterTeaser = false;
  return units.map((unit, i) => {
    if (unit.type !== null) {
      afterTeaser = unit.type === "teaser";
      return unit;
    }
    const wasAfterTeaser = afterTeaser;
    afterTeaser = false;
    if (i > first && first >= 0 && !isSentence(unit.words)) {
      if (i > last && wasAfterTeaser) {
        afterTeaser = true;
        return { ...unit, type: "teaser" as const };
      }
      if (bareTimestamp(unit.words, knowledge) !== null) return { ...unit, type: "timestamp" as const };
      if (i > last && isSignOff(unit.words, knowledge)) {
        const furniture = { type: "other" as const, agency: knowledge.agencyOf(lettersOf(unit.words)) };
        return { ...unit, type: "other" as const, furniture };
      }
      if (i < last && isSectionHead(unit.words)) return { ...unit, type: "section-head" as const };
    }
    // A place and a dash make a dateline of the first paragraph only.
    const dateline = i === first || unit.dateline?.isSure ? unit.dateline : null;
    return { ...unit, type: "paragraph" as const, dateline };
  });
}

/** What a desk puts below a story: the agency ("==Kyodo", "EFE"), or signs of those who handled it ("dpa lha jwi xx a4"). */
function isSignOff(words: string, knowledge: Knowledge): boolean {
  if (words.length > LONGEST_SECTION_HEAD.characters) return false;
  if (knowledge.agencyOf(lettersOf(words)) !== null) return true;
  const [first, ...signs] = words.split(/[\s/-]+/);
  const isSign = (sign: string): boolean => /^[a-z\d]{1,4}$/.test(sign);
  return (isSign(first) || knowledge.agencyOf(first) !== null) && signs.every(isSign);
}

const lettersOf = (words: string): string => words.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");

/** A title between paragraphs: "- Hungarian offer -", "Action". Not a speaker's label ("MODERATOR:"), an item of a list, or a broken line. */
function isSectionHead(words: string): boolean {
  if (words.length > LONGEST_SECTION_HEAD.characters || words.split(/\s+/).length > LONGEST_SECTION_HEAD.words) return false;
  if (/^[-–—]\s.*\s[-–—]$/u.test(words)) return true;
  return /^["'“‘«]?[\p{Lu}\p{N}]/u.test(words) && !/[,;:–—-]$/u.test(words);
}

/** The regions of a unit: itself, and the dateline or credit in it. */
function regionsOf({ type, start, end, dateline, furniture }: Placed): Region[] {
  if (type === null) return [];
  const whole: Region = { type, start, end };
  if (type === "paragraph" && dateline !== null) return [whole, { type: "dateline", start, end: start + dateline.length }];
  if (type === "caption" && furniture?.credit)
    return [whole, { type: "credit", start: start + furniture.credit.start, end: start + furniture.credit.end }];
  return [whole];
}

function fieldsOf(text: string, units: readonly Placed[], knowledge: Knowledge): Omit<Layout, "regions"> {
  const headline = units.find((unit) => unit.type === "headline");
  const dateline = units.find((unit) => unit.dateline !== null && (unit.type === "paragraph" || unit.type === "dateline"));
  const agencyFrom = (...types: RegionType[]): string | null =>
    units.find((unit) => unit.type !== null && types.includes(unit.type) && unit.furniture?.agency)?.furniture?.agency ?? null;
  const endmark = units.at(-1) === undefined ? null : (knowledge.endmark(units.at(-1)?.words ?? "")?.agency ?? null);

  const quoted = (unit: Placed, date: WrittenDate): QuotedDate => ({
    value: date.value,
    quote: quoteAt(text, unit.start + date.start, unit.start + date.end),
  });
  const dates = (which: "published" | "updated"): QuotedDate[] =>
    units.flatMap((unit) => (unit.furniture?.[which] ? [quoted(unit, unit.furniture[which])] : []));

  return {
    headline: headline?.words.replace(/\s+/g, " ") ?? null,
    agency: dateline?.dateline?.agency ?? agencyFrom("byline") ?? agencyFrom("copyright") ?? agencyFrom("other") ?? endmark,
    datelinePlace: dateline?.dateline?.place.replace(/\s+/g, " ") ?? null,
    bylines: [
      ...new Set(units.flatMap((unit) => (unit.type === "byline" || unit.type === "contributors" ? (unit.furniture?.names ?? []) : []))),
    ],
    published: dates("published")[0] ?? (dateline?.dateline?.date ? quoted(dateline, dateline.dateline.date) : null),
    updated: dates("updated").at(-1) ?? null,
  };
}

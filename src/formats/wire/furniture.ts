import type { RegionType } from "../../model/index.js";
import { isClockTime, type WrittenDate } from "../dates.js";
import { captionOf } from "./captions.js";
import { contributorsOf } from "./contributors.js";
import type { Knowledge } from "./knowledge.js";
import { timestampOf } from "./timestamps.js";

/** What a line of furniture is and what it says of the story. Offsets are the line's. */
export interface Furniture {
  readonly type: RegionType;
  readonly agency?: string | null;
  readonly names?: readonly string[];
  readonly published?: WrittenDate | null;
  readonly updated?: WrittenDate | null;
  readonly credit?: { readonly start: number; readonly end: number } | null;
}

type Rule = (line: string, knowledge: Knowledge) => Furniture | null;

/** Longest lines of their kinds. */
const LONGEST = { teaser: 160, contact: 240, copyright: 300 };

/** "___", "* * *", "###" */
const rule: Rule = (line) => (/^[^\p{L}\p{N}]+$/u.test(line) ? { type: "other" } : null);

/** "SC/13406" */
const documentNumber: Rule = (line, knowledge) => {
  const agency = knowledge.documentAgency(line);
  return agency === null ? null : { type: "other", agency };
};

/** "No. 12/2022", "Press release No 7" */
const releaseNumber: Rule = (line) =>
  /^(?:press release|statement|communiqu[eé]|ref(?:erence)?|no|nr|number)?[.:]?\s*(?:no\.?|nr\.?)?\s*\d[\d/.-]*$/i.test(line) &&
  /[a-z/]/i.test(line)
    ? { type: "other" }
    : null;

/** Signs of the desk that handled a story: "vbn-oh/js/rl", "bur/jd". */
const deskCode: Rule = (line) => (/^[a-z]{2,4}(?:[-/][a-z]{2,4}){1,8}$/.test(line) ? { type: "other" } : null);

const endmark: Rule = (line, knowledge) => {
  const mark = knowledge.endmark(line);
  return mark?.start === 0 ? { type: "other", agency: mark.agency } : null;
};

const wholePhrase: Rule = (line, knowledge) => {
  const phrase = knowledge.phrase("whole", line);
  return phrase === null ? null : { type: phrase.row.region };
};

const timestamp: Rule = (line, knowledge) => {
  // The head of a live blog's entry: "4:40 p.m.:"
  if (isClockTime(line.replace(/\s*:$/, ""))) return { type: "timestamp" };
  const found = timestampOf(line, knowledge);
  return found && { type: "timestamp", ...found };
};

const contributors: Rule = (line, knowledge) => {
  const people = contributorsOf(line, knowledge);
  return people && { type: "contributors", names: people.names };
};

const caption: Rule = (line, knowledge) => {
  const found = captionOf(line, knowledge);
  if (found === null) return null;
  return found.credit?.start === 0 ? { type: "credit" } : { type: "caption", credit: found.credit };
};

/** "News from © The Associated Press, 2021", "Copyright 2019 Example Times. All rights reserved." */
const copyright: Rule = (line, knowledge) => {
  if (line.length > LONGEST.copyright) return null;
  const phrase = knowledge.phrase("start", line);
  const isNotice =
    phrase?.row.region === "copyright" ? !/\blaws?\b/i.test(line.slice(phrase.end, phrase.end + 8)) : /\ball rights reserved\b/i.test(line);
  if (!isNotice || (phrase?.row.phrase === "copyright" && !/©|\(c\)|\d{4}|rights/i.test(line))) return null;
  const holders = line
    .replace(/©|\(c\)|copyright|news from|all rights reserved|\b\d{4}\b(?:\s*[-–]\s*\d{4})?/gi, " ")
    .split(/[,.;|]|\bby\b/i);
  // "Anadolu Agency website contains …"
  holders.push(line.split(/\s+/, 2).join(" "));
  return { type: "copyright", agency: holders.map((holder) => knowledge.agencyOf(holder)).find((agency) => agency !== null) ?? null };
};

/** "((a@example.com; +49 00 00))", "Media contact: …", "For more information, contact …" */
const contact: Rule = (line, knowledge) => {
  if (line.length > LONGEST.contact) return null;
  if (/^\(\(.*\)\)$/.test(line)) return { type: "contact" };
  const phrase = knowledge.phrase("start", line);
  if (phrase?.row.region === "contact" && (hasReach(line) || endsPhrase(line, phrase.end))) return { type: "contact" };
  return hasReach(line) && line.length < 100 && !/[.!?]$/.test(line) ? { type: "contact" } : null;
};

/** "Read more: …", "ALSO READ", "Related stories"; not "Read the statement, …" */
const teaser: Rule = (line, knowledge) => {
  const phrase = knowledge.phrase("start", line);
  if (phrase?.row.region !== "teaser" || line.length > LONGEST.teaser) return null;
  const isPlain = /\s/.test(phrase.row.phrase) && !/[.!?]["'”’]?$/.test(line);
  return isPlain || endsPhrase(line, phrase.end) || /[>»→]\s*$|https?:\/\/|\bwww\.|(?<!\S)@\w/.test(line) ? { type: "teaser" } : null;
};

/** Whether a phrase is closed by a colon, bar or dash, or by the end of the line. */
const endsPhrase = (line: string, end: number): boolean => /^\s*(?:[:|>»→]|[–—-]\s|[\])*.…]*$)/u.test(line.slice(end));

/** An address or number to reach somebody at. */
const hasReach = (line: string): boolean => /\S+@\S+\.\S+|\+\d[\d ()-]{6,}/.test(line);

/** In the order in which they are asked; the first that knows the line decides. */
const RULES: readonly Rule[] = [
  rule,
  documentNumber,
  wholePhrase,
  endmark,
  deskCode,
  timestamp,
  releaseNumber,
  contributors,
  copyright,
  contact,
  caption,
  teaser,
];

/** What a line is if its own words show that it is furniture, wherever in the story it stands; null for all others. */
export function furnitureOf(line: string, knowledge: Knowledge): Furniture | null {
  for (const ask of RULES) {
    const found = ask(line, knowledge);
    if (found !== null) return found;
  }
  return null;
}

import type { Knowledge } from "./knowledge.js";

/** A caption, and where its credit stands in it; offsets are the line's. */
export interface Caption {
  readonly credit: { readonly start: number; readonly end: number } | null;
}

const BRACKETED = /[([]([^()[\]]{3,120})[)\]]\.?$/u;
const LABELLED = /(?:^|(?<=[.!?]["”’']?\s))(?:Photo|Photograph|Image|Picture|Credit|Photo credit)s?(?: by)?:\s*\p{Lu}.{1,80}$/u;
const STROKE = /(?<=[.!?]["”’']?\s+)(\p{L}[\p{L} -]{1,30})\/\p{Lu}[\p{L}.'’ -]{2,60}$/u;
/** With a capital, as in "Pool Photo", or first: "(and they had their picture taken)" is an aside. */
const PICTURE_WORDS =
  /\b(?:Photos?|Photographs?|Images?|Pictures?|Handout|Getty|EPA|Courtesy|Screengrab|Screenshot|File)\b|^(?:photos?|images?|pictures?|courtesy)\b/u;
const OPENING = /^(?:FILE(?:\s+PHOTO)?\s*[:–—-]|(?:Photo|Image|Picture|Caption):)\s*\S/u;

/**
 * Reads a line as a caption: it ends in a credit ("(John Doe/Pool Photo via AP)", "REUTERS/Jane Roe", "Photo: Jane Roe") or opens as a file
 * photo. Null for any other line, "(AP)" at its end included: agencies close their stories so.
 */
export function captionOf(line: string, knowledge: Knowledge): Caption | null {
  const credit = creditOf(line, knowledge);
  return credit === null && !OPENING.test(line) ? null : { credit };
}

function creditOf(line: string, knowledge: Knowledge): Caption["credit"] {
  const bracketed = BRACKETED.exec(line);
  if (bracketed !== null && isCredit(bracketed[1], knowledge)) return { start: bracketed.index, end: line.length };
  const labelled = LABELLED.exec(line);
  if (labelled !== null) return { start: labelled.index, end: line.length };
  const stroke = STROKE.exec(line);
  if (stroke !== null && knowledge.agencyOf(stroke[1]) !== null) return { start: stroke.index, end: line.length };
  return null;
}

/** "Farid Azlan via AP", "Jane Roe/Reuters", "AP Photo/Jane Roe", "Handout" */
function isCredit(words: string, knowledge: Knowledge): boolean {
  if (PICTURE_WORDS.test(words) && !/^(?:That|This|The|It|He|She|They|In)\s/.test(words)) return true;
  const via = /\bvia\s+(.+)$/iu.exec(words);
  if (via !== null && knowledge.agencyOf(via[1]) !== null) return true;
  const parts = words.split(/\s*\/\s*/);
  return parts.length > 1 && parts.some((part) => knowledge.agencyOf(part) !== null);
}

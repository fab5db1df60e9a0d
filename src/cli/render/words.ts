import { type Anchor, wordsOfAnchor } from "../../model/index.js";

/** Words of an anchor on one line: line ends inside them, of a hard-wrapped text, become single spaces. */
export const wordsOn = (anchor: Anchor): string => oneLine(wordsOfAnchor(anchor));

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What a story is called in a list: its headline, or where it has none its first words in brackets, which are no headline. */
export const titleOf = ({ headline, lead }: { readonly headline: string | null; readonly lead: string }): string =>
  headline === null ? `[${oneLine(lead)}]` : oneLine(headline);

/** Below this the reader is not sure, and the user is told so (`confidence` in the model). */
const UNSURE = 0.5;

/** "unsure (0.42)" for what the reader is not sure of. */
export const unsure = (confidence: number): string | null => (confidence < UNSURE ? `unsure (${confidence.toFixed(2)})` : null);

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A number from 0 up as a footnote's number: 12 is "¹²". */
export const footnote = (n: number): string => [...String(n)].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");

/** The first eight digits of a story's id: enough to name it to any command. */
export const shortId = (story: string): string => story.replace(/^story_/, "").slice(0, 8);

/** A long text cut to `most` characters, at a space, with an ellipsis. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  return `${cut.replace(/\s+\S*$/, "").replace(/[\s,;:.–—-]+$/, "")} …`;
}

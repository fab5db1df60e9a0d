import { z } from "zod";
import { Sha256 } from "./source.js";
import { Quote } from "./span.js";

/**
 * Kinds of regions. Headline, caption and paragraph are read for the record; dateline and timestamp give times; the
 * rest gives metadata only or, as teaser, section head and other, nothing.
 */
export const REGION_TYPES = [
  "headline",
  "byline",
  "dateline",
  "timestamp",
  "paragraph",
  "caption",
  "credit",
  "section-head",
  "contributors",
  "teaser",
  "contact",
  "copyright",
  "other",
] as const;

/**
 * A typed stretch of a story. Regions ascend and do not overlap, but for two that stand inside another: a dateline in the
 * paragraph that it opens, a credit in its caption. They need not cover the text.
 */
export const Region = z
  .object({ type: z.enum(REGION_TYPES), start: z.int().nonnegative(), end: z.int().positive() })
  .readonly()
  .refine(({ start, end }) => start < end, "a region must not be empty");
export type Region = z.infer<typeof Region>;
export type RegionType = Region["type"];

/** ISO 8601 date or date and time to the minute or second, with an offset where one is known: "2022-01-11T03:16". May be short: "2021-02". */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$/, "must be an ISO date, such as 2022-01-11 or 2022-01-11T03:16");

/** A date of the story itself and where it was taken from; `quote` where the text shows it. */
export const StoryDate = z.object({ value: PartialDate, from: z.enum(["metadata", "text", "option"]), quote: Quote.nullable() }).readonly();
export type StoryDate = z.infer<typeof StoryDate>;

/**
 * The canonical text of a news story and what its source says of it. The text never changes: everything known about the story
 * points into it. For plain text it is the decoded file without byte order mark and with LF line ends, otherwise untouched.
 */
export const Story = z
  .object({
    /** Hash of text, published time and outlet (`storyId`): the same story from two files is one. */
    id: z.string(),
    text: z.string().min(1),
    textSha256: Sha256,
    /** The source that this story was taken from, and its place there: 0 but for files with several stories. */
    source: Sha256,
    index: z.int().nonnegative(),
    format: z.object({ name: z.string(), version: z.int().positive() }).readonly(),
    regions: z.array(Region).readonly(),
    headline: z.string().nullable(),
    /** Who publishes it, as metadata says: "Example Times". */
    outlet: z.string().nullable(),
    /** The news agency whose copy it is: "AP". */
    agency: z.string().nullable(),
    datelinePlace: z.string().nullable(),
    /** Writers, contributors and additional reporters, in ordinary case; no editors, no photographers. */
    bylines: z.array(z.string()).readonly(),
    /** Null when neither metadata, text nor the user gives it: then relative dates stay unresolved. */
    published: StoryDate.nullable(),
    updated: StoryDate.nullable(),
    uri: z.url().nullable(),
    guid: z.string().nullable(),
    version: z.string().nullable(),
  })
  .readonly();
export type Story = z.infer<typeof Story>;

const LEAD = 72;

/**
 * The first words of the first paragraph, without its dateline, on one line and cut behind a whole word with "…": what a story without a headline
 * can be told by. Up to 72 code units and the mark. Not a headline: the story's own words, not its title.
 */
export function leadOf({ text, regions }: Pick<Story, "text" | "regions">): string {
  const paragraph = regions.find(({ type }) => type === "paragraph") ?? { start: 0, end: text.length };
  const dateline = regions.find(({ type, start, end }) => type === "dateline" && start >= paragraph.start && end <= paragraph.end);
  const words = text
    .slice(dateline?.end ?? paragraph.start, paragraph.end)
    .trim()
    .replace(/\s+/g, " ");
  if (words.length <= LEAD) return words;
  const cut = words.lastIndexOf(" ", LEAD);
  return `${words.slice(0, cut > 0 ? cut : LEAD).toWellFormed()}…`;
}

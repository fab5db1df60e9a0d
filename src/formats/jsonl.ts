import { z } from "zod";
import { decode, encodingOf, normaliseLines } from "./bytes/decode.js";
import { byteLines } from "./bytes/lines.js";
import { metadataDate } from "./dates.js";
import { type Draft, type Format, type Metadata, nameOf } from "./format.js";
import { InputError } from "./input-error.js";
import { MAX_CHARACTERS, tooLarge } from "./limits.js";
import { charsetOf } from "./media-type.js";
import { layoutOfText } from "./plain-text.js";
import { webAddress } from "./web-address.js";
import { type Knowledge, knowledgeOf } from "./wire/knowledge.js";

/**
 * Names under which a line may give each field; the first that is there and not null counts. Names in use in wire archives and scrapers' output
 * (news-please, Common Crawl news, schema.org); others are ignored.
 */
const NAMES: Readonly<Record<keyof Metadata | "text", readonly string[]>> = {
  text: ["text", "body", "content", "maintext", "articleBody"],
  headline: ["headline", "title"],
  outlet: ["outlet", "source", "publisher", "source_name"],
  agency: ["agency"],
  datelinePlace: ["datelinePlace", "dateline_place"],
  bylines: ["bylines", "authors", "author", "byline"],
  published: ["published", "date", "datePublished", "date_publish", "published_at", "publishedAt"],
  updated: ["updated", "dateModified", "date_modify", "updated_at", "updatedAt"],
  uri: ["url", "uri", "link"],
  guid: ["guid", "id"],
  version: ["version"],
};

/** What may stand for a name or identifier. */
const Word = z.union([z.string(), z.number().transform(String)]).transform((word) => word.toWellFormed().trim() || null);
const Words = z.union([z.array(Word), Word]).transform((words) => (Array.isArray(words) ? words : [words]).filter((word) => word !== null));

const StoryLine = z.object({
  text: z.string("must be a string"),
  headline: Word.nullable(),
  outlet: Word.nullable(),
  agency: Word.nullable(),
  datelinePlace: Word.nullable(),
  bylines: Words.nullable(),
  published: z.unknown(),
  updated: z.unknown(),
  uri: z.string().nullable(),
  guid: Word.nullable(),
  version: Word.nullable(),
});

/** Longest line in bytes: the largest story, each character escaped as six, and as much again for the other fields. */
const LONGEST_LINE = 12 * MAX_CHARACTERS;

/**
 * A story a line, as JSON objects. Canonical text: the text given, below the headline and a blank line where a headline is given that the text does
 * not begin with. Empty lines are skipped.
 */
export const jsonl: Format = {
  name: "jsonl",
  version: 1,
  mediaTypes: ["application/jsonl", "application/x-ndjson", "application/jsonlines", "application/x-jsonlines", "application/json"],
  endings: [".jsonl", ".ndjson", ".json"],
  looksLike: (head) => /^\{\s*"/.test(head),

  *drafts(received, lexicon) {
    const knowledge = knowledgeOf(lexicon);
    const encoding = encodingOf(received.bytes.subarray(0, 1 << 16), charsetOf(received.mediaType));
    for (const { number, bytes } of byteLines(received.bytes, encoding)) {
      const name = `${nameOf(received)}:${number}`;
      const draft = bytes.length > LONGEST_LINE ? tooLarge(name, bytes.length, "bytes") : draftOf(bytes, encoding, name, knowledge);
      if (draft !== null) yield draft;
    }
  },
};

function draftOf(bytes: Uint8Array, encoding: string, name: string, knowledge: Knowledge): Draft | InputError | null {
  const line = encoding.startsWith("utf-16") ? new TextDecoder(encoding).decode(bytes) : decode(bytes, encoding);
  if (typeof line !== "string") return new InputError("bad-line", name, line.reason);
  if (line.trim() === "") return null;

  const fields = fieldsOf(line);
  if (typeof fields === "string") return new InputError("bad-line", name, fields);
  const parsed = StoryLine.safeParse(fields);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = String(issue.path[0] ?? "text") as keyof typeof NAMES;
    const problem = fields[field] === null ? "is missing" : issue.code === "invalid_union" ? "must be text" : issue.message;
    return new InputError(
      "bad-line",
      name,
      `"${NAMES[field][0]}" ${problem}; give one object a line, such as {"text": "…", "published": "2022-01-11"}`,
    );
  }

  const { text, headline, uri, published, updated, ...rest } = parsed.data;
  const dates = { published: dateOf(published), updated: dateOf(updated) };
  for (const [field, value] of Object.entries(dates)) {
    if (value === undefined)
      return new InputError(
        "bad-date",
        name,
        `"${field}" is no date (${JSON.stringify(fields[field])}); write it as 2022-01-11 or 2022-01-11T03:16`,
      );
  }
  const body = normaliseLines(text);
  if (body.includes("\0")) return new InputError("binary", name, `"text" holds NUL characters and is no text`);
  const whole = headline === null || body.trimStart().startsWith(headline) ? body : `${headline}\n\n${body}`;
  return {
    text: body.trim() === "" ? "" : whole,
    layout: layoutOfText(whole, knowledge),
    metadata: { ...rest, headline, uri: webAddress(uri), published: dates.published ?? null, updated: dates.updated ?? null },
  };
}

/** The fields of a line under their own names, null where not given; a sentence about it if the line is no JSON object. */
function fieldsOf(line: string): Record<string, unknown> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "is not JSON; write each story as one JSON object on one line";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return "is no JSON object; write each story as one object on one line";
  const given = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(NAMES).map(([field, names]) => [
      field,
      names.map((name) => (Object.hasOwn(given, name) ? given[name] : null)).find((one) => one !== null) ?? null,
    ]),
  );
}

/** Null where none is given, undefined where what is given is no date. */
function dateOf(value: unknown): string | null | undefined {
  return value === null || value === "" ? null : (metadataDate(value) ?? undefined);
}

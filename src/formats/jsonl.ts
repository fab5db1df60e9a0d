import { z } from "zod";
import { binaryKind } from "./bytes/binary.js";
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

/** Bytes that are looked at to tell the encoding, and whether a file is one JSON value. */
const HEAD = 1 << 16;

/**
 * A story a line, as JSON objects; or a file that is as a whole one object or a list of them, numbered then by place instead of line. Canonical text: the
 * text given, below the headline and a blank line where a headline is given that the text does not begin with. Empty lines are skipped.
 */
export const jsonl: Format = {
  name: "jsonl",
  version: 1,
  mediaTypes: ["application/jsonl", "application/x-ndjson", "application/jsonlines", "application/x-jsonlines", "application/json"],
  endings: [".jsonl", ".ndjson", ".json"],
  looksLike: (head) => /^(?:\[\s*)?\{\s*"/.test(head),

  *drafts(received, lexicon) {
    const knowledge = knowledgeOf(lexicon);
    const encoding = encodingOf(received.bytes.subarray(0, HEAD), charsetOf(received.mediaType));
    const binary = binaryKind(received.bytes);
    if (binary !== null) {
      yield new InputError("binary", nameOf(received), `is ${binary.what}, not JSONL; ${binary.advice}`);
      return;
    }
    const whole = wholeFile(received.bytes, encoding);
    if (whole !== null) {
      for (const [i, value] of whole.entries()) yield draftOf(value, `${nameOf(received)}:${i + 1}`, knowledge);
      return;
    }
    for (const { number, bytes } of byteLines(received.bytes, encoding)) {
      const draft = lineDraft(bytes, encoding, `${nameOf(received)}:${number}`, knowledge);
      if (draft !== null) yield draft;
    }
  },
};

/** Values of a file that opens a list, or an object that its first line does not close, and is JSON as a whole; else null. */
function wholeFile(bytes: Uint8Array, encoding: string): readonly unknown[] | null {
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD));
  if (bytes.length > LONGEST_LINE || !/^\s*(?:\[|\{\s*[\r\n])/.test(head)) return null;
  const value = parsed(new TextDecoder(encoding).decode(bytes));
  return value === undefined ? null : Array.isArray(value) ? value : [value];
}

function lineDraft(bytes: Uint8Array, encoding: string, name: string, knowledge: Knowledge): Draft | InputError | null {
  if (bytes.length > LONGEST_LINE) return tooLarge(name, bytes.length, "bytes");
  const line = encoding.startsWith("utf-16") ? new TextDecoder(encoding).decode(bytes) : decode(bytes, encoding);
  if (typeof line !== "string") return new InputError("bad-line", name, line.reason);
  if (line.trim() === "") return null;
  const value = parsed(line);
  if (value === undefined) return new InputError("bad-line", name, "is not JSON; write each story as one JSON object on one line");
  return draftOf(value, name, knowledge);
}

/** Undefined for what is not JSON. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function draftOf(value: unknown, name: string, knowledge: Knowledge): Draft | InputError {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return new InputError("bad-line", name, "is no JSON object; write each story as one object on one line");
  }
  const fields = fieldsOf(value as Record<string, unknown>);
  const checked = StoryLine.safeParse(fields);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const field = String(issue.path[0] ?? "text") as keyof typeof NAMES;
    const problem = fields[field] === null ? "is missing" : issue.code === "invalid_union" ? "must be text" : issue.message;
    return new InputError(
      "bad-line",
      name,
      `"${NAMES[field][0]}" ${problem}; give one object a line, such as {"text": "…", "published": "2022-01-11"}`,
    );
  }

  const { text, headline, uri, published, updated, ...rest } = checked.data;
  const dates = { published: dateOf(published), updated: dateOf(updated) };
  for (const field of ["published", "updated"] as const) {
    if (dates[field] !== undefined) continue;
    const written = JSON.stringify(fields[field]).slice(0, 60);
    return new InputError("bad-date", name, `"${NAMES[field][0]}" is no date (${written}); write it as 2022-01-11 or 2022-01-11T03:16`);
  }
  const body = normaliseLines(text);
  if (body.includes("\0")) return new InputError("binary", name, `"text" holds NUL characters and is no text`);
  const whole = headline === null || body.trimStart().startsWith(headline) ? body : `${headline}\n\n${body}`;
  return {
    name,
    text: body.trim() === "" ? "" : whole,
    layout: layoutOfText(whole, knowledge),
    metadata: { ...rest, headline, uri: webAddress(uri), published: dates.published ?? null, updated: dates.updated ?? null },
  };
}

/** Fields under their own names; null where not given. */
function fieldsOf(given: Readonly<Record<string, unknown>>): Record<keyof typeof NAMES, unknown> {
  const firstOf = (names: readonly string[]): unknown =>
    names.map((name) => (Object.hasOwn(given, name) ? given[name] : null)).find((value) => value !== null) ?? null;
  return Object.fromEntries(Object.entries(NAMES).map(([field, names]) => [field, firstOf(names)])) as Record<keyof typeof NAMES, unknown>;
}

/** Null where none is given, undefined where what is given is no date. */
function dateOf(value: unknown): string | null | undefined {
  return value === null || value === "" ? null : (metadataDate(value) ?? undefined);
}

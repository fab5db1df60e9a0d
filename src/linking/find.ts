import { type AlignedWord, type Alignment, align } from "./align.js";
import { isFunctionWord, type MarkedWord } from "./words.js";

/**
 * How words on record stand to those asked for. "same": the same words in the same order. "cut": the same but where an ellipsis or
 * brackets, on either side, own up to a change. "altered": most of them, in order.
 */
export type Likeness = "same" | "cut" | "altered";

/** A stretch of a text that is, or nearly is, the words asked for. */
export interface Stretch extends Pick<Alignment, "shared" | "edits" | "differences"> {
  readonly likeness: Likeness;
  readonly words: readonly MarkedWord[];
}

/** What a function word counts beside a content word: changed, it seldom changes what was said. */
const FUNCTION_WEIGHT = 0.35;
/** Of the weight of the asked words so much must stand there, and no more than so much may differ. Chosen on `npm run bench -- check`. */
const LEAST_SHARED = 0.65;
const MOST_CHANGED = 0.5;
/** Below so many shared words anything is near to anything; and below so many content words, unless many words are shared. */
const LEAST_WORDS = 3;
const LEAST_CONTENT_WORDS = 2;
const MANY_WORDS = 6;
/** A run of the asked words by itself is enough from so many content words and so much of their weight. */
const CUT_CONTENT_WORDS = 4;
const LEAST_CUT = 0.4;
/** Stretches of one text at most, so that a text that says one thing over and over takes no longer than another. */
const MOST_STRETCHES = 4;

/** All runs of `record` that are the asked words exactly, in order. */
export function runsOf(asked: readonly AlignedWord[], record: readonly MarkedWord[]): readonly (readonly MarkedWord[])[] {
  const runs: (readonly MarkedWord[])[] = [];
  if (asked.length === 0) return runs;
  for (let i = 0; i + asked.length <= record.length; i++) {
    if (asked.every(({ word }, j) => record[i + j].word === word)) runs.push(record.slice(i, i + asked.length));
  }
  return runs;
}

/** The stretches of `record` that are near to the asked words without being those exactly, the nearest first; up to four, none over another. */
export function nearStretches(asked: readonly AlignedWord[], record: readonly MarkedWord[]): readonly Stretch[] {
  const found: Stretch[] = [];
  const content = new Set(asked.map(({ word }) => word).filter((word) => !isFunctionWord(word)));
  const look = (words: readonly MarkedWord[]): void => {
    if (found.length >= MOST_STRETCHES || words.length < LEAST_WORDS) return;
    const alignment = align(asked, words);
    const { start, end, shared, edits, differences } = alignment;
    if (!isNear(asked, alignment)) return;
    const likeness = differences.every(({ kind }) => kind === "same") ? "same" : edits === 0 ? "cut" : "altered";
    found.push({ likeness, words: words.slice(start, end), shared, edits, differences });
    look(words.slice(0, start));
    look(words.slice(end));
  };
  for (const { start, end } of windowsOf(asked, content, record)) look(record.slice(start, end));
  return found.sort((a, b) => a.edits - b.edits || b.shared - a.shared);
}

/**
 * Where in a text it is worth to align: round each place where a third of the asked content words stand within as many words as were asked for and half as many
 * again. Aligning a whole story would take ten times as long. All of it where a text or what was asked is short, or has an ellipsis, which spans any number of words.
 */
function windowsOf(
  asked: readonly AlignedWord[],
  content: ReadonlySet<string>,
  record: readonly MarkedWord[],
): readonly { readonly start: number; readonly end: number }[] {
  const reach = Math.ceil(1.5 * asked.length) + LEAST_WORDS;
  if (
    record.length <= 3 * reach ||
    content.size < LEAST_CONTENT_WORDS ||
    asked.some(({ gapBefore, bracketed }) => gapBefore || bracketed)
  ) {
    return [{ start: 0, end: record.length }];
  }
  const hits = [...record.keys()].filter((i) => content.has(record[i].word));
  const least = Math.max(1, Math.floor(content.size / 3));
  const windows: { start: number; end: number }[] = [];
  for (let i = 0; i + least <= hits.length; i++) {
    if (hits[i + least - 1] - hits[i] >= reach) continue;
    const start = Math.max(0, hits[i] - reach);
    const end = Math.min(record.length, hits[i + least - 1] + reach);
    const last = windows.at(-1);
    if (last !== undefined && start <= last.end) last.end = end;
    else windows.push({ start, end });
  }
  return windows;
}

/** Whether enough of the asked words stands there, and little enough besides, for it to be the same thing told with changes. */
export function isNear(asked: readonly AlignedWord[], { differences }: Pick<Alignment, "differences">): boolean {
  const sum = { same: 0, missing: 0, added: 0 };
  const shared: string[] = [];
  for (const { kind, marked, words } of differences) {
    if (kind === "same") shared.push(...words);
    if (!marked) sum[kind] += weightOf(words);
  }
  if (shared.length < LEAST_WORDS) return false;
  const contentWords = asked.filter(({ word }) => !isFunctionWord(word)).length;
  const sharedContent = shared.filter((word) => !isFunctionWord(word)).length;
  if (sharedContent < Math.min(LEAST_CONTENT_WORDS, contentWords) && shared.length < MANY_WORDS) return false;
  const whole = sum.same + sum.missing;
  if (isCutShort(whole, differences)) return true;
  return sum.same >= LEAST_SHARED * whole && Math.max(sum.missing, sum.added) <= MOST_CHANGED * whole;
}

/** Whether one run of the asked words stands there whole, and is so much of them that the rest was cut off rather than said otherwise. */
const isCutShort = (whole: number, differences: Alignment["differences"]): boolean =>
  differences.some(
    ({ kind, words }) =>
      kind === "same" && words.filter((word) => !isFunctionWord(word)).length >= CUT_CONTENT_WORDS && weightOf(words) >= LEAST_CUT * whole,
  );

const weightOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + (isFunctionWord(word) ? FUNCTION_WEIGHT : 1), 0);

/** Changes that may turn the sense of a quotation round, and must not be overlooked. */
export type Turn = "negation" | "number";

const NEGATIONS = new Set(
  (
    "not no never none nor neither nobody nothing nowhere without cannot cant dont doesnt didnt wont wouldnt couldnt shouldnt isnt arent " +
    "wasnt werent hasnt havent hadnt hardly barely refuse refused deny denied"
  ).split(" "),
);
const NUMBERS = new Set(
  "one two three four five six seven eight nine ten eleven twelve dozen dozens twenty thirty forty fifty hundred hundreds thousand thousands million millions billion billions half".split(
    " ",
  ),
);

/** Which changes of sense the differences may hold: a negation or a number on one side only, whether or not an ellipsis owns up to it. */
export function turnsOf(differences: Alignment["differences"]): readonly Turn[] {
  const changed = differences.filter(({ kind }) => kind !== "same").flatMap(({ words }) => words);
  return [
    ...(changed.some((word) => NEGATIONS.has(word)) ? (["negation"] as const) : []),
    ...(changed.some((word) => NUMBERS.has(word) || /^\d/.test(word)) ? (["number"] as const) : []),
  ];
}

import type { FoundTime } from "../../src/reading/times/index.js";

/** A timex as the scorer wants it. */
export interface Timex {
  readonly start: number;
  readonly end: number;
  readonly type: FoundTime["type"];
  readonly value: string;
}

/** "two weeks ago", "a day later": TimeML corpora of news mark the quantity and leave the word that shifts it outside. */
const SHIFTED = /^(?<quantity>.*\S)\s+(?:after|before|earlier|later)$/is;
const BOUNDED =
  /^(?:more|less|fewer|longer)\s+than\s+|^(?:at\s+(?:least|most)|up\s+to|no\s+(?:more|less|fewer)\s+than|not\s+more\s+than)\s+/i;

/**
 * The conventions in which MEANTIME (TimeML 1.2.1 with the rules of NewsReader) differs from our record. The reader is not bent to them:
 *
 * - What the record skips as vague or as a rate is annotated there: "recently", "weekly", "several years". Ages and names are not.
 * - "A day after …" is a duration there, its last word outside; so is the part behind "more than".
 * - A time without a value is left out: there is nothing to compare.
 */
export function timexesOf(text: string, found: readonly FoundTime[]): Timex[] {
  return found.flatMap((time) => {
    const { start, end, skip, resolution } = time;
    if (skip === "age" || skip === "name" || resolution.value === null) return [];
    return [shortened(text.slice(start, end), { start, end, type: time.type, value: resolution.value }, time)];
  });
}

function shortened(words: string, timex: Timex, { rule, quantity }: FoundTime): Timex {
  const quantityWords = rule === "times/offset" ? SHIFTED.exec(words)?.groups?.quantity : undefined;
  if (quantityWords !== undefined && quantity !== null && /\safter$/i.test(words)) {
    return { start: timex.start, end: timex.start + quantityWords.length, type: "DURATION", value: quantity };
  }
  const bound = BOUNDED.exec(words);
  return bound === null ? timex : { ...timex, start: timex.start + bound[0].length };
}

import { type Decimal, decimalOf } from "./decimal.js";

/** A number in digits, and whether its style leaves no doubt what it says. */
export interface Digits {
  readonly value: Decimal;
  /**
   * False where the mark inside could be a decimal point or a separator of thousands ("1.000", "12.500"): the reading given is the English one.
   */
  readonly sure: boolean;
  /** The other reading of a doubtful number; null where there is none. */
  readonly other: Decimal | null;
}

/** "1,200", "12,345,678.5": groups of three. */
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** "1,00,000", "12,34,567": the Indian style, groups of two above the thousand. */
const LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
/** "1.000.000": points between groups, which no decimal number has twice. */
const POINTS = /^\d{1,3}(?:\.\d{3}){2,}$/;
/** "1.000", "12.500": three digits behind one point. */
const DOUBTFUL = /^\d{1,3}\.\d{3}$/;
const PLAIN = /^(?:0|[1-9]\d*)$/;
const BROKEN = /^(?:0|[1-9]\d*)?\.\d+$/;

/**
 * The number that a token of digits, commas and points stands for. Null for what is written like none: groups of other lengths ("1,00,00",
 * "12,34"), a leading zero ("007", which names something), several points ("10.3.2").
 */
export function digitsOf(token: string): Digits | null {
  const sure = (text: string): Digits | null => {
    const value = decimalOf(text);
    return value === null ? null : { value, sure: true, other: null };
  };
  if (PLAIN.test(token)) return sure(token);
  if (THOUSANDS.test(token) || LAKHS.test(token)) return token.startsWith("0") ? null : sure(token.replaceAll(",", ""));
  if (POINTS.test(token)) return token.startsWith("0") ? null : sure(token.replaceAll(".", ""));
  if (DOUBTFUL.test(token) && !token.startsWith("0")) {
    const value = decimalOf(token);
    return value === null ? null : { value, sure: false, other: decimalOf(token.replace(".", "")) };
  }
  return BROKEN.test(token) ? sure(token) : null;
}

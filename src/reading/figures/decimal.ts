/**
 * A decimal number as exact as it is written: `digits` times ten to the power of `exponent`. News has numbers that binary floating point
 * cannot hold ("9,007,199,254,740,993 bolívars"); they are worked out here and rounded once, at the end, where it is told.
 */
export interface Decimal {
  readonly digits: bigint;
  /** Never above 0. */
  readonly exponent: number;
}

/** Longest run of digits that is read as a number at all; longer ones are codes. */
const LONGEST = 40;

/** Reads "1200", "3.75"; null for anything else, and for what has more than 40 digits. */
export function decimalOf(text: string): Decimal | null {
  const match = /^(\d+)?(?:\.(\d+))?$/.exec(text);
  if (match === null || text === "" || text.length > LONGEST) return null;
  const [, whole = "", broken = ""] = match;
  return whole === "" && broken === "" ? null : { digits: BigInt(whole + broken), exponent: broken === "" ? 0 : -broken.length };
}

export const wholeNumber = (value: number): Decimal => ({ digits: BigInt(value), exponent: 0 });

export const product = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, exponent: a.exponent + b.exponent });

export function sum(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = ({ digits, exponent: own }: Decimal): bigint => digits * 10n ** BigInt(own - exponent);
  return { digits: scaled(a) + scaled(b), exponent };
}

/** Negative, 0 or positive, as `a` is less than, equal to or more than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const { digits } = sum(a, { digits: -b.digits, exponent: b.exponent });
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** "1200", "-3.75", "0.5": without needless zeros. */
export function written({ digits, exponent }: Decimal): string {
  const negative = digits < 0n;
  const all = (negative ? -digits : digits).toString().padStart(1 - exponent, "0");
  const at = all.length + exponent;
  const broken = all.slice(at).replace(/0+$/, "");
  return `${negative ? "-" : ""}${all.slice(0, at)}${broken === "" ? "" : `.${broken}`}`;
}

/**
 * The nearest JavaScript number, and whether it says the same: whether it prints the digits that were written. "0.1" is exact in this sense,
 * 2^53 + 1 is not.
 */
export function numberOf(decimal: Decimal): { readonly value: number; readonly exact: boolean } {
  const text = written(decimal);
  const value = Number(text);
  if (!Number.isFinite(value)) return { value: Number.MAX_VALUE, exact: false };
  return { value, exact: Math.abs(value) <= Number.MAX_SAFE_INTEGER && expanded(value) === text };
}

/** A number as JavaScript prints it, without an exponent. */
function expanded(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign, first, rest = "", exponent] = match;
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${first}${rest}`;
}

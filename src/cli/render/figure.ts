import type { Figure } from "../../model/index.js";

const BOUND_WORDS: { readonly [B in NonNullable<Figure["bound"]>]: string } = {
  about: "about",
  at_least: "at least",
  at_most: "at most",
  more_than: "more than",
  less_than: "less than",
};

/** "at least 12", "600 to 700", "4,000": the value as it is meant, whatever the words were. */
export function figureValue({ value, bound }: Pick<Figure, "value" | "bound">): string {
  const amount = typeof value === "number" ? written(value) : value.map(written).join(" to ");
  return bound === null ? amount : `${BOUND_WORDS[bound]} ${amount}`;
}

/** All digits, in groups. */
const written = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 20 });

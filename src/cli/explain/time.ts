import type { Time } from "../../model/index.js";
import { distanceWords, durationWords, stretchOf } from "./calendar-words.js";
import type { Fact } from "./explanation.js";

const LOOKS: { readonly [D in NonNullable<Time["direction"]>]: string } = {
  back: "its clause tells of what has been, so the last one counts",
  forward: "its clause tells of what is to come, so the next one counts",
  open: "its clause does not tell past from future, so the usual reading counts",
};

const MODS: { readonly [M in NonNullable<Time["mod"]>]: string } = {
  BEFORE: "before it",
  AFTER: "after it",
  ON_OR_BEFORE: "then or before",
  ON_OR_AFTER: "then or after",
  LESS_THAN: "less than it",
  MORE_THAN: "more than it",
  EQUAL_OR_LESS: "so much or less",
  EQUAL_OR_MORE: "so much or more",
  START: "its beginning",
  MID: "its middle",
  END: "its end",
  APPROX: "about",
};

/** How a time got its value: what it names, what it was counted from and how far it lies from that, in words. */
export function timeFacts({ type, value, precision, mod, unresolved, basis, direction }: Time): Fact[] {
  const kind = [type.toLowerCase(), precision === null ? null : `exact to the ${precision}`].filter((part) => part !== null).join(", ");
  if (value === null) return [{ label: "no value", text: unresolved ?? "" }, ...lookFacts(direction)];
  const stretch = stretchOf(value);
  const from = basis === null ? null : stretchOf(basis.date);
  const facts: Fact[] = [{ label: "value", text: `${value} (${kind})` }];
  const means = stretch?.words ?? durationWords(value);
  if (means !== null) facts.push({ label: "that is", text: mod === null ? means : `${means}: ${MODS[mod]}` });
  if (basis !== null && from !== null) {
    const origin = basis.from === "published" ? "the publication" : "a time that the text names";
    const far = stretch === null ? "" : `: ${distanceWords(stretch, from)}`;
    facts.push({ label: "counted from", text: `${origin}, ${from.words}${far}` });
  }
  if (basis === null && stretch !== null) facts.push({ label: "counted from", text: "nothing: the words name it whole" });
  return [...facts, ...lookFacts(direction)];
}

const lookFacts = (direction: Time["direction"]): Fact[] => (direction === null ? [] : [{ label: "direction", text: LOOKS[direction] }]);

import type { Figure, Position, Speaker } from "../../src/model/index.js";
import type { StatementRow } from "./api.js";

/** Wording that several pages share. */

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "8 March 2027", "March 2027", "8 March 2027, 10:42": a partial date, no more exact than it is. */
export function dateWords(date: string): string {
  const [, year, month, day, time] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?/.exec(date) ?? [];
  if (year === undefined) return date;
  const parts = [day === undefined ? "" : String(Number(day)), month === undefined ? "" : MONTHS[Number(month) - 1], year];
  return parts.filter((part) => part !== "").join(" ") + (time === undefined ? "" : `, ${time}`);
}

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

export const wordsOf = (anchor: readonly { readonly exact: string }[]): string => oneLine(anchor.map(({ exact }) => exact).join(" … "));

/** A story's headline, or where it has none its first words in brackets, which are no headline. */
export const titleOf = ({ headline, lead }: { readonly headline: string | null; readonly lead: string }): string =>
  headline === null ? `[${oneLine(lead)}]` : oneLine(headline);

/** "Example Times · 8 March 2027": where a row stands. */
export const creditOf = (row: {
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly published: string | null;
}): string =>
  [row.outlet ?? row.agency, row.published === null ? null : dateWords(row.published)].filter((part) => part !== null).join(" · ");

const BOUNDS: { readonly [B in NonNullable<Figure["bound"]>]: string } = {
  about: "about",
  at_least: "at least",
  at_most: "at most",
  more_than: "more than",
  less_than: "less than",
};

/** "at least 12", "600 to 700". */
export function figureWords({ value, bound }: Pick<Figure, "value" | "bound">): string {
  const written = (n: number): string => n.toLocaleString("en-US", { maximumFractionDigits: 20 });
  const amount = typeof value === "number" ? written(value) : value.map(written).join(" to ");
  return bound === null ? amount : `${BOUNDS[bound]} ${amount}`;
}

export const STANCE_WORDS: { readonly [S in Position["stance"]]: string } = {
  demand: "demands",
  reject: "rejects",
  support: "supports",
  offer: "offers",
  promise: "promises",
  threaten: "threatens",
  deny: "denies",
  accuse: "accuses",
};

/** Who is on record for a statement, in words; one who is not known is never given a name. */
export function speakerWords(speaker: StatementRow["speaker"]): string {
  if (speaker.kind === "unnamed") return "unnamed source";
  if (speaker.kind === "unknown") return "speaker not known";
  return [speaker.actor, ...speaker.joint].map(({ name }) => name).join(", ");
}

/** The same for a record's speaker, whose actors are told by id. */
export function speakerNames(speaker: Speaker, nameOf: (id: string) => string): string {
  if (speaker.kind === "unnamed") return "unnamed source";
  if (speaker.kind === "unknown") return "speaker not known";
  return [speaker.actor, ...speaker.joint].map(nameOf).join(", ");
}

/** Below this the reader is not sure, and the page says so. */
export const UNSURE = 0.5;

export const plural = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;

import type { Settings } from "../archive/index.js";
import { UsageError } from "./errors.js";

/** What PLOVER and CAMEO say of an event's type and mode goes with them: a person sets the type alone. */
export async function withTypeFacts(set: Settings): Promise<Settings> {
  const { type, mode } = set;
  if (type === undefined) return set;
  const { loadLexicon } = await import("../lexicon/index.js");
  const rows = [...loadLexicon([]).eventTypes.values()].filter((row) => row.type === type.toUpperCase());
  const row = rows.find((one) => one.mode === (mode ?? "none")) ?? (mode === undefined ? rows[0] : undefined);
  if (row === undefined) {
    const known = rows.map((one) => one.mode).join(", ");
    throw new UsageError(rows.length === 0 ? `type=${type}: is no event type of PLOVER` : `mode=${mode}: ${type} has the modes ${known}`);
  }
  return { ...set, mode: mode ?? "none", quad: String(row.quad), score: String(row.score), cameoRoot: row.root };
}

import { goldNames, readGold } from "./check.mjs";
import { scoreStory, toPredicted } from "./score.mjs";

/** What of the scorer's statements is looked at. */
interface ScoredStatement {
  readonly speaker: string | null;
  readonly speaker_span: readonly (readonly [number, number])[] | null;
}
interface Miss {
  readonly list: string;
  readonly what: "missed" | "wrong" | "spurious";
  readonly gold?: ScoredStatement;
  readonly predicted?: ScoredStatement;
}

/** What the words of a speaker are: how hard it is to tell whom they mean. */
export const PHRASE_KINDS = ["name", "pronoun", "description", "collective", "unnamed", "unsaid"] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

/** Statements found with speakers of one kind of phrase; `right` and `wrongName` are of `found`, the rest was left "unknown" or "unnamed". */
export interface SpeakerCount {
  readonly found: number;
  readonly right: number;
  readonly wrongName: number;
}

const PRONOUN = /^(?:he|she|it|they|we|i|him|her|his|its|their|them|us|our|my)$/i;
const CONNECTOR = /^(?:the|a|an|of|for|and|on|in|to|['’]s|&|[-–,])$/i;

/**
 * The kind of a gold speaker's phrase. `actor` is the gold actor; null for "unnamed" and "unknown". A person's phrase is a name if it holds a
 * word of the name, another's if all its words are capitals ("the Defence Ministry"; "the ministry" is a description).
 */
export function phraseKind(
  phrase: string | null,
  speaker: string,
  actor: { readonly kind: string; readonly name: string } | null,
): PhraseKind {
  if (phrase === null) return "unsaid";
  if (PRONOUN.test(phrase)) return "pronoun";
  if (speaker === "unnamed") return "unnamed";
  if (actor?.kind === "group" || /^(?:both|all|the two|the three)\b/i.test(phrase)) return "collective";
  const words = phrase.split(/\s+|(?=['’]s\b)/u).filter((word) => !CONNECTOR.test(word));
  if (actor?.kind === "person") {
    const name = new Set(actor.name.split(" "));
    return words.some((word) => name.has(word.replace(/[,.]$/, "")) && /^\p{Lu}/u.test(word)) ? "name" : "description";
  }
  return words.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) ? "name" : "description";
}

const isNamed = (speaker: string | null | undefined): boolean => speaker != null && speaker !== "unnamed" && speaker !== "unknown";

/** Counts per kind of phrase over the stories of a folder; `predictions` by story name, as the scorer wants them. */
export function countSpeakers(folder: string, predictions: ReadonlyMap<string, object>): Readonly<Record<PhraseKind, SpeakerCount>> {
  const counts = Object.fromEntries(PHRASE_KINDS.map((kind) => [kind, { found: 0, right: 0, wrongName: 0 }])) as Record<
    PhraseKind,
    { -readonly [Key in keyof SpeakerCount]: SpeakerCount[Key] }
  >;
  for (const name of goldNames(folder)) {
    const entry = readGold(folder, name);
    const gold = toPredicted(entry);
    // What the scorer does not list as missed or wrong is right. Two statements of one speaker with the same words are one to the record, too.
    const misses: readonly Miss[] = scoreStory(entry, predictions.get(name) ?? {}).misses;
    const faults = new Map(misses.filter(({ list }) => list === "statements").map((miss) => [JSON.stringify(miss.gold), miss]));
    for (const statement of gold.statements as ScoredStatement[]) {
      const fault = faults.get(JSON.stringify(statement));
      if (fault?.what === "missed") continue;
      const [span] = statement.speaker_span ?? [];
      const actor = gold.actors.find(({ id }: { id: string }) => id === statement.speaker) ?? null;
      const count = counts[phraseKind(span ? entry.text.slice(span[0], span[1]) : null, statement.speaker ?? "unknown", actor)];
      count.found++;
      if (!fault) count.right++;
      else if (isNamed(fault.predicted?.speaker)) count.wrongName++;
    }
  }
  return counts;
}

const share = (of: number, all: number): string => (all === 0 ? "–" : ((100 * of) / all).toFixed(1)).padStart(6);

/** The counts as lines: found statements, share with the right speaker, share with a wrong name. */
export function speakerTable(counts: Readonly<Record<PhraseKind, SpeakerCount>>): string {
  const rows = PHRASE_KINDS.map((kind) => [kind, counts[kind]] as const).filter(([, { found }]) => found > 0);
  const lines = rows.map(
    ([kind, { found, right, wrongName }]) =>
      `${kind.padEnd(18)}${String(found).padStart(5)}${share(right, found)} %${share(wrongName, found)} %  ${right} right, ${wrongName} wrong names`,
  );
  return [`${"speaker phrase".padEnd(18)}found   right   wrong name`, ...lines].join("\n");
}

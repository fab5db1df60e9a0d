import { readFileSync } from "node:fs";
import { type Clusters, hashText, LabelWeights, packagedClusters, packModel, unpackModel } from "../../language/index.js";
import { EVENT_TYPES, sha256 } from "../../model/index.js";
import type { EventType } from "./tables.js";

/** Labels of the weights that type an event: the first is "no event". */
export const TYPE_LABELS = ["NONE", ...EVENT_TYPES] as const;

/** Rows of the two tables, as binary logarithms. */
export const TYPE_BITS = 17;
export const RECIPIENT_BITS = 16;

/** Steps of a whole-number weight to 1 of the logarithm of odds. */
export const PER_UNIT = 64;

/** Of each event word what it tells, and of each noun phrase whether it is the recipient: linear, in whole numbers. */
export interface EventWeights {
  /** First 16 hexadecimal digits of the SHA-256 of the file. */
  readonly hash: string;
  readonly types: LabelWeights;
  readonly recipients: LabelWeights;
  /** Words put together by the company they keep, by which what was learned of one verb helps with another. */
  readonly clusters: Clusters;
}

export const EVENT_MODEL_FILE = new URL("../../../models/english.events.bin", import.meta.url);

let packaged: EventWeights | undefined;

/** The weights of this package, read when first asked for. Throws where the file is missing or is no such model. */
export function packagedEventWeights(): EventWeights {
  packaged ??= unpackEventWeights(readFileSync(EVENT_MODEL_FILE));
  return packaged;
}

export function unpackEventWeights(packed: Uint8Array): EventWeights {
  const from = unpackModel("events", packed);
  return {
    hash: sha256(packed).slice(0, 16),
    types: LabelWeights.read(from),
    recipients: LabelWeights.read(from),
    clusters: packagedClusters(),
  };
}

/** Tables of `1 << TYPE_BITS` rows × `TYPE_LABELS`, and `1 << RECIPIENT_BITS` rows × 1. */
export const packEventWeights = (types: Int32Array, recipients: Int32Array): Uint8Array =>
  packModel("events", (out) => {
    LabelWeights.write(out, TYPE_BITS, TYPE_LABELS.length, types);
    LabelWeights.write(out, RECIPIENT_BITS, 1, recipients);
  });

/** Weights that say nothing, for reading what they are to be learned from. */
export const noEventWeights = (): EventWeights =>
  unpackEventWeights(packEventWeights(new Int32Array((1 << TYPE_BITS) * TYPE_LABELS.length), new Int32Array(1 << RECIPIENT_BITS)));

/** Row of a feature in a table of `1 << bits` rows: hashing keeps no dictionary, a collision costs a little accuracy and nothing else. */
export const rowOf = (feature: string, bits: number): number => Math.imul(hashText(feature), 0x85ebca6b) >>> (32 - bits);

export const rowsOf = (features: readonly string[], bits: number): Int32Array =>
  Int32Array.from(features, (feature) => rowOf(feature, bits));

const typeScores = new Int32Array(TYPE_LABELS.length);
const oneScore = new Int32Array(1);

/** The types with what speaks for each, in units of `PER_UNIT`; "NONE" for no event. */
export function scoreTypes({ types }: EventWeights, features: readonly string[]): Int32Array {
  const rows = rowsOf(features, TYPE_BITS);
  types.score(rows, rows.length, typeScores);
  return Int32Array.from(typeScores);
}

/** What speaks for one noun phrase being the recipient. */
export function scoreRecipient({ recipients }: EventWeights, features: readonly string[]): number {
  const rows = rowsOf(features, RECIPIENT_BITS);
  recipients.score(rows, rows.length, oneScore);
  return oneScore[0];
}

/** Share of each score in the whole, as a probability. */
export function probabilities(scores: Int32Array): Float64Array {
  const top = Math.max(...scores);
  const shares = Float64Array.from(scores, (score) => Math.exp((score - top) / PER_UNIT));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

export const labelOf = (type: EventType | "NONE"): number => TYPE_LABELS.indexOf(type);

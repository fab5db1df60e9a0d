import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** Weights of features by their name, in thousandths of a logit. What has no weight weighs nothing. */
export type Weights = ReadonlyMap<string, number>;

/** The weights of this package: `models/` lies beside both `src/` and `dist/`. */
export const COREF_WEIGHTS_FILE = new URL("../../../../models/english.coref.tsv", import.meta.url);

/** Weights from the text of their file: a feature, a tab and a whole number a line. Throws a `RangeError` with the number of a line that is no such line. */
export function readWeights(table: string): Weights {
  const weights = new Map<string, number>();
  for (const [index, line] of table.split("\n").entries()) {
    if (line === "") continue;
    const [feature = "", weight = ""] = line.split("\t");
    if (feature === "" || !/^-?\d+$/.test(weight))
      throw new RangeError(`weights of pronouns, line ${index + 1}: want a feature, a tab and a whole number, not ${JSON.stringify(line)}`);
    weights.set(feature, Number(weight));
  }
  return weights;
}

/** What `readWeights` reads: sorted, so that the same weights are the same bytes. */
export const writeWeights = (weights: Weights): string =>
  [...weights]
    .filter(([, weight]) => weight !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, weight]) => `${feature}\t${weight}\n`)
    .join("");

let packaged: { readonly weights: Weights; readonly hash: string } | undefined;

/** The weights of this package with the first 16 hexadecimal digits of their SHA-256, read from disk when first asked for. */
export function packagedCorefWeights(): { readonly weights: Weights; readonly hash: string } {
  if (!packaged) {
    const bytes = readFileSync(COREF_WEIGHTS_FILE);
    packaged = { weights: readWeights(bytes.toString("utf8")), hash: createHash("sha256").update(bytes).digest("hex").slice(0, 16) };
  }
  return packaged;
}

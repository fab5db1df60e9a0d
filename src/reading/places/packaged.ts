import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Gazetteer } from "./gazetteer.js";

/** The gazetteer of this package: `models/` lies beside both `src/` and `dist/`. */
const FILE = new URL("../../../models/places.bin", import.meta.url);

/** SHA-256 of that file, as `npm run gazetteer` prints it: with the lexicons it names the knowledge that places were read with. */
export const GAZETTEER_SHA256 = "c99565b245bf388f4eb43994cc8172da32358e7767eae5cb7d2590cc26e94160";

let gazetteer: Gazetteer | undefined;

/**
 * The gazetteer of this package, read from disk when first asked for and kept for the life of the process; takes about a tenth of a second. Throws
 * where the file is missing, or is another than this version was made with.
 */
export function packagedGazetteer(): Gazetteer {
  if (gazetteer === undefined) {
    const bytes = readFileSync(FILE);
    const hash = createHash("sha256").update(bytes).digest("hex");
    if (hash !== GAZETTEER_SHA256) {
      throw new Error(`models/places.bin has the SHA-256 ${hash}, not ${GAZETTEER_SHA256}; install the package again`);
    }
    gazetteer = new Gazetteer(bytes);
  }
  return gazetteer;
}

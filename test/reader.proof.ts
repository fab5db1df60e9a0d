/** The laws of `reader.test.ts` over very many texts, and over the sentences of the samples cut and shuffled: run before a release, for hours. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { it } from "vitest";
import { openReader } from "../src/intake/index.js";
import { expectSound, recordOfText } from "./support.js";

const samples = fileURLToPath(new URL("../samples", import.meta.url));
const words = readdirSync(samples, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".txt"))
  .flatMap((file) => readFileSync(join(samples, file), "utf8").split(/(?<=\s)/));

it("gives a sound record for any shuffle of the samples' words", () => {
  const reader = openReader();
  const text = fc.array(
    fc.nat(words.length - 12).chain((from) => fc.integer({ min: 1, max: 12 }).map((length) => words.slice(from, from + length).join(""))),
    {
      minLength: 1,
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(text, (pieces) => {
      expectSound(recordOfText(reader, `The council met. ${pieces.join("")}`, "2027-03-09"));
    }),
    { numRuns: 200_000 },
  );
});

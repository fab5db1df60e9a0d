import { formOf, uposOf, wordAt } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import { principalOf } from "../parties/index.js";
import type { Reading } from "../reading.js";
import type { Draft } from "../statements/index.js";

const SINGULAR = new Set(["i", "me", "my", "myself"]);
const PLURAL = new Set(["we", "us", "our", "ourselves"]);

/**
 * The referents with "I" and "we" of all statements resolved: the speaker, and the body that the speaker speaks for. In words that stand within
 * other words the nearest speaker counts.
 */
export function withVoices(reading: Reading, referents: Referents, statements: readonly Draft[]): Referents {
  const { doc } = reading;
  const pronouns = new Map(referents.pronouns);
  const lengths = new Map<number, number>();
  for (const { source, content } of statements) {
    if (source.kind !== "referent" || referents.all[source.referent].hidden) continue;
    for (const { start, end } of content) {
      for (let word = wordAt(doc, start); word < doc.length && doc.start[word] < end; word++) {
        if (uposOf(doc, word) !== "PRON" || (lengths.get(word) ?? Number.POSITIVE_INFINITY) <= end - start) continue;
        const form = formOf(doc, word).toLowerCase();
        if (!SINGULAR.has(form) && !PLURAL.has(form)) continue;
        const meant = SINGULAR.has(form) ? source.referent : principalOf(reading, referents, source.referent);
        pronouns.set(word, { referents: [meant], head: word, margin: 0 });
        lengths.set(word, end - start);
      }
    }
  }
  return lengths.size === 0 ? referents : { ...referents, pronouns };
}

/** Whom pronouns mean, through the whole reader of actors, on invented sentences. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf, englishWith, formOf } from "../../../language/index.js";
import { loadLexicon } from "../../../lexicon/index.js";
import { knowledgeOf, readingOf } from "../../reading.js";
import { readReferents } from "../index.js";

const lexicon = loadLexicon();
const english = englishWith(lexicon);
const knowledge = knowledgeOf(lexicon);

function referentsIn(text: string) {
  const blocks = blocksOf(text);
  const doc = english.parse(text, blocks);
  const reading = readingOf({ text, regions: [] as unknown } as Parameters<typeof readingOf>[0], doc, blocks, knowledge);
  return { doc, ...readReferents(reading) };
}

/** "pronoun = names" of each pronoun that is resolved to somebody, in text order. */
function resolved(text: string): string[] {
  const { doc, all, pronouns } = referentsIn(text);
  return [...pronouns]
    .sort(([a], [b]) => a - b)
    .filter(([, { referents }]) => referents.length > 0)
    .map(([word, { referents }]) => `${formOf(doc, word)} = ${referents.map((i) => all[i].name ?? all[i].role).join(" + ")}`);
}

describe("pronouns go back to", () => {
  it.each<[what: string, text: string, expected: string]>([
    ["the subject before", "Finance Minister Ingrid Solbakk arrived on Monday. She left on Tuesday.", "She = Ingrid Solbakk"],
    ["who fits in gender", "Prime Minister Lars Brask met Mrs. Ode in Oslo. She said the port was shut.", "She = Ode"],
    ["who said it before", "“The port is shut,” Commander Niels Brask told reporters. “It stays shut,” he said.", "he = Niels Brask"],
    ["who says it of himself", "President Lars Ode said on Monday that he would sign the treaty.", "he = Lars Ode"],
    ["a state that says it of itself", "Norway said on Tuesday that it would close the strait.", "it = Norway"],
    ["a body that says it of itself", "Norway's Defence Ministry said it had closed the strait.", "it = Norway's Defence Ministry"],
    ["a person without a name", "The mayor of the town said he had seen the ship.", "he = mayor"],
    ["two who are joined", "Norway and Denmark said they would close the strait.", "they = Norway + Denmark"],
  ])("%s: %s", (_, text, expected) => {
    expect(resolved(text)).toContain(expected);
  });
});

describe("pronouns stay open or mean nobody listed", () => {
  it.each<[what: string, text: string, not: RegExp]>([
    ["the weather", "Norway closed the port because it was raining heavily.", /^it = /],
    ["a thing", "The ship sank on Monday off Bergen. It was built in 1988.", /^It = Norway/],
    ["nobody before", "He said the port was shut.", /^He = /],
    ["another gender", "Prime Minister Lars Brask spoke in Oslo. She said the port was shut.", /^She = Lars/],
    [
      "who is spoken of only in a quotation",
      "“Mr. Brask was late,” Finance Minister Ingrid Solbakk said. He said nothing.",
      /^He = Ingrid/,
    ],
  ])("%s: %s", (_, text, not) => {
    expect(resolved(text).filter((line) => not.test(line))).toEqual([]);
  });
});

it("resolves the same text the same way, to referents that there are", () => {
  const sentence = fc.constantFrom(
    "Lars Brask said he would go.",
    "“It is shut,” she said.",
    "Norway and Denmark told their ministers.",
    "Its navy met him.",
    "They left.",
  );
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
      const text = sentences.join(" ");
      const { all, pronouns, at } = referentsIn(text);
      for (const [word, { referents }] of pronouns) {
        expect(referents.every((referent) => referent >= 0 && referent < all.length)).toBe(true);
        expect(at[word]).toBe(referents[0] ?? -1);
      }
      expect(resolved(text)).toEqual(resolved(text));
    }),
    { numRuns: 30 },
  );
});

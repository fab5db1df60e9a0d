import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Mention, mentionsOf } from "./mentions.js";
import { parse } from "./parse.js";

/** The mention whose words are these. */
function mention(text: string, words: string): Mention | undefined {
  const doc = parse(text);
  return mentionsOf(doc).find(({ first, last }) => text.slice(doc.start[first], doc.end[last]) === words);
}

describe("gender", () => {
  it.each<[text: string, words: string, gender: "m" | "f" | null]>([
    ["Mrs. Ode said the port was shut.", "Mrs. Ode", "f"],
    ["Spokeswoman Ane Lund said the port was shut.", "Spokeswoman Ane Lund", "f"],
    ["Ingrid Solbakk said the port was shut.", "Ingrid Solbakk", "f"],
    ["The widow said the port was shut.", "The widow", "f"],
    ["The king said the port was shut.", "The king", "m"],
    ["Solbakk, the chairwoman of the port, said it was shut.", "Solbakk", "f"],
    ["Solbakk distanced herself from the plan.", "Solbakk", "f"],
    ["Solbakk met his Danish counterpart on Monday.", "Solbakk", "m"],
    ["She said the port was shut.", "She", "f"],
  ])("%s: %s", (text, words, gender) => {
    expect(mention(text, words)?.gender).toBe(gender);
  });

  it.each<[text: string, words: string]>([
    ["The minister said the port was shut.", "The minister"],
    ["Solbakk said the port was shut.", "Solbakk"],
    ["They said the port was shut.", "They"],
    ["Her lawyer said the port was shut.", "Her lawyer"],
    ["Mrs. Ode's lawyer said the port was shut.", "Mrs. Ode's lawyer"],
    ["Solbakk met his brother on Monday.", "Solbakk"],
  ])("is not shown: %s: %s", (text, words) => {
    expect(mention(text, words)).toMatchObject({ gender: null });
  });
});

describe("number, person and animacy", () => {
  it.each<[text: string, words: string, expected: Partial<Mention>]>([
    ["The ministers met in Oslo.", "The ministers", { number: "plural", animate: true, form: "noun" }],
    ["The ministry was shut.", "The ministry", { number: "singular", animate: false }],
    ["Two fishermen were found.", "Two fishermen", { number: "plural", animate: true }],
    ["Farmers closed the road.", "Farmers", { number: "plural", animate: true }],
    ["We are ready.", "We", { number: "plural", person: 1, animate: true, form: "pronoun" }],
    ["I am ready.", "I", { number: "singular", person: 1, animate: true }],
    ["You are ready.", "You", { number: null, person: 2 }],
    ["It is ready.", "It", { number: "singular", person: 3, animate: false }],
    ["They are ready.", "They", { number: null, person: 3, animate: null }],
    ["The storm closed the road.", "The storm", { number: "singular", animate: null }],
    ["The winner, who lives in Bergen, was late.", "The winner", { animate: true }],
  ])("%s: %s", (text, words, expected) => {
    expect(mention(text, words)).toMatchObject(expected);
  });
});

describe("mentions", () => {
  it("hold their heads, in the order of these, whatever the text", () => {
    const words = fc.constantFrom(
      "Ane",
      "Lund",
      "the",
      "minister",
      "said",
      "her",
      "of",
      ",",
      "Mr.",
      "'s",
      "and",
      "herself",
      "Oslo",
      "three",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (sequence) => {
        const mentions = mentionsOf(parse(sequence.join(" ")));
        for (const { first, head, last } of mentions) expect(first <= head && head <= last).toBe(true);
        expect(mentions.map(({ head }) => head)).toEqual(mentions.map(({ head }) => head).sort((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });
});

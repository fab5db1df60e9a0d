import { expect, test } from "vitest";
import type { Words } from "../words.js";
import { formsOf, Shape } from "./forms.js";

/** One sentence of words apart by spaces. */
function sentence(text: string): Words {
  const found = [...text.matchAll(/\S+/g)];
  return {
    text,
    length: found.length,
    start: Uint32Array.from(found, ({ index }) => index),
    end: Uint32Array.from(found, ({ index, 0: form }) => index + form.length),
    joined: new Uint8Array(found.length),
    sentences: Uint32Array.of(0, found.length),
    blockOf: new Uint32Array(1),
  };
}

test.each([
  ["capitals", "Brandt brandt BRANDT", true],
  ["accented capitals", "Évora évora", true],
  ["apostrophes", "n't n’t", true],
  ["quotation marks", '" “ ” «', true],
  ["long dashes", "– —", true],
  ["numbers", "7 1,200 3.5 10:30 24/7", true],
  ["years", "1914 2026", true],
  ["a year and another number", "1914 191", false],
  ["a number and a word with a digit", "7 G7", false],
  ["a hyphen and a dash", "- –", false],
  ["words", "said says", false],
])("%s: the same form or not", (_, text, same) => {
  const { form } = formsOf(sentence(text));
  expect(new Set(form).size === 1).toBe(same);
});

test("shapes", () => {
  const { shape } = formsOf(sentence('" The U.S. and G7 met in-house , 12 A .'));
  const { capital, digit, hyphen, allCapitals, opensSentence, mark } = Shape;
  expect([...shape]).toEqual([
    mark | opensSentence,
    capital | opensSentence,
    capital | allCapitals,
    0,
    capital | digit,
    0,
    hyphen,
    mark,
    digit,
    capital,
    mark,
  ]);
});

test("quotation marks open and close in turn, curly ones as they are", () => {
  expect([...formsOf(sentence('He said " no , " twice')).quoted]).toEqual([0, 0, 2, 1, 1, 3, 0]);
  expect([...formsOf(sentence("we go ” , he said “ now")).quoted]).toEqual([0, 0, 3, 0, 0, 0, 2, 1]);
});

test("suffixes and prefixes of a short word are the word", () => {
  const { suffix2, suffix3, suffix4, prefix2, prefix3 } = formsOf(sentence("us"));
  expect(suffix3).toEqual(suffix2);
  expect(suffix4).toEqual(suffix2);
  expect(prefix3).toEqual(prefix2);
  const { suffix3: three, prefix3: front } = formsOf(sentence("nation station nativity"));
  expect(three[0]).toBe(three[1]);
  expect(front[0]).toBe(front[2]);
  expect(front[0]).not.toBe(front[1]);
});

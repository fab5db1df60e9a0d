import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { uposCode } from "../tags.js";
import type { Words } from "../words.js";
import { loadEngine } from "./engine.js";
import { ROOT_RELATION } from "./relations.js";

const engine = loadEngine();

/** Words apart by spaces, sentences by lines. */
function wordsOf(text: string): Words {
  const start: number[] = [];
  const end: number[] = [];
  const sentences: number[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const first = start.length;
    for (const { 0: form, index } of line.matchAll(/\S+/g)) {
      start.push(offset + index);
      end.push(offset + index + form.length);
    }
    if (start.length > first) sentences.push(first);
    offset += line.length + 1;
  }
  return {
    text,
    length: start.length,
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    joined: new Uint8Array(start.length),
    sentences: Uint32Array.from([...sentences, start.length]),
    blockOf: Uint32Array.from(sentences, () => 0),
  };
}

/** Throws where a sentence is no tree: one root, heads in the sentence, no cycle. */
function expectTrees(words: Words): void {
  const { head, deprel } = engine.annotate(words);
  for (let sentence = 0; sentence + 1 < words.sentences.length; sentence++) {
    const first = words.sentences[sentence];
    const behind = words.sentences[sentence + 1];
    let roots = 0;
    for (let word = first; word < behind; word++) {
      if (head[word] < 0) roots++;
      else expect(head[word] >= first && head[word] < behind).toBe(true);
      expect(deprel[word] === ROOT_RELATION).toBe(head[word] === -1);
      let steps = 0;
      for (let up = word; up >= 0; up = head[up]) expect(steps++).toBeLessThanOrEqual(behind - first);
    }
    expect(roots).toBe(1);
  }
}

describe("laws, over any words", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "the",
      "said",
      "minister",
      "Anna",
      "Brandt",
      "of",
      ",",
      ".",
      '"',
      "“",
      "”",
      "not",
      "2019",
      "1,200",
      "who",
      "and",
      "to",
      "(",
      "—",
    ),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }).map((text) => text.replace(/\s/g, "") || "x"),
  );
  const text = fc
    .array(fc.array(word, { minLength: 1, maxLength: 40 }), { maxLength: 6 })
    .map((lines) => lines.map((line) => line.join(" ")).join("\n"));

  test("each sentence is a tree with one root", () => {
    fc.assert(
      fc.property(text, (t) => expectTrees(wordsOf(t))),
      { numRuns: 300 },
    );
  });

  test("names begin before they go on, and every code is in its vocabulary", () => {
    fc.assert(
      fc.property(text, (t) => {
        const words = wordsOf(t);
        const { name, upos } = engine.annotate(words);
        const starts = new Set(words.sentences);
        for (let i = 0; i < words.length; i++) {
          expect(upos[i]).toBeLessThan(uposCode.size);
          if (name[i] > 0 && name[i] % 2 === 0) {
            expect(starts.has(i)).toBe(false);
            expect([name[i], name[i] - 1]).toContain(name[i - 1]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("a sentence's tree does not depend on what else is in the text", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const alone = engine.annotate(wordsOf(a));
        const together = engine.annotate(wordsOf(`${a}\n${b}`));
        expect(together.head.slice(0, alone.length)).toEqual(alone.head);
        expect(together.deprel.slice(0, alone.length)).toEqual(alone.deprel);
        expect(together.upos.slice(0, alone.length)).toEqual(alone.upos);
      }),
      { numRuns: 100 },
    );
  });
});

test("a sentence of 5,000 words is a tree, too, and no words are none", () => {
  expectTrees(wordsOf(Array.from({ length: 5000 }, (_, i) => ["the", "tall", "guard", "saw", ",", "and"][i % 6]).join(" ")));
  expect(engine.annotate(wordsOf("")).head).toHaveLength(0);
});

test("the hash of the weights is sixteen hexadecimal digits", () => {
  expect(engine.weightsHash).toMatch(/^[0-9a-f]{16}$/);
});

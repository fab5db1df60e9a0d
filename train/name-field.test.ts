import { expect, test } from "vitest";
import {
  biasTemplate,
  formsOf,
  LABEL_PAIRS,
  NAME_LABELS,
  NAMES_BITS,
  type NameContext,
  nameAtoms,
  PAIRS_BITS,
} from "../src/language/engine/index.js";
import { NameField } from "./name-field.js";

function contextOf(text: string): NameContext {
  const found = [...text.matchAll(/\S+/g)];
  const length = found.length;
  const forms = formsOf({
    text,
    length,
    start: Uint32Array.from(found, ({ index }) => index),
    end: Uint32Array.from(found, ({ index, 0: form }) => index + form.length),
    joined: new Uint8Array(length),
    sentences: Uint32Array.of(0, length),
    blockOf: new Uint32Array(1),
  });
  const bytes = new Uint8Array(length);
  const none = new Uint16Array(length);
  return {
    forms,
    upos: bytes,
    xpos: bytes,
    marks: bytes,
    places: bytes,
    clusters: { coarse: none, middle: none, fine: none },
    memory: new Map(),
  };
}

const sentence = contextOf("Anna Lind spoke in Oslo");
const gold = Uint8Array.of(1, 2, 0, 0, 5);

test("a sentence that it has learned is labelled as it was taught", () => {
  const field = new NameField(1, 0.1);
  const found = new Uint8Array(5);
  field.learn(sentence, gold, 0, 1, 0, 5, found);
  expect([...found]).toEqual([0, 0, 0, 0, 0]);
  for (let i = 0; i < 3; i++) field.learn(sentence, gold, 0, 1, 0, 5, found);
  expect([...found]).toEqual([...gold]);
});

test("what a corpus teaches is in the shared weights; what is not trusted teaches nothing", () => {
  const shared = (trust: number): Float32Array => {
    const field = new NameField(2, 0.1);
    field.learn(sentence, gold, 1, trust, 0, 5, new Uint8Array(5));
    const own = new Float32Array(NAME_LABELS << NAMES_BITS);
    field.addShared(own, new Float32Array(LABEL_PAIRS << PAIRS_BITS));
    return own;
  };
  const row = new Int32Array(1);
  biasTemplate.rowsOf(nameAtoms(), row);
  const bias = shared(1).subarray(row[0] * NAME_LABELS, (row[0] + 1) * NAME_LABELS);
  // Before learning a place and an organization were as likely; the sentence has the one and not the other.
  expect(bias[5]).toBeGreaterThan(bias[3]);
  expect(shared(0).some((weight) => weight !== 0)).toBe(false);
});

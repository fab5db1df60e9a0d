import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteReader, ByteWriter, packModel, unpackModel } from "./bytes.js";
import { ActionWeights, LabelWeights } from "./weights.js";

const BITS = 5;
const ROWS = 1 << BITS;

describe("numbers in bytes", () => {
  test("read back as they were written", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.array(fc.integer({ min: 0, max: 0xffffffff })), fc.string(), (signed, unsigned, text) => {
        const out = new ByteWriter();
        for (const value of signed) out.signed(value);
        for (const value of unsigned) out.unsigned(value);
        out.text(text);
        const from = new ByteReader(out.finish());
        expect(signed.map(() => from.signed())).toEqual(signed);
        expect(unsigned.map(() => from.unsigned())).toEqual(unsigned);
        expect(from.text()).toBe(new TextDecoder().decode(new TextEncoder().encode(text)));
      }),
    );
  });

  test("small ones take one byte", () => {
    const out = new ByteWriter();
    for (const value of [0, 1, -1, 63, -64]) out.signed(value);
    expect(out.finish()).toHaveLength(5);
  });
});

describe("a model file", () => {
  test("says what it is", () => {
    expect(
      unpackModel(
        "tagger",
        packModel("tagger", (out) => out.byte(7)),
      ).byte(),
    ).toBe(7);
  });

  test.each([
    ["another kind of model", packModel("parser", () => {}), /Expected a tagger model .* found "parser"/],
    ["bytes that are no model", new Uint8Array([1, 2, 3]), /tagger model cannot be decompressed/],
  ])("%s is refused with the reason", (_, bytes, message) => {
    expect(() => unpackModel("tagger", bytes)).toThrow(message);
  });
});

test("sparse weights of labels score as the dense table does", () => {
  const labels = 4;
  const weight = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -70000, max: 70000 }));
  const dense = fc.array(weight, { minLength: ROWS * labels, maxLength: ROWS * labels });
  const rows = fc.array(fc.nat({ max: ROWS - 1 }), { maxLength: 20 });
  fc.assert(
    fc.property(dense, rows, (values, used) => {
      const out = new ByteWriter();
      LabelWeights.write(out, BITS, labels, Int32Array.from(values));
      const weights = LabelWeights.read(new ByteReader(out.finish()));
      const scores = new Int32Array(labels);
      weights.score(Int32Array.from(used), used.length, scores);
      for (let label = 0; label < labels; label++) {
        const wanted = used.reduce((sum, row) => sum + (values[row * labels + label] as number), 0);
        expect(scores[label]).toBe(wanted);
      }
      expect(weights.size).toBe(values.filter((value) => value !== 0).length);
    }),
  );
});

test("packed weights of actions score as the dense table does", () => {
  const weight = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: -32768, max: 32767 }));
  const dense = fc.array(weight, { minLength: ROWS * 2, maxLength: ROWS * 2 });
  const rows = fc.array(fc.nat({ max: ROWS - 1 }), { maxLength: 20 });
  fc.assert(
    fc.property(dense, rows, (values, used) => {
      const out = new ByteWriter();
      ActionWeights.write(out, BITS, Int32Array.from(values));
      const weights = ActionWeights.read(new ByteReader(out.finish()));
      const sums = new Int32Array(2);
      weights.score(Int32Array.from(used), used.length, sums);
      expect([...sums]).toEqual([0, 1].map((action) => used.reduce((sum, row) => sum + (values[row * 2 + action] as number), 0)));
    }),
  );
});

test("a weight of an action that needs more than 16 bits is refused, not cut", () => {
  const dense = new Int32Array(ROWS * 2);
  dense[9] = 32768;
  expect(() => ActionWeights.write(new ByteWriter(), BITS, dense)).toThrow("A weight of row 4 exceeds 16 bits");
});

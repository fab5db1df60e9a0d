import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, decimalOf, numberOf, product, sum, written } from "./decimal.js";

const decimal = fc
  .record({ digits: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), places: fc.nat(6) })
  .map(({ digits, places }) => ({ digits, exponent: -places }));

describe("decimals", () => {
  it.each([
    ["1200", 1200, true],
    ["0.1", 0.1, true],
    ["1.10", 1.1, true],
    ["0.0000001", 1e-7, true],
    ["9007199254740991", 9007199254740991, true],
    ["9007199254740993", 9007199254740992, false],
    ["123456789012345678901234567890", 123456789012345680000000000000, false],
    ["0.12345678901234567890", 0.12345678901234568, false],
  ])("%s is %d, exactly: %s", (text, value, exact) => {
    const read = decimalOf(text);
    expect(read && numberOf(read)).toEqual({ value, exact });
  });

  it.each(["", ".", "1.", "-1", "1,0", "1e3", " 1"])("reads no number in %j", (text) => expect(decimalOf(text)).toBeNull());

  it("print what they are", () => {
    fc.assert(
      fc.property(decimal, (one) => {
        const text = written(one);
        const [whole, broken = ""] = text.replace("-", "").split(".");
        expect(BigInt(whole + broken.padEnd(-one.exponent, "0"))).toBe(one.digits < 0n ? -one.digits : one.digits);
        expect(text.startsWith("-")).toBe(one.digits < 0n);
      }),
    );
  });

  it("keep the order and the laws of arithmetic", () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(compare(product(a, sum(b, c)), sum(product(a, b), product(a, c)))).toBe(0);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
      }),
    );
  });
});

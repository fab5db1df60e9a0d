import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { written } from "./decimal.js";
import { digitsOf } from "./digits.js";

describe("digitsOf", () => {
  it.each([
    ["0", "0"],
    ["7", "7"],
    ["1,200", "1200"],
    ["12,345,678", "12345678"],
    ["1,234.5", "1234.5"],
    ["1,00,000", "100000"],
    ["12,34,56,789", "123456789"],
    ["1.000.000", "1000000"],
    ["0.5", "0.5"],
    [".5", "0.5"],
    ["3.75", "3.75"],
    ["9,007,199,254,740,993", "9007199254740993"],
  ])("reads %s as %s", (token, expected) => {
    const digits = digitsOf(token);
    expect([digits && written(digits.value), digits?.sure]).toEqual([expected, true]);
  });

  it("doubts one point before three digits, and gives both readings", () => {
    const digits = digitsOf("1.500");
    expect(digits?.sure).toBe(false);
    expect([digits && written(digits.value), digits?.other && written(digits.other)]).toEqual(["1.5", "1500"]);
  });

  it.each(["", "007", "1,00,00", "12,34", "1,2345", "10.3.2", "1.2.3.4", "1,", "1e5", "0x1F", "12a", "XIV", "½", "1-2", "9".repeat(80)])(
    "takes %s for no number",
    (token) => expect(digitsOf(token)).toBeNull(),
  );

  it("reads back every number that is printed plainly or in groups", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (number) => {
        const plain = digitsOf(number.toString());
        const grouped = digitsOf(number.toLocaleString("en-US"));
        const indian = digitsOf(number.toLocaleString("en-IN"));
        for (const digits of [plain, grouped, indian]) expect(digits?.value).toEqual({ digits: number, exponent: 0 });
      }),
    );
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-/% kXV½"), maxLength: 60 }), (token) => {
        const digits = digitsOf(token);
        expect(digits === null || digits.value.digits >= 0n).toBe(true);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceWords, durationWords, stretchOf } from "./calendar-words.js";

describe("stretchOf", () => {
  it.each([
    ["2027-03-09", "Tuesday 9 March 2027"],
    ["2027-03-09TEV", "Tuesday 9 March 2027 in the evening"],
    ["2027-03-09T14:30", "Tuesday 9 March 2027 at 14:30"],
    ["2027-03-09T14:30Z", "Tuesday 9 March 2027 at 14:30 UTC"],
    ["2027-03-09T14:30+03:00", "Tuesday 9 March 2027 at 14:30 UTC+03:00"],
    ["2027-03", "March 2027"],
    ["2027-W10", "week 10 of 2027, which begins on Monday 8 March 2027"],
    ["2021-W01", "week 1 of 2021, which begins on Monday 4 January 2021"],
    ["2027-W10-WE", "the weekend of week 10 of 2027, which begins on Monday 8 March 2027"],
    ["2027-Q2", "quarter 2 of 2027, from April 2027"],
    ["2027-H2", "the second half of 2027"],
    ["2027-WI", "winter 2027"],
    ["2027", "2027"],
    ["FY2027", "fiscal year 2027"],
  ])("%s is %s", (value, words) => expect(stretchOf(value)?.words).toBe(words));

  it.each(["P2W", "PRESENT_REF", "XXXX-WXX-5", "199", "2027-02-30", "2027-13", "", "soon"])("%s is no stretch", (value) =>
    expect(stretchOf(value)).toBeNull(),
  );

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789-TWQHXPZ:+"), maxLength: 20 }), (value) => {
        expect(stretchOf(value)?.words).not.toBe("");
      }),
    );
  });
});

describe("distanceWords", () => {
  it.each([
    ["2027-03-09", "2027-03-09", "the same day"],
    ["2027-03-08", "2027-03-09", "1 day before"],
    ["2027-03-12T10:00", "2027-03-09", "3 days after"],
    ["2027-W09", "2027-03-09", "1 week before"],
    ["2027-W10", "2027-03-14", "the same week"],
    ["2026-12", "2027-03-09", "3 months before"],
    ["2027-Q1", "2027-03-09", "the same quarter"],
    ["2014", "2027-03-09", "13 years before"],
  ])("%s lies from %s: %s", (value, from, words) => {
    const [stretch, origin] = [stretchOf(value), stretchOf(from)];
    expect(stretch && origin && distanceWords(stretch, origin)).toBe(words);
  });
});

describe("durationWords", () => {
  it.each([
    ["P7Y", "7 years"],
    ["P1W", "1 week"],
    ["PT48H", "48 hours"],
    ["PT5M", "5 minutes"],
    ["P5M", "5 months"],
    ["P2.5Y", "2.5 years"],
    ["PXD", "some days"],
    ["2027", null],
  ])("%s is %s", (value, words) => expect(durationWords(value)).toBe(words));
});

import { describe, expect, it } from "vitest";
import { findDate, isClockTime, metadataDate } from "./dates.js";

describe("findDate", () => {
  it.each([
    ["January 11, 2022 - 3:16 AM", "2022-01-11T03:16"],
    ["Republished June 14, 2021 - 12:05 PM", "2021-06-14T12:05"],
    ["on 12:30 a.m. Sept. 3, 2020", "2020-09-03T00:30"],
    ["28 June 2018", "2018-06-28"],
    ["Thursday, January 13, 2022", "2022-01-13"],
    ["3rd of March 2019 at 17:45 GMT", "2019-03-03T17:45Z"],
    ["Jan. 5, 2022, 9:10 p.m. EST", "2022-01-05T21:10-05:00"],
    ["5 May 2021 10:15 CEST", "2021-05-05T10:15+02:00"],
    ["1042 GMT, 11 January 2022", "2022-01-11T10:42Z"],
    ["2022-01-11T03:16:09+0100", "2022-01-11T03:16:09+01:00"],
    ["2022-01-11 03:16", "2022-01-11T03:16"],
    ["12.01.2022", "2022-01-12"],
    ["25/12/2021", "2021-12-25"],
    ["12/25/2021", "2021-12-25"],
    ["7/7/2021", "2021-07-07"],
    // A zone that means several things gives no offset, rather than a wrong one.
    ["Jan. 5, 2022, 9:10 p.m. ET", "2022-01-05T21:10"],
    // The second date of the text is a date, the first is none.
    ["30 February 2022 or 1 March 2022", "2022-03-01"],
  ])("%s → %s", (text, value) => expect(findDate(text)?.value).toBe(value));

  it.each(["Nov 9", "4/5/2022", "February 30, 2022", "resolution 2491 (2018)", "2022-13-01", "in May 2022", ""])(
    "finds none in %s",
    (text) => expect(findDate(text)).toBeNull(),
  );

  it("covers the date with its time, and no more", () => {
    const text = "Updated Jan. 5, 2022, 9:10 p.m. EST by staff";
    const found = findDate(text);
    expect(text.slice(found?.start, found?.end)).toBe("Jan. 5, 2022, 9:10 p.m. EST");
  });
});

describe("isClockTime", () => {
  it.each(["10:42 GMT", "1042 GMT", "9:15 a.m.", "9 p.m.", "17.30", "10:42 a.m. local time"])("%s is one", (text) =>
    expect(isClockTime(text)).toBe(true),
  );
  it.each(["2022", "10", "10:42 he spoke", "a.m.", "12.01.2022"])("%s is none", (text) => expect(isClockTime(text)).toBe(false));
});

describe("metadataDate", () => {
  it.each([
    ["2021", "2021"],
    ["2021-02", "2021-02"],
    [" 2021-02-03 ", "2021-02-03"],
    ["2023-04-05T10:15:00.000Z", "2023-04-05T10:15:00Z"],
    ["Tue, 11 Jan 2022 03:16:00 GMT", "2022-01-11T03:16:00Z"],
    ["Tue, 11 Jan 2022 03:16:00 +0530", "2022-01-11T03:16:00+05:30"],
    [1641870960, "2022-01-11T03:16:00Z"],
    [1641870960000, "2022-01-11T03:16:00Z"],
  ])("%s → %s", (value, expected) => expect(metadataDate(value)).toBe(expected));

  it.each(["2021-13", "yesterday", "", "on 2021-02-03", "9".repeat(5000), null, undefined, true, Number.NaN, 1e300])(
    "%s is none",
    (value) => expect(metadataDate(value)).toBeNull(),
  );
});

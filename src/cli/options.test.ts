import { describe, expect, it } from "vitest";
import { archivePath, isoDate, wholeNumber } from "./options.js";

describe("isoDate", () => {
  it.each([
    "2027",
    "2027-03",
    "2027-03-08",
    "2028-02-29",
    "2027-03-08T16:30",
    "2027-03-08T16:30:05",
    "2027-03-08T16:30Z",
    "2027-03-08T16:30+02:00",
  ])("takes %s", (date) => {
    expect(isoDate(date)).toBe(date);
  });

  it.each([
    "",
    "yesterday",
    "08/03/2027",
    "2027-13",
    "2027-02-29",
    "2027-03-00",
    "2027-03-08T24:00",
    "2027-03-08T16:60",
    "2027-3-8",
    " 2027",
  ])("refuses %j", (date) => {
    expect(() => isoDate(date)).toThrow(/must be a date/);
  });
});

describe("wholeNumber", () => {
  it.each(["1", "20", "999999999"])("takes %s", (text) => expect(wholeNumber(text)).toBe(Number(text)));
  it.each(["0", "-1", "1.5", "1e3", "", "ten", "9999999999"])("refuses %j", (text) => {
    expect(() => wholeNumber(text)).toThrow(/whole number/);
  });
});

describe("archivePath", () => {
  it.each([
    ["the option", { archive: "a.db" }, { ONRECORD_ARCHIVE: "b.db" }, "a.db"],
    ["the environment", {}, { ONRECORD_ARCHIVE: "b.db" }, "b.db"],
    ["the current folder", {}, {}, "./onrecord.db"],
    ["the current folder for an empty environment", {}, { ONRECORD_ARCHIVE: "" }, "./onrecord.db"],
  ])("is that of %s", (_, options, env, expected) => {
    expect(archivePath(options, env)).toBe(expected);
  });
});

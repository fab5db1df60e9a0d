import { describe, expect, it } from "vitest";
import { dateKey, dateKeyEnd, requireDate } from "./dates.js";

describe("dateKey", () => {
  it.each([
    ["2021", "2021-01-01T00:00:00"],
    ["2021-02", "2021-02-01T00:00:00"],
    ["2022-01-11", "2022-01-11T00:00:00"],
    ["2022-01-11T03:16", "2022-01-11T03:16:00"],
    ["2022-01-11T03:16:05Z", "2022-01-11T03:16:05"],
    ["2022-01-11T00:30+05:00", "2022-01-11T00:30:00"],
  ])("%s", (date, key) => {
    expect(dateKey(date)).toBe(key);
  });

  it.each([
    ["2022-01-31T23:59:59", "2022-01", true],
    ["2022-02-01", "2022-01", false],
    ["2022-01-11T03:16:59", "2022-01-11T03:16", true],
    ["2022-01-11T03:17", "2022-01-11T03:16Z", false],
  ])("%s until %s: %s", (date, until, inside) => {
    expect(dateKey(date) < dateKeyEnd(until)).toBe(inside);
  });

  it("refuses what is no date, naming it", () => {
    expect(() => requireDate("last week", "since", "a.db")).toThrow(/since is "last week"/);
  });
});

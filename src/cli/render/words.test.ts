import { describe, expect, it } from "vitest";
import { count } from "./count.js";
import { clip, footnote, oneLine, shortId, unsure } from "./words.js";

describe("small words", () => {
  it("counts", () => {
    expect([count(0, "story", "stories"), count(1, "story", "stories"), count(12_000, "time")]).toEqual([
      "0 stories",
      "1 story",
      "12,000 times",
    ]);
  });

  it("writes footnotes of any length", () => {
    expect([0, 7, 10, 123].map(footnote)).toEqual(["⁰", "⁷", "¹⁰", "¹²³"]);
  });

  it("says unsure below one half only", () => {
    expect([unsure(0.42), unsure(0.5), unsure(1)]).toEqual(["unsure (0.42)", null, null]);
  });

  it("shortens an id to its first eight digits", () => {
    expect(shortId("story_0123456789abcdef")).toBe("01234567");
  });

  it("brings a hard-wrapped text on one line", () => {
    expect(oneLine(" no shot\n  was fired ")).toBe("no shot was fired");
  });

  it("clips at a space and says so", () => {
    expect(clip("There is nothing, he said", 18)).toBe("There is nothing …");
    expect(clip("short", 18)).toBe("short");
  });
});

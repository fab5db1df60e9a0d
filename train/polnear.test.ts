import { describe, expect, it } from "vitest";
import { readStandoff } from "./polnear.js";

describe("readStandoff", () => {
  // The sign before "Ferries" is one code point and two UTF-16 units.
  const text = "🙂 Ferries stop, Lund said. “Soon.”";
  const words = (annotation: string): string[][] =>
    readStandoff(annotation, text).map(({ cue, content }) => [...cue, ...content].map(({ start, end }) => text.slice(start, end)));

  it("joins the spans of an event, broken contents in text order", () => {
    const annotation = ["T1\tCue 21 25", "T2\tContent 27 34", "T3\tContent 2 14", "E1\tAttribution:T1 Cue:T1 Content2:T2 Content:T3"];
    expect(words(annotation.join("\n"))).toEqual([["said", "Ferries stop", "“Soon.”"]]);
  });

  it("reads a span of several pieces", () => {
    expect(words("T1\tCue 21 25\nT2\tContent 2 14;27 34\nE1\tAttribution:T1 Cue:T1 Content:T2")).toEqual([
      ["said", "Ferries stop", "“Soon.”"],
    ]);
  });

  it("leaves out an event without content", () => {
    expect(words("T1\tCue 21 25\nE1\tAttribution:T1 Cue:T1")).toEqual([]);
  });
});

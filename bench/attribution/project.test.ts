import { describe, expect, it } from "vitest";
import type { Statement } from "../../src/model/index.js";
import { attributionsOf } from "./project.js";

/** A statement of which only the words matter here: each part is given as it stands in the text. */
function statement(text: string, speaker: string | null, cue: string, content: string): Statement {
  const anchor = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length, exact: words }];
  return {
    speakerSpan: speaker === null ? null : anchor(speaker),
    cue: anchor(cue),
    anchor: anchor(content),
    confidence: 0.5,
  } as unknown as Statement;
}

const projected = (text: string, ...statements: Statement[]) =>
  attributionsOf(text, statements).map(({ source, content }) =>
    [source, content].map((spans) => (spans ?? []).map(([start, end]) => text.slice(start, end)).join(" … ")),
  );

describe("what PolNeAR would have of a statement", () => {
  it.each<[string, string, string, string, string, string]>([
    ["Lund, who runs the port, said it was shut.", "Lund", "said", "it was shut", "Lund, who runs the port,", "it was shut"],
    ["The firm, which said it was shut, is broke.", "The firm", "said", "it was shut", "which", "it was shut"],
    ["“It is shut,” said Lund, who runs the port.", "Lund", "said", "“It is shut,”", "Lund, who runs the port", "“It is shut,”"],
    ["Lund left. The port, said Bern, is shut.", "Bern", "said", "The port", "Bern", "The port"],
    ["Lund refused to leave the port.", "Lund", "refused", "leave the port", "Lund", "to leave the port"],
  ])("%s", (text, speaker, cue, content, source, projectedContent) => {
    expect(projected(text, statement(text, speaker, cue, content))).toEqual([[source, projectedContent]]);
  });

  it("leaves out what stands within another's words, marked or not", () => {
    const text = "Lund said Bern wants the port shut.";
    expect(
      projected(text, statement(text, "Lund", "said", "Bern wants the port shut"), statement(text, "Bern", "wants", "the port shut")),
    ).toHaveLength(1);
    const quoted = "“We know that Bern wants the port shut.”";
    expect(projected(quoted, statement(quoted, "Bern", "wants", "the port shut"))).toHaveLength(0);
  });
});

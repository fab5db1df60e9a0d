import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quotationAround, quotationsIn, quotationsOver } from "./quotations.js";

const quoted = (text: string): string[] =>
  quotationsIn(text, { start: 0, end: text.length }).map(
    ({ start, end, depth, closed }) => `${depth}${closed ? "" : "…"} ${text.slice(start, end)}`,
  );

describe("quotationsIn", () => {
  it.each<[string, string, string[]]>([
    ["curly", "“We go,” she said. “Today.”", ["0 “We go,”", "0 “Today.”"]],
    ["straight", '"We go," she said. "Today."', ['0 "We go,"', '0 "Today."']],
    ["opened curly, closed straight", '“It is late," he said.', ['0 “It is late,"']],
    ["opened with a closing mark", "”We see no reason,” he told reporters.", ["0 ”We see no reason,”"]],
    ["inside another", "“He told me, ‘Go home,’ and I went,” she said.", ["0 “He told me, ‘Go home,’ and I went,”", "1 ‘Go home,’"]],
    ["single marks as in Britain", "‘The bridge is closed,’ the mayor said.", ["0 ‘The bridge is closed,’"]],
    ["straight single marks", "'The bridge is closed,' the mayor said.", ["0 'The bridge is closed,'"]],
    ["German and French marks", "„Nein“, er. «Non», il.", ["0 „Nein“", "0 «Non»"]],
    ["carried on in the next paragraph", "“The ferry sails at six.", ["0… “The ferry sails at six."]],
    ["behind a bracket and a dash", "The deal (“a farce”) — “a joke” — is off.", ["0 “a farce”", "0 “a joke”"]],
    ["typed as two single ones", "''We go,'' she said. ``Today.''", ["0 ''We go,''", "0 ``Today.''"]],
    ["curly within straight", '"We read “no” and “yes” there," she said.', ['0 "We read “no” and “yes” there,"', "1 “no”", "1 “yes”"]],
    ["curly within straight left open", '"We read “no” there.', ['0… "We read “no” there.', "1 “no”"]],
    ["behind a colon without a space after it", 'He asked: "Why?"', ['0 "Why?"']],
  ])("%s", (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it.each([
    ["contractions", "It's late and they don’t know."],
    ["plural possessives", "The ministers’ talks and the farmers' protest go on."],
    ["decades and dialect", "In the ’90s, rock ’n’ roll."],
    ["feet and inches", "He is 6'2 tall."],
  ])("takes no apostrophe for a quotation: %s", (_, text) => {
    expect(quoted(text)).toEqual([]);
  });

  it("ends with its first sentence what runs on for longer than anybody is quoted", () => {
    const rest = " The road was shut again at noon.".repeat(200);
    expect(quoted(`“We go, she said.${rest}`)).toEqual(["0… “We go, she said."]);
    expect(quoted(`“We go, she said.${rest} He was "sure" of it.`)).toEqual(["0… “We go, she said.", '0 "sure"']);
    expect(quoted(`“We go, she said.${rest} They were ‘sure’ of it.”`)).toEqual(["0… “We go, she said.", "0 ‘sure’"]);
  });

  it("never throws, stays in its block, and gives quotations that nest or are apart", () => {
    const text = fc.string({ unit: fc.constantFrom('"', "“", "”", "‘", "’", "'", "a", " ", ",", ".", "\n", "s"), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(5), (words, margin) => {
        const block = { start: Math.min(margin, words.length), end: words.length };
        const found = quotationsIn(words, block);
        for (const [i, a] of found.entries()) {
          expect(block.start <= a.start && a.start < a.end && a.end <= block.end).toBe(true);
          for (const b of found.slice(i + 1)) expect(b.start >= a.end || b.end <= a.end).toBe(true);
        }
      }),
    );
  });
});

describe("quotationAround", () => {
  const text = "“He told me, ‘Go home,’ and I went,” she said.";
  const quotations = quotationsIn(text, { start: 0, end: text.length });
  const around = (words: string) => {
    const start = text.indexOf(words);
    return quotationAround(quotations, { start, end: start + words.length })?.depth ?? null;
  };

  it("gives the innermost", () => {
    expect(around("home")).toBe(1);
    expect(around("went")).toBe(0);
    expect(around("she said")).toBeNull();
  });
});

describe("quotationsOver", () => {
  it("finds those that a look at every quotation finds", () => {
    const text = "“One ‘two’ three,” she said. “Four,” he said, “five ‘six’.” “Seven.”";
    const quotations = quotationsIn(text, { start: 0, end: text.length });
    for (let start = 0; start < text.length; start++)
      for (let end = start + 1; end <= text.length; end++)
        expect(quotationsOver(quotations, { start, end })).toEqual(quotations.filter((q) => q.start < end && q.end > start));
  });
});

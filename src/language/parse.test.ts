import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baseRelOf, children, type Doc, formOf, lemmaOf, namesOf, spanOf } from "./doc.js";
import { packagedEngine, parse } from "./parse.js";

const wordOf = (doc: Doc, form: string): number => {
  for (let word = 0; word < doc.length; word++) if (formOf(doc, word) === form) return word;
  throw new Error(`"${form}" is no word of "${doc.text}"`);
};

/** The words that hang under a word by a relation. */
const under = (text: string, form: string, relation: string): string[] => {
  const doc = parse(text);
  return children(doc, wordOf(doc, form))
    .filter((child) => baseRelOf(doc, child) === relation)
    .map((child) => formOf(doc, child));
};

/** Names as "kind words". */
const names = (text: string): string[] => {
  const doc = parse(text);
  return namesOf(doc).map(({ first, last, kind }) => {
    const { start, end } = spanOf(doc, first, last);
    return `${kind} ${doc.text.slice(start, end)}`;
  });
};

describe("trees of news sentences", () => {
  test.each([
    ["The minister said the talks would resume on Monday.", "said", "nsubj", "minister"],
    ["The minister said the talks would resume on Monday.", "said", "ccomp", "resume"],
    ["The minister said the talks would resume on Monday.", "resume", "nsubj", "talks"],
    ['"We will not wait any longer," said Anna Lind.', "said", "nsubj", "Anna"],
    ["“We will not wait any longer,” said Anna Lind.", "said", "ccomp", "wait"],
    ["Rebels shelled the port of Karsk on Friday, killing two dockers.", "shelled", "obj", "port"],
    ["Rebels shelled the port of Karsk on Friday, killing two dockers.", "shelled", "advcl", "killing"],
    ["Two dockers were killed in the attack.", "killed", "aux", "were"],
    ["Oleg Baranov, the foreign minister, arrived in Brussels.", "Oleg", "appos", "minister"],
    ["Oleg Baranov, the foreign minister, arrived in Brussels.", "Oleg", "flat", "Baranov"],
    ["The ministry denied that it had bought the missiles.", "denied", "ccomp", "bought"],
    ["The union wants to raise wages.", "wants", "xcomp", "raise"],
    ["The union wants the government to raise wages.", "wants", "xcomp", "raise"],
  ])("%s: %s has %s %s", (text, head, relation, dependent) => {
    expect(under(text, head, relation)).toContain(dependent);
  });

  test("no subject is found where there is none", () => {
    expect(under("Talks were held in Geneva.", "held", "obj")).toEqual([]);
    expect(under("Resume the talks at once.", "Resume", "nsubj")).toEqual([]);
  });
});

test.each([
  ["Oleg Baranov arrived in Brussels on Tuesday.", ["PER Oleg Baranov", "LOC Brussels"]],
  ["The United Nations said Anna Lind would go to Kenya.", ["ORG United Nations", "PER Anna Lind", "LOC Kenya"]],
  ["The talks on the price of wheat ended in June.", []],
  ["French and Kenyan officials met for an hour.", []],
])("names: %s", (text, wanted) => {
  expect(names(text)).toEqual(wanted);
});

test("lemmas stand beside their words, each once in the list", () => {
  const doc = parse("The ministers said they had met. Ministers meet.");
  expect(Array.from({ length: doc.length }, (_, word) => lemmaOf(doc, word))).toEqual(
    ["the", "minister", "say", "they", "have", "meet", ".", "minister", "meet", "."], // biome-ignore format: one sentence a row would be longer
  );
  expect(new Set(doc.lemmas).size).toBe(doc.lemmas.length);
});

describe("laws", () => {
  test("only blocks are read, and words lie in them in order", () => {
    const text = "Headline here\nThe minister left. Nobody asked why.\nFooter";
    const doc = parse(text, { blocks: [{ start: 14, end: 51 }] });
    expect(formOf(doc, 0)).toBe("The");
    expect(formOf(doc, doc.length - 1)).toBe(".");
    expect([...doc.blockOf]).toEqual([0, 0]);
  });

  test("any text is read, and twice the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const doc = parse(text);
        let behind = 0;
        for (let word = 0; word < doc.length; word++) {
          expect(doc.start[word]).toBeGreaterThanOrEqual(behind);
          expect(doc.end[word]).toBeGreaterThan(doc.start[word]);
          behind = doc.end[word];
        }
        expect(behind).toBeLessThanOrEqual(text.length);
        expect(parse(text)).toEqual(doc);
      }),
      { numRuns: 150 },
    );
  });

  test("an empty text has no words", () => {
    expect(parse("").length).toBe(0);
  });
});

test("the engine is loaded once", () => {
  expect(packagedEngine()).toBe(packagedEngine());
});

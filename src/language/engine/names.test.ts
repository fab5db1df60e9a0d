import { describe, expect, test } from "vitest";
import { uposCode } from "../tags.js";
import type { Words } from "../words.js";
import { loadEngine } from "./engine.js";
import { formsOf } from "./forms.js";
import { GAZETTEER_KINDS } from "./gazetteer.js";
import { mayBeInName } from "./names.js";

/** Words apart by spaces, sentences by lines. */
function wordsOf(text: string): Words {
  const found = [...text.matchAll(/\S+/g)];
  const firsts = found.flatMap(({ index }, word) =>
    word === 0 || text.slice(0, index).trimEnd().length < text.lastIndexOf("\n", index) + 1 ? [word] : [],
  );
  return {
    text,
    length: found.length,
    start: Uint32Array.from(found, ({ index }) => index),
    end: Uint32Array.from(found, ({ index, 0: form }) => index + form.length),
    joined: new Uint8Array(found.length),
    sentences: Uint32Array.from([...firsts, found.length]),
    blockOf: Uint32Array.from(firsts, () => 0),
  };
}

describe("which words may be in a name", () => {
  test.each([
    ["the Bank of the West", ["Bank", "of", "the", "West"]],
    ["the al - Qaeda cell", ["al", "-", "Qaeda", "cell"]],
    ["the ruling Communist party won", ["Communist", "party"]],
    ["he left in 2004 by train", ["2004"]],
    ["the talks , he said , failed", []],
  ])("%s", (text, expected) => {
    const words = wordsOf(text);
    const upos = new Uint8Array(words.length).fill(uposCode.get("NOUN") as number);
    const forms = formsOf(words);
    const marks = new Uint8Array(words.length);
    const able = text.split(" ").filter((_, word) => mayBeInName({ forms, upos, marks }, word, 0, words.length));
    expect(able).toEqual(expected);
  });

  test("a proper noun without a capital may", () => {
    const words = wordsOf("they fled to iran");
    const upos = Uint8Array.of(...["PRON", "VERB", "ADP", "PROPN"].map((tag) => uposCode.get(tag) as number));
    expect(mayBeInName({ forms: formsOf(words), upos, marks: new Uint8Array(4) }, 3, 0, 4)).toBe(true);
  });

  test.each([
    ["place", [true, true]],
    ["nationality", [false, false]],
    ["city", [false, false]],
  ] as const)("words without a capital that are marked as a %s", (kind, expected) => {
    const words = wordsOf("to sri lanka");
    const upos = new Uint8Array(3).fill(uposCode.get("NOUN") as number);
    const mark = 2 * GAZETTEER_KINDS.indexOf(kind) + 1;
    const context = { forms: formsOf(words), upos, marks: Uint8Array.of(0, mark, mark + 1) };
    expect([1, 2].map((word) => mayBeInName(context, word, 0, 3))).toEqual(expected);
  });
});

/** Names as "Anna Lind/PER". */
function namesIn(text: string): string[] {
  const { name, start, end } = loadEngine().annotate(wordsOf(text));
  const found: string[] = [];
  for (let word = 0; word < name.length; word++) {
    if (name[word] % 2 === 0) continue;
    let last = word;
    while (name[last + 1] === name[word] + 1) last++;
    found.push(`${text.slice(start[word], end[last])}/${["PER", "ORG", "LOC"][(name[word] - 1) / 2]}`);
  }
  return found;
}

describe("names in news", () => {
  test.each([
    ["Foreign Minister Anna Brandt met officials in Tbilisi on Monday .", ["Anna Brandt/PER", "Tbilisi/LOC"]],
    ["Police in Gothenburg , Sweden , arrested two men .", ["Gothenburg/LOC", "Sweden/LOC"]],
    ["The World Bank lent Malawi $ 40 million , Peter Osei said .", ["World Bank/ORG", "Malawi/LOC", "Peter Osei/PER"]],
    ["Workers at Volkswagen went on strike .", ["Volkswagen/ORG"]],
    ["The ministers agreed on Tuesday to meet again in April .", []],
    ["French farmers blocked the road .", []],
    ["The soldiers came home from iraq .", ["iraq/LOC"]],
    ["Police arrested a 34-year-old male after the turkey dinner .", []],
    ["They served lima beans on fine china .", []],
    ["She keeps two guinea pigs in the garden .", []],
  ])("%s", (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf } from "./blocks.js";
import { packagedTables } from "./read-tables.js";
import { wordTables } from "./tables.js";
import { segment, type Words } from "./words.js";

const tables = wordTables(packagedTables());
const cut = (text: string): Words => segment(text, blocksOf(text), tables);

/** Words with a space between tokens and "|" between the words of one token. */
const show = ({ text, start, end, joined }: Words, first: number, last: number): string => {
  let shown = "";
  for (let i = first; i < last; i++) shown += (i === first ? "" : joined[i] ? "|" : " ") + text.slice(start[i], end[i]);
  return shown;
};
const wordsIn = (text: string): string => {
  const words = cut(text);
  return show(words, 0, words.length);
};
const sentencesIn = (text: string): string[] => {
  const words = cut(text);
  return Array.from(words.blockOf, (_, s) => text.slice(words.start[words.sentences[s]], words.end[words.sentences[s + 1] - 1]));
};

describe("words", () => {
  it.each([
    // Contractions and possessives, with every apostrophe.
    ["I'm sure we don't, can't and won't.", "I|'m sure we do|n't , ca|n't and wo|n't ."],
    ["He’d say they’ve gone; it’ll rain", "He|’d say they|’ve gone ; it|’ll rain"],
    ["They shouldn't've", "They should|n't|'ve"],
    ["Cannot, gonna, CANNOT", "Can|not , gon|na , CAN|NOT"],
    ["Oslo's plan and the ministers’ aides", "Oslo|'s plan and the ministers|’ aides"],
    ["O'Neill ate at five o'clock in Ma'rib", "O'Neill ate at five o'clock in Ma'rib"],
    ["the 1980s, the '90s, the 1980's and 2015's budget", "the 1980s , the '90s , the 1980's and 2015|'s budget"],
    // Single quotation marks are not possessives, and the other way round.
    ["the ‘minders’ he named", "the ‘ minders ’ he named"],
    ["‘The drivers’ union will strike,’ she said", "‘ The drivers|’ union will strike , ’ she said"],
    // Hyphens are words, but not behind a prefix.
    ["Oslo-friendly anti-government ex-minister", "Oslo - friendly anti-government ex-minister"],
    ["a five-year-old boy, the Norway-EU talks", "a five - year - old boy , the Norway - EU talks"],
    // Abbreviations and initials.
    ["Gen. A. B. Holm of the U.S. Army met Dr. Lee at 5 p.m. Monday", "Gen. A. B. Holm of the U.S. Army met Dr. Lee at 5 p.m. Monday"],
    ["No. 5 on Sept. 3, e.g. oil", "No. 5 on Sept. 3 , e.g. oil"],
    ["AT&T and R&D", "AT&T and R&D"],
    // Numbers.
    ["1,500,000 or 2.5, not 1,2", "1,500,000 or 2.5 , not 1 , 2"],
    ["US$450m, €5bn, £3 million, 12%", "US$ 450 m , € 5 bn , £ 3 million , 12 %"],
    ["at 10:30am on 2022-01-11 the 21st", "at 10:30 am on 2022-01-11 the 21st"],
    ["10-15 people, 2–1, call 555-0134", "10 - 15 people , 2 – 1 , call 555-0134"],
    ["9/11 and 1/2 of 4x4s", "9/11 and 1/2 of 4x4s"],
    // Addresses.
    ["See https://example.org/a?b=c,d. Or www.example.com!", "See https://example.org/a?b=c,d . Or www.example.com !"],
    ["(mail a.holm@example.org) @oslo_news #Oslo2022 #5", "( mail a.holm@example.org ) @oslo_news #Oslo2022 # 5"],
    ["example.com/news and report.pdf", "example.com/news and report.pdf"],
    // Marks.
    ["“Well… no”—he -- left...", "“ Well … no ” — he -- left ..."],
    ["''Why?!'' [sic] «non»", "'' Why ?! '' [ sic ] « non »"],
    ["good 👍🏽👩‍👩‍👧 :-) day🇳🇴", "good 👍🏽 👩‍👩‍👧 :-) day 🇳🇴"],
    ["and/or", "and / or"],
  ])("%s", (text, expected) => {
    expect(wordsIn(text)).toBe(expected);
  });

  it("leaves a soft hyphen inside a word and drops one at its edge", () => {
    expect(wordsIn("minis\u00adter \u00adsaid\u00ad")).toBe("minis\u00adter said");
  });
});

describe("sentences", () => {
  it.each([
    ["The talks ended. He left.", ["The talks ended.", "He left."]],
    ["OSLO (AP) — Oslo and Riga agreed Tuesday. It rained.", ["OSLO (AP) — Oslo and Riga agreed Tuesday.", "It rained."]],
    // What a quotation ends with is not always the sentence's end.
    ["“Will they?” he asked. “No.”", ["“Will they?” he asked.", "“No.”"]],
    ["“Why now?” Prime Minister Ada Holm asked. He smiled.", ["“Why now?” Prime Minister Ada Holm asked.", "He smiled."]],
    ["“Why now?” The question stands.", ["“Why now?”", "The question stands."]],
    ["“We agree,” she said. “They don’t.” It is over.", ["“We agree,” she said.", "“They don’t.”", "It is over."]],
    ['He was "very angry." The room fell silent.', ['He was "very angry."', "The room fell silent."]],
    ["(He left.) Then “they said ‘no.’” He stayed.", ["(He left.)", "Then “they said ‘no.’”", "He stayed."]],
    [
      "Why now? he wondered. What a day! she wrote. Yahoo! said no.",
      ["Why now?", "he wondered.", "What a day!", "she wrote.", "Yahoo! said no."],
    ],
    // Abbreviations and initials.
    ["The U.S. Army left the U.S. The war went on.", ["The U.S. Army left the U.S.", "The war went on."]],
    ["Gen. Holm and J. K. Berg met at 5 p.m. Monday.", ["Gen. Holm and J. K. Berg met at 5 p.m. Monday."]],
    ["She works for Acme Inc. He does not.", ["She works for Acme Inc.", "He does not."]],
    ["She said no. He left on Jan. 5 with No. 3.", ["She said no.", "He left on Jan. 5 with No. 3."]],
    // Ellipses, numbers of items, notes.
    ["He thought ... and left. Well... Nobody came.", ["He thought ... and left.", "Well...", "Nobody came."]],
    ["1. Norway", ["1. Norway"]],
    ["It fell.[2] Then it rose.", ["It fell.[2]", "Then it rose."]],
    ["Prices rose 2.5 percent at example.com today", ["Prices rose 2.5 percent at example.com today"]],
  ])("%s", (text, expected) => {
    expect(sentencesIn(text)).toEqual(expected);
  });

  it("end with their block, whatever the mark", () => {
    expect(sentencesIn("A headline without an end\nThe first line. The second")).toEqual([
      "A headline without an end",
      "The first line.",
      "The second",
    ]);
  });

  it("name their block", () => {
    expect(Array.from(cut("One. Two.\nThree.").blockOf)).toEqual([0, 0, 1]);
  });
});

describe("segment", () => {
  it("throws for blocks that overlap, run backwards or leave the text", () => {
    const blocks = (...given: [number, number][]) => given.map(([start, end]) => ({ start, end }));
    expect(() => segment("one two", blocks([0, 4], [3, 7]), tables)).toThrow(RangeError);
    expect(() => segment("one two", blocks([4, 2]), tables)).toThrow(RangeError);
    expect(() => segment("one two", blocks([0, 8]), tables)).toThrow(RangeError);
  });

  it("reads nothing outside the blocks", () => {
    const words = segment("one two three", [{ start: 4, end: 7 }], tables);
    expect(show(words, 0, words.length)).toBe("two");
  });

  /** Pieces that scanners stumble over, and any string. */
  const texts = fc.array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "a@b.c ",
        "U.S. ",
        "'",
        "’s ",
        "s’ ",
        "1,000",
        "-",
        "...",
        "www.a",
        "http://",
        "\n",
        "“",
        "anti-",
        "[1]",
        "\u00ad",
        "\ud83d",
        ":)",
        " ",
      ),
    ),
  );

  it("covers every visible character once, in order, in words that are not empty", () => {
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join("");
        const words = cut(text);
        let behind = 0;
        let outside = "";
        for (let i = 0; i < words.length; i++) {
          expect(words.start[i]).toBeGreaterThanOrEqual(behind);
          expect(words.end[i]).toBeGreaterThan(words.start[i]);
          if (words.joined[i]) expect(words.start[i]).toBe(behind);
          outside += text.slice(behind, words.start[i]);
          behind = words.end[i];
        }
        outside += text.slice(behind);
        expect(outside).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
      }),
    );
  });

  it("cuts what goes on for longer than any sentence, behind a comma where there is one", () => {
    const lengths = (text: string): number[] => sentencesIn(text).map((sentence) => sentence.split(" ").length);
    expect(lengths("boats ".repeat(500).trim())).toEqual([240, 240, 20]);
    expect(lengths("two boats, ".repeat(200).trim()).every((length) => length <= 240)).toBe(true);
    expect(sentencesIn("two boats, ".repeat(200).trim())[1]).toMatch(/^two boats,/);
  });

  it("gives sentences that are not empty, ascend, stay in their block and begin with no joined word", () => {
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join("");
        const blocks = blocksOf(text);
        const { sentences, blockOf, start, end, joined, length } = segment(text, blocks, tables);
        expect(sentences.length).toBe(blockOf.length + 1);
        expect(sentences[sentences.length - 1]).toBe(length);
        expect(sentences[0]).toBe(0);
        for (let s = 0; s < blockOf.length; s++) {
          expect(sentences[s + 1]).toBeGreaterThan(sentences[s]);
          expect(joined[sentences[s]]).toBe(0);
          expect(start[sentences[s]]).toBeGreaterThanOrEqual(blocks[blockOf[s]].start);
          expect(end[sentences[s + 1] - 1]).toBeLessThanOrEqual(blocks[blockOf[s]].end);
        }
      }),
    );
  });

  it.each([
    "a",
    "a.",
    "a@",
    "s' ",
    "s’",
    "1,",
    "1-",
    ".",
    "-a",
    "(",
    '?"',
    "U.S. ",
    "http://a[",
    "www.",
    "😀",
    "\n",
    "'",
    "#1",
    ":)",
    "\u00ad",
  ])("cuts 250,000 characters of %j in under a second", (piece) => {
    const text = piece.repeat(Math.ceil(250_000 / piece.length));
    // Processor time, which other programs on the machine do not lengthen.
    const before = process.cpuUsage();
    cut(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOf, recordOf, shown } from "./testing.js";

describe("what is counted", () => {
  it.each([
    ["The army sent 3,000 troops to the border.", "3000 troops"],
    ["Two patrol ships collided off the coast.", "2 patrol ships"],
    ["Twenty-five buses left the town.", "25 buses"],
    ["One hundred and five ships waited outside the port.", "105 ships"],
    ["About 1.2 million people live there.", "~1200000 people"],
    ["The plan would cost 2.5bn euros.", "2500000000 euros"],
    ["The mill laid off two and a half thousand workers.", "2500 workers"],
    ["Half a million people fled.", "500000 people fled"],
    ["Rebels freed 1,00,000 rupees worth of grain.", "100000 rupees"],
    ["The ministry bought two pairs of binoculars.", "2 pairs of binoculars"],
    ["The port took 300,000 tonnes of wheat.", "300000 tonnes of wheat"],
    ["Two pairs of F-16 jets crossed the strait.", "2 pairs of F-16 jets"],
    ["The army lost 20 T-72 tanks.", "20 tanks"],
    ["It ordered 12 Su-27s and 30 Mi-8 helicopters.", "12 Su-27s; 30 helicopters"],
  ])("%s", (text, expected) => expect(shown(figuresOf(text))).toBe(expected));
});

describe("bounds and ranges", () => {
  it.each([
    ["At least 40 houses burned.", ">=40 houses"],
    ["Up to 300 guests came.", "<=300 guests"],
    ["More than a dozen bridges were closed.", ">12 bridges"],
    ["Nearly 900 villages lost power.", "~900 villages"],
    ["Fewer than 20 boats returned.", "<20 boats"],
    ["Some 15,000 farmers marched.", "~15000 farmers"],
    ["Between 600 and 700 armed men crossed the river.", "600..700 armed men"],
    ["The storm cut power to 30,000–40,000 homes.", "30000..40000 homes"],
    ["The loan is worth between 90 and 100 million dollars.", "90000000..100000000 dollars"],
    ["Tens of thousands of people marched.", ">=10000 people"],
    ["Several hundred soldiers returned.", ">=100 soldiers"],
    ["The force lost 50 or more tanks.", ">=50 tanks"],
    ["Officials handed over 22 seamen to the envoy.", "22 seamen"],
  ])("%s", (text, expected) => expect(shown(figuresOf(text))).toBe(expected));
});

describe("money, percentages, shares, measures, rates", () => {
  it.each([
    ["The bank lent $6.3 million to the town.", "6300000 dollars"],
    ["Ottawa paid C$40 million for the ships.", "40000000 Canadian dollars"],
    ["The fine was £2bn.", "2000000000 pounds"],
    ["Exports were worth roughly US$450 million a year.", "~450000000 US dollars a year"],
    ["Mills save between $60 and $75 a tonne.", "60..75 dollars a tonne"],
    ["Wages rose 17.5 per cent.", "17.5 percent"],
    ["Wages rose 4%.", "4 percent"],
    ["Two-thirds of the ships were empty.", "0.667 share of ships"],
    ["Nearly seven in 10 Greeks favour talks.", "~0.7 share of Greeks"],
    ["Less than half of the villages have power.", "<0.5 share of villages"],
    ["The troops pulled back 15 km (9 miles) from the line.", "15 km"],
    ["The field pumps 30,000 barrels a day.", "30000 barrels a day"],
    ["Imports more than doubled last year.", ">2 times"],
    ["The utility opened a 500-megawatt plant.", "500 megawatt"],
  ])("%s", (text, expected) => expect(shown(figuresOf(text))).toBe(expected));
});

describe("fates and carried units", () => {
  it.each([
    ["Four civilians were killed in the shelling.", "4 civilians killed"],
    ["The blast killed over 140 people.", ">140 people killed"],
    ["Five injured were taken to the clinic.", "5 people injured"],
    ["The office counted 37 violations in January, compared with 61 a year earlier.", "37 violations; 61 violations"],
    ["The death toll rose to 15.", "15 people killed"],
    ["The Council lowered the troop ceiling from 4,650 to 4,200.", "4650 troops; 4200 troops"],
  ])("%s", (text, expected) => expect(shown(figuresOf(text))).toBe(expected));
});

describe("what is no figure", () => {
  it.each([
    "Ana Lund, 43, owns the mine.",
    "The minister is 61 years old.",
    "The talks began at 10:42 a.m. on 8 March 2022.",
    "The two sides met again.",
    "The three governments agreed.",
    "Article 5 binds all members.",
    "Flight 714 landed late.",
    "The Council adopted resolution 2491.",
    "Lunda beat Velmar 3-1.",
    "The motion passed by 12 votes to 3.",
    "Call the office at +00 555 0100.",
    "The A320neo and the F-16 flew past.",
    "He gave three reasons for the delay.",
    "The truce lasted six months.",
    "It was their third round of talks.",
    "See page 12 of the annex.",
    "King Ode XIV opened the session.",
    "Build v2.10.3 of r2d2 failed with 0x1F.",
    "The Group of Seven met in Lunda.",
    "Not one soldier came home.",
    "Nobody knows how many died.",
  ])("%s", (text) => expect(shown(figuresOf(text))).toBe(""));
});

describe("by whose account", () => {
  it.each([
    ["Norway said 40 ships had left.", "Norway"],
    ["Norway said on Monday that Denmark had sent 40 ships.", "Norway"],
    ["40 ships left the port.", undefined],
    ["A senior official said 40 ships had left.", undefined],
  ])("%s", (text, expected) => {
    const { figures, actors, statements } = recordOf(text);
    expect(figures).toHaveLength(1);
    expect(actors.find(({ id }) => id === figures[0].by)?.name).toBe(expected);
    expect(figures[0].modality.within === null).toBe(statements.length === 0);
  });

  it("lists whoever gives or owns a figure as an actor", () => {
    const { figures, actors } = recordOf("Turkish state radio reported five injured. Two Danish patrol ships sank.");
    const ids = new Set(actors.map(({ id }) => id));
    const named = figures.flatMap(({ by, of }) => [by, of]).filter((id) => id !== null);
    expect(figures.length).toBeGreaterThan(0);
    expect(named.every((id) => ids.has(id))).toBe(true);
  });

  it("keeps two accounts of one quantity as two figures, and one account once", () => {
    const { figures, actors } = recordOf(
      "Norway said 40 ships had left. Denmark said 40 ships had left. Norway said again that 40 ships had left.",
    );
    expect(figures.map(({ by }) => actors.find(({ id }) => id === by)?.name)).toEqual(["Norway", "Denmark"]);
  });

  it.each([
    ["Norway sent 300 troops.", "past asserted"],
    ["Norway will send 300 troops.", "future asserted"],
    ["Norway plans to send 300 troops.", "future asserted"],
    ["Norway may send 300 troops.", "future hypothetical"],
    ["Norway will send 300 troops if Chad agrees.", "future conditional"],
  ])("knows whether it has come about: %s", (text, expected) => {
    const [{ modality }] = figuresOf(text);
    expect(`${modality.time} ${modality.certainty}`).toBe(expected);
  });

  it("knows that what is denied was not so", () => {
    expect(figuresOf("Norway denied that 40 ships had left.")[0].modality.polarity).toBe("negative");
  });
});

describe("whose, where, as of when", () => {
  it("reads them from the clause", () => {
    const { figures, actors } = recordOf("In January 2023 Gabon sent 120 gendarmes to Libreville.");
    expect(figures).toHaveLength(1);
    const [{ of, place, asOf }] = figures;
    expect([actors.find(({ id }) => id === of)?.country, place?.[0].exact, asOf]).toEqual(["GAB", "Libreville", "2023-01"]);
  });
});

describe("exactness", () => {
  it.each([
    ["The state owes 9,007,199,254,740,993 bolivars.", "figures/beyond-precision"],
    ["The unit lost 1.000 soldiers.", "figures/doubtful-style"],
  ])("is not sure of %s", (text, rule) => {
    const [figure] = figuresOf(text);
    expect(figure.rule).toBe(rule);
    expect(figure.confidence).toBeLessThan(0.5);
  });

  it.each([
    "Lunda 12 4 3 36\nVelmar 11 5 2 38\nRade 9 1 7 28",
    "2019 2020 2021 2022\n1.5 2.5 3.5 4.5",
    "| Year | Ships |\n| 2021 | 40 | 50 | 60 |",
    "a 1 b 2 c 3 d 4 e 5 f 6",
  ])("takes no cell of a pasted table for sure: %s", (text) => {
    expect(figuresOf(text).filter(({ confidence }) => confidence >= 0.5)).toEqual([]);
  });
});

const ONES = [
  "",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** A number of 1 to 999,999,999 in English words, "one hundred and five". */
function inWords(n: number): string {
  if (n < 20) return ONES[n];
  if (n < 100) return `${TENS[Math.floor(n / 10)]}${n % 10 === 0 ? "" : `-${ONES[n % 10]}`}`;
  if (n < 1000) return `${ONES[Math.floor(n / 100)]} hundred${n % 100 === 0 ? "" : ` and ${inWords(n % 100)}`}`;
  const [size, name] = n < 1_000_000 ? [1000, "thousand"] : [1_000_000, "million"];
  const rest = n % size;
  return `${inWords(Math.floor(n / size))} ${name}${rest === 0 ? "" : ` ${rest < 100 ? "and " : ""}${inWords(rest)}`}`;
}

describe("laws", () => {
  it("reads back every number that is printed in words", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 20, max: 2000 }), fc.integer({ min: 20, max: 999_999_999 })), (n) => {
        expect(figuresOf(`The port has ${inWords(n)} ships.`)[0]?.value).toBe(n);
      }),
      { numRuns: 150 },
    );
  });

  it("reads back every number that is printed in digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: Number.MAX_SAFE_INTEGER }), (n) => {
        const figures = figuresOf(`The port counts ${n.toLocaleString("en-US")} ships.`);
        expect([figures[0]?.value, figures[0]?.confidence >= 0.5]).toEqual([n, true]);
      }),
      { numRuns: 150 },
    );
  });

  it("anchors every figure to its words, whatever the text", () => {
    const piece = fc.constantFrom(
      "12",
      "1,200",
      "%",
      "$",
      "-",
      "and",
      "of",
      "million",
      "two",
      "half",
      "a",
      "ships",
      "killed",
      "(",
      ")",
      "1.000",
      "XII",
      "to",
      "between",
      "said",
      ".",
      "Norway",
      "½",
      "3rd",
      "№",
      "🚢",
      "\u00a0",
      "000",
      "1e9",
      "Infinity",
      "NaN",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(" ");
        for (const { anchor, value, confidence } of figuresOf(text)) {
          for (const { start, end, exact } of anchor) expect(text.slice(start, end)).toBe(exact);
          expect([value].flat().every(Number.isFinite)).toBe(true);
          expect(confidence).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Every member of the United Nations, and five more that news treats as states, under each of its names, in invented sentences of the same few shapes. */
import { expect, it } from "vitest";
import { blocksOf, englishWith, formOf } from "../src/language/index.js";
import { loadLexicon } from "../src/lexicon/index.js";
import { readReferents } from "../src/reading/actors/index.js";
import { knowledgeOf } from "../src/reading/index.js";
import { readingOf } from "../src/reading/reading.js";

const lexicon = loadLexicon();
const english = englishWith(lexicon);
const knowledge = knowledgeOf(lexicon);

/** Territories of ISO 3166-1, which have a foreign minister seldom or never. */
const TERRITORIES = new Set(
  (
    "ABW AIA ALA ASM ATA ATF BES BLM BMU CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG IMN IOT JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU " +
    "PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL VGB VIR WLF"
  ).split(" "),
);

const states = [...lexicon.countries.values()].filter(({ alpha3 }) => !TERRITORIES.has(alpha3));

/** The one who says something in the sentence: kind, country, and the country of whom it speaks for. */
function speakerOf(text: string): string {
  const doc = english.parse(text, blocksOf(text));
  const story = { text, datelinePlace: null, regions: [] as unknown } as Parameters<typeof readingOf>[0];
  const { all, at } = readReferents(readingOf(story, doc, blocksOf(text), knowledge));
  const said = Array.from({ length: doc.length }, (_, i) => i).find((i) => formOf(doc, i) === "said") ?? -1;
  const subjects = Array.from({ length: doc.length }, (_, i) => i).filter((i) => doc.head[i] === said && i < said && at[i] >= 0);
  const speaker = all[at[subjects[0]] ?? -1];
  if (!speaker) return "nobody";
  return [speaker.kind, speaker.country, all[speaker.affiliation]?.country].filter(Boolean).join(" ");
}

/** "The Netherlands said", but "Norway said". */
const ARTICLE =
  /Republic|Kingdom|State|Union|Emirate|Commonwealth|Federation|Islands$|^(?:Netherlands|Bahamas|Gambia|Maldives|Philippines|Seychelles|Comoros|U\.S|US|UK|U\.K|UAE)/;
const said = (name: string): string => `${ARTICLE.test(name) ? "The " : ""}${name} said on Monday that the port was shut.`;

it("has 193 members of the United Nations, Kosovo, Palestine, Taiwan and the Vatican", () => {
  expect(states).toHaveLength(197);
});

it("knows each of them by its names, its capital, its government, its ministry and its ministers", () => {
  const wrong: string[] = [];
  const check = (text: string, expected: string): void => {
    const got = speakerOf(text);
    if (got !== expected) wrong.push(`${text} → ${got}, not ${expected}`);
  };
  for (const { alpha3, name, aliases, demonyms, people, capitals, ambiguous } of states) {
    const own = (phrase: string): boolean => !ambiguous.includes(phrase);
    for (const phrase of [name, ...aliases, ...capitals].filter(own)) check(said(phrase), `state ${alpha3}`);
    for (const phrase of people.filter(own)) check(`The ${phrase} said the port was shut.`, `state ${alpha3}`);
    for (const phrase of demonyms.filter(own)) {
      check(`${phrase} President Ane Solbakk said the port was shut.`, `person ${alpha3} ${alpha3}`);
      check(`The ${phrase} foreign ministry said the port was shut.`, `organization ${alpha3} ${alpha3}`);
      check(`The ${phrase} government said the port was shut.`, `state ${alpha3}`);
    }
  }
  // "The Independent" is a newspaper before it is the beginning of Samoa's full name.
  expect(wrong.filter((line) => !line.startsWith("The Independent"))).toEqual([]);
});

it.each([
  // Of two states with one name news means the larger more often, and the other where the story names it.
  ["The Congolese army said the bridge was open.", "organization COD COD"],
  ["The Dominican foreign ministry said the port was shut.", "organization DOM DOM"],
  ["Congo said the port was shut.", "state COD"],
])("tells states of one name apart: %s", (text, expected) => {
  expect(speakerOf(text)).toBe(expected);
});

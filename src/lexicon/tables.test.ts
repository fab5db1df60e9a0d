import { readFileSync } from "node:fs";
import countries from "i18n-iso-countries";
import { describe, expect, it } from "vitest";
import { loadLexicon } from "./load.js";
import { foldKey, indexPhrases } from "./phrase.js";

const lexicon = loadLexicon();

type Country = typeof lexicon.countries extends ReadonlyMap<string, infer Row> ? Row : never;
type Organization = typeof lexicon.organizations extends ReadonlyMap<string, infer Row> ? Row : never;
const phrasesOf = (row: Country) => [row.name, ...row.aliases, ...row.demonyms, ...row.people, ...row.capitals];
const namesOf = (row: Organization) => [row.name, ...row.aliases];

/** Phrases that stand for several rows, one of which does not own up to it. */
function undeclared<Row extends { readonly ambiguous: readonly string[] }>(rows: Iterable<Row>, phrases: (row: Row) => string[]): string[] {
  const index = indexPhrases(rows, phrases);
  return [...index].flatMap(([phrase, owners]) =>
    owners.length > 1 && owners.some((row) => !row.ambiguous.map(foldKey).includes(phrase)) ? [phrase] : [],
  );
}

describe("countries", () => {
  const rows = [...lexicon.countries.values()];

  it("has the codes of ISO 3166-1, and those in use for Kosovo", () => {
    const wrong = rows.filter((row) => row.alpha3 !== "XKX" && countries.alpha3ToAlpha2(row.alpha3) !== row.alpha2);
    expect(wrong.map((row) => row.alpha3)).toEqual([]);
    expect(lexicon.countries.get("XKX")?.alpha2).toBe("XK");
  });

  it("lacks none but Kosovo's other code and three places without people of their own", () => {
    const missing = Object.values(countries.getAlpha3Codes()).map((alpha2) => countries.alpha2ToAlpha3(alpha2) as string);
    expect(missing.filter((alpha3) => !lexicon.countries.has(alpha3)).sort()).toEqual(["BVT", "HMD", "UMI", "XKK"]);
  });

  it("declares every phrase that stands for two of them", () => {
    expect(undeclared(rows, phrasesOf)).toEqual([]);
  });

  it("calls ambiguous only what it says of itself", () => {
    expect(rows.flatMap((row) => row.ambiguous.filter((phrase) => !phrasesOf(row).includes(phrase)))).toEqual([]);
  });

  it("gives each capital to one state", () => {
    const shared = [...indexPhrases(rows, (row) => row.capitals)].filter(([, owners]) => owners.length > 1);
    expect(shared.map(([phrase]) => phrase)).toEqual([]);
  });

  it.each([
    ["the U.S.", "U.S.", ["USA"]],
    ["Russia's other name", "Russian Federation", ["RUS"]],
    ["an adjective", "Nigerien", ["NER"]],
    ["its neighbour's", "Nigerian", ["NGA"]],
    ["a capital's old spelling", "Kiev", ["UKR"]],
    ["an apostrophe", "N’Djamena", ["TCD"]],
    ["a name with an accent", "Côte d’Ivoire", ["CIV"]],
    ["a territory", "Hong Kong", ["HKG"]],
    ["a people of two states, the one of whom news means more often first", "Congolese", ["COD", "COG"]],
    ["a pronoun", "us", []],
  ])("knows %s", (_, phrase, expected) => {
    const found = indexPhrases(rows, phrasesOf).get(foldKey(phrase)) ?? [];
    expect(found.map((row) => row.alpha3)).toEqual(expected);
  });
});

describe("organizations", () => {
  const rows = [...lexicon.organizations.values()];

  it("declares every name that stands for two of them", () => {
    expect(undeclared(rows, namesOf)).toEqual([]);
  });

  it("calls ambiguous only names of its own", () => {
    expect(rows.flatMap((row) => row.ambiguous.filter((name) => !namesOf(row).includes(name)))).toEqual([]);
  });

  it("repeats no name in its aliases", () => {
    expect(rows.filter((row) => row.aliases.map(foldKey).includes(foldKey(row.name))).map((row) => row.name)).toEqual([]);
  });

  it("names parents and countries that there are, and no body within itself", () => {
    for (const row of rows) {
      expect(row.country === null || lexicon.countries.has(row.country), `country of ${row.name}`).toBe(true);
      const line = [row.name];
      for (let parent = row.parent; parent !== null; parent = lexicon.organizations.get(parent)?.parent ?? null) {
        expect(lexicon.organizations.has(parent), `${parent}, parent of ${row.name}`).toBe(true);
        expect(line).not.toContain(parent);
        line.push(parent);
      }
    }
  });

  it("refers back with nouns that are known to do so", () => {
    const plain = (noun: string) => lexicon.bodyNouns.get(noun)?.backReference || lexicon.groupNouns.has(noun);
    const unknown = rows.flatMap((row) => row.backReferences).filter((noun) => !plain(noun) && !plain(noun.split(" ").at(-1) as string));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it("shares a name with a country or a seat of government only where that is declared", () => {
    const elsewhere = new Set([...[...lexicon.countries.values()].flatMap(phrasesOf), ...lexicon.metonyms.keys()].map(foldKey));
    const shared = rows.flatMap((row) => namesOf(row).filter((name) => elsewhere.has(foldKey(name)) && !row.ambiguous.includes(name)));
    expect(shared).toEqual([]);
  });
});

describe("metonyms", () => {
  const rows = [...lexicon.metonyms.values()];

  it("stands for a country or an organization that there is", () => {
    const wrong = rows.filter(({ country, organization }) =>
      country === null ? !lexicon.organizations.has(organization ?? "") : organization !== null || !lexicon.countries.has(country),
    );
    expect(wrong.map((row) => row.phrase)).toEqual([]);
  });

  it("repeats a capital only for another body, and says so of both", () => {
    const capitals = indexPhrases(lexicon.countries.values(), (row) => row.capitals);
    for (const { phrase, ambiguous } of rows.filter((row) => capitals.has(row.phrase))) {
      expect(ambiguous, phrase).toBe(true);
      expect(capitals.get(phrase)?.[0].ambiguous, phrase).toContain(phrase);
    }
  });

  it.each([
    ["Kremlin", "RUS", null],
    ["Pentagon", null, "US Department of Defense"],
    ["Brussels", null, "European Union"],
    ["Quai d’Orsay", null, "French Foreign Ministry"],
  ])("reads %s", (phrase, country, organization) => {
    expect(lexicon.metonyms.get(foldKey(phrase))).toMatchObject({ country, organization });
  });
});

describe("look-alikes", () => {
  it("hold the name of a state, its people or its capital, and are none themselves", () => {
    const names = new Set([...lexicon.countries.values()].flatMap(phrasesOf).map(foldKey));
    for (const phrase of lexicon.lookAlikes.keys()) {
      const words = phrase.split(/[ -]/);
      const parts = words.flatMap((_, i) => words.slice(i).map((_, j) => words.slice(i, i + j + 1).join(" ")));
      expect(names.has(phrase), phrase).toBe(false);
      expect(
        parts.some((part) => names.has(part)),
        phrase,
      ).toBe(true);
    }
  });
});

describe("nouns", () => {
  const small = (phrase: string) => phrase === phrase.toLowerCase();

  it("are in small letters, so that a lookup need fold only the text", () => {
    const all = [...lexicon.bodyNouns.keys(), ...lexicon.roleNouns.keys(), ...lexicon.groupNouns.keys()];
    expect(all.filter((noun) => !small(noun))).toEqual([]);
    expect([...lexicon.roleNouns.values()].flatMap((row) => row.plurals.filter((plural) => !small(plural)))).toEqual([]);
  });

  it("keeps roles and groups of one noun of one mind on who is unnamed", () => {
    const roles = indexPhrases(lexicon.roleNouns.values(), (row) => row.plurals);
    const torn = [...lexicon.groupNouns.values()].filter((group) => roles.get(group.noun)?.some((role) => role.hides !== group.hides));
    expect(torn.map((group) => group.noun)).toEqual([]);
  });

  it("prints each abbreviation of a role once", () => {
    const shared = [...indexPhrases(lexicon.roleNouns.values(), (row) => row.abbreviations)].filter(([, roles]) => roles.length > 1);
    expect(shared.map(([form]) => form)).toEqual([]);
  });

  it.each([
    ["prime minister", "state", false],
    ["spokesman", "body", false],
    ["widow", "self", false],
    ["diplomat", "state", true],
    ["analyst", "self", true],
  ])("has a %s speak for %s", (noun, speaksFor, hides) => {
    expect(lexicon.roleNouns.get(noun)).toMatchObject({ speaksFor, hides });
  });

  it.each([
    ["government", true],
    ["delegation", true],
    ["ministry", false],
    ["military", false],
    ["embassy", false],
  ])("takes %s for the state itself: %s", (noun, standsForState) => {
    expect(lexicon.bodyNouns.get(noun)?.standsForState).toBe(standsForState);
  });
});

describe("names of persons", () => {
  it("are names: a capital, and nothing but letters, hyphens and apostrophes", () => {
    expect([...lexicon.givenNames.keys()].filter((name) => !/^\p{Lu}[\p{L}'-]+$/u.test(name))).toEqual([]);
  });

  it("are no honorifics, and these no roles", () => {
    expect([...lexicon.givenNames.keys()].filter((name) => lexicon.honorifics.has(name))).toEqual([]);
    const titles = new Set([...lexicon.roleNouns.values()].flatMap((row) => [row.noun, ...row.abbreviations]));
    expect([...lexicon.honorifics.keys()].filter((form) => titles.has(form) || titles.has(form.toLowerCase()))).toEqual([]);
  });

  it("are no names of states or bodies, but for two that those own up to", () => {
    const others = [...[...lexicon.countries.values()].flatMap(phrasesOf), ...[...lexicon.organizations.values()].flatMap(namesOf)];
    expect(others.filter((name) => lexicon.givenNames.has(name))).toEqual(["Sofia", "Petra"]);
    expect(lexicon.countries.get("BGR")?.ambiguous).toContain("Sofia");
    expect(lexicon.organizations.get("Petra")?.ambiguous).toContain("Petra");
  });

  it.each([
    ["Olena", "f"],
    ["Giovanni", "m"],
    ["Fatima", "f"],
    ["Mehmet", "m"],
    ["Andrea", undefined],
    ["Kim", undefined],
  ])("tells %s as %s", (name, gender) => {
    expect(lexicon.givenNames.get(name)?.gender).toBe(gender);
  });
});

describe("every table", () => {
  it("says what it is, where it comes from and what its columns mean", () => {
    for (const name of [
      "countries",
      "metonyms",
      "organizations",
      "body-nouns",
      "role-nouns",
      "honorifics",
      "given-names",
      "group-nouns",
      "look-alikes",
    ]) {
      const text = readFileSync(new URL(`../../lexicon/${name}.tsv`, import.meta.url), "utf8");
      const comment = text.match(/^(#.*\n)+/)?.[0] ?? "";
      expect(comment, name).toContain("Origin:");
      expect(comment, name).toContain("Licence:");
      const columns = text.match(/^[^#\n].*$/m)?.[0].split("\t") ?? [];
      for (const column of columns) expect(comment, name).toContain(`${column}`);
    }
  });
});

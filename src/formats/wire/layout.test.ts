import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../lexicon/index.js";
import { layoutOfText } from "../plain-text.js";
import { knowledgeOf } from "./knowledge.js";
import type { Layout } from "./layout.js";

const knowledge = knowledgeOf(loadLexicon());
const layoutOf = (...lines: string[]): Layout & { readonly shown: string[] } => {
  const text = lines.join("\n");
  const layout = layoutOfText(text, knowledge);
  return { ...layout, shown: layout.regions.map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`) };
};
const said = "The ministers of both states said on Tuesday that they would meet again.";

describe("layouts of the agencies", () => {
  it("AP, republished, with a caption and no headline", () => {
    const layout = layoutOf(
      "A ferry sits at the pier in Bergen, Norway, Sunday, June 13, 2021. (Ana Lund via AP)",
      "Republished June 14, 2021 - 9:40 AM",
      "Original Publication Date June 13, 2021 - 11:05 PM",
      `BERGEN, Norway (AP) — ${said}`,
      said,
      "___",
      "Bo Ek in Oslo contributed.",
      "Read more: Ferries are getting smaller",
      "News from © The Associated Press, 2021",
    );
    expect(layout).toMatchObject({
      headline: null,
      agency: "AP",
      datelinePlace: "BERGEN, Norway",
      bylines: ["Bo Ek"],
      published: { value: "2021-06-13T23:05", quote: { exact: "June 13, 2021 - 11:05 PM" } },
      updated: { value: "2021-06-14T09:40", quote: { exact: "June 14, 2021 - 9:40 AM" } },
    });
    expect(layout.shown).toEqual([
      "caption: A ferry sits at the pier in Bergen, Norway, Sunday, June 13, 2021. (Ana Lund via AP)",
      "credit: (Ana Lund via AP)",
      "timestamp: Republished June 14, 2021 - 9:40 AM",
      "timestamp: Original Publication Date June 13, 2021 - 11:05 PM",
      `paragraph: BERGEN, Norway (AP) — ${said}`,
      "dateline: BERGEN, Norway (AP) —",
      `paragraph: ${said}`,
      "other: ___",
      "contributors: Bo Ek in Oslo contributed.",
      "teaser: Read more: Ferries are getting smaller",
      "copyright: News from © The Associated Press, 2021",
    ]);
  });

  it("AFP, with section heads, a desk's signs and the agency's name in ordinary letters", () => {
    const layout = layoutOf(
      "States trade blame over ferries",
      `Oslo (AFP) – ${said}`,
      "- 'Two-thirds empty' -",
      said,
      "abc-de/fg",
      "© Agence France-Presse",
    );
    expect(layout).toMatchObject({ headline: "States trade blame over ferries", agency: "AFP", datelinePlace: "Oslo", published: null });
    expect(layout.regions.map(({ type }) => type)).toEqual([
      "headline",
      "paragraph",
      "dateline",
      "section-head",
      "paragraph",
      "other",
      "copyright",
    ]);
  });

  it("Reuters, with byline, contributors and contact", () => {
    const layout = layoutOf(
      "Monitors say turned back as truce frays",
      "By Ana Lund and Bo Ek",
      `OSLO, Nov 9 (Reuters) - ${said}`,
      said,
      "(Reporting by Ana Lund in Oslo and Bo Ek in Bergen; Additional reporting by Cy Orr; Editing by Di Poe)",
      "((ana.lund@example.com; +47 00 00 00 00))",
    );
    // The year of "Nov 9" is nowhere in the text.
    expect(layout).toMatchObject({ agency: "Reuters", datelinePlace: "OSLO", bylines: ["Ana Lund", "Bo Ek", "Cy Orr"], published: null });
    expect(layout.regions.map(({ type }) => type)).toEqual([
      "headline",
      "byline",
      "paragraph",
      "dateline",
      "paragraph",
      "contributors",
      "contact",
    ]);
  });

  it("Xinhua, whose end mark closes the last paragraph", () => {
    const layout = layoutOf("States exchange protests", `OSLO, Feb. 8 (Xinhua) -- ${said}`, `${said} Enditem`);
    expect(layout.shown.slice(-2)).toEqual([`paragraph: ${said}`, "other: Enditem"]);
    expect(layoutOf("States exchange protests", said, `${said} Enditem`).agency).toBe("Xinhua");
  });

  it("The Canadian Press", () => {
    const layout = layoutOf(
      "Ottawa to tax ferries, minister says",
      "By Ana Lund and Bo Ek, The Canadian Press",
      `OTTAWA — ${said}`,
      "— With files from Cy Orr in Bergen",
      "This report by The Canadian Press was first published March 5, 2019.",
      "© 2019 The Canadian Press",
    );
    expect(layout).toMatchObject({
      agency: "The Canadian Press",
      datelinePlace: "OTTAWA",
      bylines: ["Ana Lund", "Bo Ek", "Cy Orr"],
      published: { value: "2019-03-05", quote: { exact: "March 5, 2019" } },
    });
  });

  it("United Nations press release", () => {
    const layout = layoutOf(
      "SC/13406",
      "28 June 2018",
      "Security Council Renews Mandate, with 3 Abstentions",
      said,
      "Action",
      said,
      "For information media. Not an official record.",
    );
    expect(layout).toMatchObject({
      agency: "United Nations",
      headline: "Security Council Renews Mandate, with 3 Abstentions",
      published: { value: "2018-06-28" },
    });
    expect(layout.regions.map(({ type }) => type)).toEqual([
      "other",
      "timestamp",
      "headline",
      "paragraph",
      "section-head",
      "paragraph",
      "other",
    ]);
  });

  it("TASS, dpa, Kyodo and Anadolu", () => {
    expect(layoutOf("No breakthrough in talks", "", `MOSCOW, January 12. /TASS/. ${said}`)).toMatchObject({
      agency: "TASS",
      datelinePlace: "MOSCOW",
    });
    expect(
      layoutOf("Two ships sail", "By Ana Lund, dpa", `Berlin (dpa) - ${said}`, "lha jwi", "dpa lha jwi xx a4").regions.map(
        ({ type }) => type,
      ),
    ).toEqual(["headline", "byline", "paragraph", "dateline", "other", "other"]);
    expect(
      layoutOf("Fishing accord signed", "KYODO NEWS - Jan 12, 2022 - 10:15", `TOKYO, Jan. 12, Kyodo - ${said}`, "==Kyodo"),
    ).toMatchObject({
      agency: "Kyodo",
      published: { value: "2022-01-12T10:15" },
    });
    expect(layoutOf("Trade pact agreed", "", "Ana Lund   |12.01.2022 - Update : 13.01.2022", "", "ANKARA", "", said)).toMatchObject({
      datelinePlace: "ANKARA",
      bylines: ["Ana Lund"],
      published: { value: "2022-01-12", quote: { exact: "12.01.2022" } },
      updated: { value: "2022-01-13", quote: { exact: "13.01.2022" } },
    });
  });

  it("Wikinews, whose sources are not the story", () => {
    const layout = layoutOf(
      "Ferry runs aground",
      "Thursday, January 13, 2022",
      said,
      "Sources",
      "“Ferry aground” — Example Times, January 12, 2022",
    );
    expect(layout.published?.value).toBe("2022-01-13");
    expect(layout.regions.map(({ type }) => type)).toEqual(["headline", "timestamp", "paragraph", "teaser", "teaser"]);
  });

  it("an old feed broken at a width, its headline early and its byline in capitals", () => {
    const layout = layoutOf(
      "Envoys trade charges over river dam as",
      "water level falls for a third week",
      "By JOHN MCDONALD and MARIA DE SOUZA",
      "Associated Press Writers",
      "",
      "GENEVA (AP) -- Envoys of the two river states traded charges on",
      "Tuesday over a dam that each says the other is filling too fast,",
      "and a mediator warned that talks could be broken off.",
      "",
      "   “We are not here to count buckets,” said the mediator, Jonas",
      "Eklund, who has led the talks since March.",
    );
    expect(layout).toMatchObject({
      headline: "Envoys trade charges over river dam as water level falls for a third week",
      agency: "AP",
      datelinePlace: "GENEVA",
      bylines: ["John McDonald", "Maria de Souza"],
    });
    expect(layout.regions.map(({ type }) => type)).toEqual(["headline", "byline", "byline", "paragraph", "dateline", "paragraph"]);
  });
});

describe("layoutOf", () => {
  it("takes summary bullets for headlines and time heads for timestamps", () => {
    const layout = layoutOf("Live: Storm hits the coast", "- Two towns cut off", said, "10:42 GMT", said, "9 p.m.", said);
    expect(layout.headline).toBe("Live: Storm hits the coast");
    expect(layout.regions.map(({ type }) => type)).toEqual([
      "headline",
      "headline",
      "paragraph",
      "timestamp",
      "paragraph",
      "timestamp",
      "paragraph",
    ]);
  });

  it("takes a rubric for no headline", () => {
    expect(layoutOf("WORLD", "Two states trade blame over ferries", said).headline).toBe("Two states trade blame over ferries");
  });

  it("takes the letterhead of a press release for no headline", () => {
    const layout = layoutOf(
      "Ministry of Foreign Affairs of Freedonia",
      "Press release No. 12/2022",
      "12 January 2022",
      "Freedonia summons the ambassador of Sylvania",
      said,
    );
    expect(layout).toMatchObject({ headline: "Freedonia summons the ambassador of Sylvania", published: { value: "2022-01-12" } });
    expect(layout.regions.map(({ type }) => type)).toEqual(["other", "other", "timestamp", "headline", "paragraph"]);
    expect(layoutOf("Ministry of defence says two ships sank", "Third ship still afloat off the coast", said).headline).toBe(
      "Ministry of defence says two ships sank",
    );
  });

  it("takes the agency and the desk's signs below a story for no text", () => {
    expect(layoutOf("Two ships sail", said, "EFE abc-de/fg").regions.map(({ type }) => type)).toEqual(["headline", "paragraph", "other"]);
  });

  it("takes a question, or a line that ends in initials, for a headline", () => {
    expect(layoutOf("Who will pay for the ferries?", said).headline).toBe("Who will pay for the ferries?");
    expect(layoutOf("Ferry talks go on, says U.S.", said).headline).toBe("Ferry talks go on, says U.S.");
  });

  it("finds the first paragraph below a summary in sentences by its dateline", () => {
    const layout = layoutOf("Ferry talks go on", "The two sides are still apart.", `OSLO (AP) — ${said}`);
    expect(layout.regions.map(({ type }) => type)).toEqual(["headline", "headline", "paragraph", "dateline"]);
  });

  it("gives a text of one line, a list and an empty text no headline", () => {
    expect(layoutOf("Police arrest five in Oslo").shown).toEqual(["paragraph: Police arrest five in Oslo"]);
    expect(layoutOf("Bread", "Milk").shown).toEqual(["paragraph: Bread", "paragraph: Milk"]);
    expect(layoutOf("").shown).toEqual([]);
  });

  it("reads what could be a title but ends a sentence or opens a turn", () => {
    const body = layoutOf(
      "Headline here",
      said,
      "He coined it at a rally in Watertown, N.Y.",
      "MODERATOR:",
      said,
      "Why did they go?",
      said,
    );
    expect(body.regions.map(({ type }) => type)).toEqual(["headline", ...Array(6).fill("paragraph")]);
  });

  it("takes a place and a dash for a dateline in the first paragraph only", () => {
    expect(layoutOf("Headline here", said, `OSLO — ${said}`).regions.map(({ type }) => type)).toEqual([
      "headline",
      "headline",
      "paragraph",
      "dateline",
    ]);
    expect(layoutOf("Headline here", said, said, said, `MONEY — ${said}`).datelinePlace).toBeNull();
  });
});

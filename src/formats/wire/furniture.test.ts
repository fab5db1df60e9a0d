import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../lexicon/index.js";
import { furnitureOf } from "./furniture.js";
import { knowledgeOf } from "./knowledge.js";

const knowledge = knowledgeOf(loadLexicon());

describe("furnitureOf", () => {
  it.each([
    ["___", "other"],
    ["* * *", "other"],
    ["SC/13406", "other"],
    ["SG/SM/21234-AFR/2890", "other"],
    ["vbn-oh/js/rl", "other"],
    ["bur/jd", "other"],
    ["Enditem", "other"],
    ["(END)", "other"],
    ["-30-", "other"],
    ["Advertisement", "other"],
    ["For information media. Not an official record.", "other"],
    ["Republished June 14, 2021 - 9:40 AM", "timestamp"],
    ["Published: 5 Jan 2022 10:00 | Updated: 6 Jan 2022 11:00", "timestamp"],
    ["Updated 3 hours ago", "timestamp"],
    ["Updated 10:42 GMT", "timestamp"],
    ["This report by The Canadian Press was first published March 5, 2019.", "timestamp"],
    ["4:40 p.m.:", "timestamp"],
    ["10:42 GMT", "timestamp"],
    ["(Reporting by Ana Lund; Editing by Bo Ek)", "contributors"],
    ["Ana Lund in Oslo contributed.", "contributors"],
    ["News from © The Associated Press, 2021", "copyright"],
    ["Copyright 2019 Example Times. All rights reserved.", "copyright"],
    ["© Agence France-Presse", "copyright"],
    ["((ana.lund@example.com; +47 00 00 00 00))", "contact"],
    ["Media contact: Ana Lund", "contact"],
    ["For more information, call +47 00 00 00 00.", "contact"],
    ["A ferry leaves Bergen, Norway, on Monday, June 7, 2021. (Ana Lund/Pool Photo via AP)", "caption"],
    ["A ferry leaves Bergen. REUTERS/Ana Lund", "caption"],
    ["A ferry leaves Bergen. [Ana Lund/Reuters]", "caption"],
    ["A ferry leaves Bergen. Photo: Ana Lund", "caption"],
    ["FILE PHOTO: A ferry leaves Bergen.", "caption"],
    ["(Photo by Ana Lund)", "credit"],
    ["Read more: The ferries that never sailed", "teaser"],
    ["READ: The ferries that never sailed", "teaser"],
    ["ALSO READ", "teaser"],
    ["Follow Ana Lund on Twitter at @example", "teaser"],
  ])("%s: %s", (line, type) => expect(furnitureOf(line, knowledge)?.type).toBe(type));

  it.each([
    "Published in 2019, the report found that few ferries had sailed.",
    "The report, published on March 5, 2019, found that few ferries had sailed in the north and that none of those that had was safe to sail.",
    "Updated figures show that few ferries sailed.",
    "Read the statement, she said.",
    "More than 40 ferries sailed.",
    "More ferries sailed in June.",
    "Watch what they do, he said.",
    "Contact with the ferry was lost on Monday.",
    "Copyright laws must change, she said.",
    "End the war, she said.",
    "The ferry had sailed. (AP)",
    "They stood in line (and had their picture taken).",
    "Her message paints a picture: ferries that never sail.",
    "He was quoted by state media (via Telegram)",
    "The minister agreed via phone.",
    "Photographers were turned away.",
    "Sources said the ferry had sailed.",
    "Reporting on the ferries is hard, she said.",
    "N/A",
  ])("is none: %s", (line) => expect(furnitureOf(line, knowledge)).toBeNull());

  it("tells when it was published and when updated", () => {
    expect(furnitureOf("Published: 5 Jan 2022 10:00 | Updated: 6 Jan 2022 11:00", knowledge)).toMatchObject({
      published: { value: "2022-01-05T10:00" },
      updated: { value: "2022-01-06T11:00" },
    });
  });

  it("knows whose copy it is by copyright line, document number and end mark", () => {
    expect(furnitureOf("© 2019 The Canadian Press", knowledge)?.agency).toBe("The Canadian Press");
    expect(furnitureOf("© 2019 Example Times", knowledge)?.agency).toBeNull();
    expect(furnitureOf("SC/13406", knowledge)?.agency).toBe("United Nations");
    expect(furnitureOf("Enditem", knowledge)?.agency).toBe("Xinhua");
  });
});

/**
 * Who said what, through the whole reader: invented sentences of the shapes that news is made of. Each row is a text, then what must be on
 * record: speaker, cue, content; a speaker in brackets is "unnamed" or "unknown".
 */
import { describe, expect, it } from "vitest";
import { openReader } from "../src/intake/index.js";
import { type StoryRecord, wordsOfAnchor } from "../src/model/index.js";
import { recordOfText } from "./support.js";

const reader = openReader();

const statementsIn = (record: StoryRecord): string[] => {
  const name = (id: string): string => record.actors.find((actor) => actor.id === id)?.name ?? "?";
  return record.statements.map(({ speaker, cue, anchor }) => {
    const who = speaker.kind === "actor" ? [speaker.actor, ...speaker.joint].map(name).join(" + ") : `[${speaker.kind}]`;
    return `${who} | ${cue ? wordsOfAnchor(cue) : "–"} | ${wordsOfAnchor(anchor)}`;
  });
};

const read = (text: string): string[] => statementsIn(recordOfText(reader, text, "2027-03-09"));

describe("orders of source, cue and content", () => {
  it.each<[string, string[]]>([
    ["Finance Minister Ane Solbakk said the port would reopen in May.", ["Ane Solbakk | said | the port would reopen in May"]],
    ["“The port will reopen in May,” Finance Minister Ane Solbakk said.", ["Ane Solbakk | said | “The port will reopen in May,”"]],
    ["“The port will reopen in May,” said Finance Minister Ane Solbakk.", ["Ane Solbakk | said | “The port will reopen in May,”"]],
    [
      '"Not before May," Finance Minister Ane Solbakk said, "and not without a permit."',
      ['Ane Solbakk | said | "Not before May," … "and not without a permit."'],
    ],
    [
      "The port would reopen in May, according to Finance Minister Ane Solbakk.",
      ["Ane Solbakk | according to | The port would reopen in May"],
    ],
    [
      "According to Finance Minister Ane Solbakk, the port would reopen in May.",
      ["Ane Solbakk | According to | the port would reopen in May"],
    ],
    [
      "Finance Minister Ane Solbakk told reporters: “The port will reopen in May.”",
      ["Ane Solbakk | told | “The port will reopen in May.”"],
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("sources that a tree loses", () => {
  it.each<[string, string[]]>([
    ["The port of Nordvik will reopen, says Finance Minister Ane Solbakk.", ["Ane Solbakk | says | The port of Nordvik will reopen"]],
    ["«The port will reopen in May,» Finance Minister Ane Solbakk said.", ["Ane Solbakk | said | «The port will reopen in May,»"]],
    [
      "“I told them so, and I am sure of it,” said retired pilot Ane Solbakk.",
      ["Ane Solbakk | said | “I told them so, and I am sure of it,”"],
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("several cues with one source", () => {
  it("are several statements", () => {
    expect(
      read(
        "Norway says it has no plans to close the strait and rejects Denmark's demand to open the archive, saying the papers are secret.",
      ),
    ).toEqual(
      expect.arrayContaining([
        "Norway | says | it has no plans to close the strait",
        "Norway | rejects | Denmark's demand to open the archive",
        "Norway | saying | the papers are secret",
      ]),
    );
  });
});

describe("clauses that a tree hangs elsewhere", () => {
  it.each<[string, string[]]>([
    [
      "Norway warned Denmark would face fines if it closed the strait.",
      ["Norway | warned | Denmark would face fines if it closed the strait"],
    ],
    ["Finance Minister Ane Solbakk said Tuesday that the port would reopen.", ["Ane Solbakk | said | that the port would reopen"]],
    ["“The port is shut,” its spokesman, Commander Niels Brask, told a radio station.", ["Niels Brask | told | “The port is shut,”"]],
    [
      "Finance Minister Ane Solbakk came home. “The port is shut,” she was quoted as saying by state television.",
      ["Ane Solbakk | was quoted as saying | “The port is shut,”"],
    ],
    [
      "“The port is shut. It stays shut,” said its director, Adm. Niels Brask.",
      ["Niels Brask | said | “The port is shut. It stays shut,”"],
    ],
    [
      "Norway said it would attend the talks, but would sign nothing.",
      ["Norway | said | it would attend the talks, but would sign nothing"],
    ],
    ["The port, Ane Solbakk said, would reopen in May.", ["Ane Solbakk | said | The port … would reopen in May"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("quotations that carry on", () => {
  it("belong to the statement before them, across sentences and paragraphs", () => {
    const text = "“We were cut off for two days,” said Ane Solbakk, the mayor of Vardø. “Nobody came.\n“Then the bridge gave way.”";
    expect(read(text)).toEqual(["Ane Solbakk | said | “We were cut off for two days,” … “Nobody came.\n“Then the bridge gave way.”"]);
  });
});

describe("sources that hide or are not there", () => {
  it.each<[string, string[]]>([
    ["A senior diplomat said the talks had failed.", ["[unnamed] | said | the talks had failed"]],
    ["The talks had failed, a Western diplomat said.", ["[unnamed] | said | The talks had failed"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("who is meant", () => {
  it.each<[string, string, string]>([
    [
      "a pronoun goes back to the person",
      "Norwegian Defence Minister Ane Solbakk arrived on Monday. She said the exercise would go ahead.",
      "Ane Solbakk",
    ],
    [
      "and not to another gender",
      "Norwegian Defence Minister Ingrid Solbakk met her Danish counterpart Niels Brask. He said the exercise would go ahead.",
      "Niels Brask",
    ],
    ["a capital that speaks is the state", "Oslo said the exercise would go ahead.", "Norway"],
    ["a seat of government that speaks is the state", "The Kremlin said the exercise would go ahead.", "Russia"],
    ["a ministry speaks for itself", "Norway's Defence Ministry said the exercise would go ahead.", "Norway's Defence Ministry"],
    ["an open representative speaks for the state", "The representative of Ethiopia said the exercise would go ahead.", "Ethiopia"],
    [
      "a family name goes back to the full name",
      "Defence Minister Ane Solbakk arrived on Monday. Solbakk said the exercise would go ahead.",
      "Ane Solbakk",
    ],
  ])("%s", (_, text, speaker) => {
    expect(read(text).map((line) => line.split(" | ")[0])).toContain(speaker);
  });
});

describe("what is no statement", () => {
  it.each([
    "The two governments agreed to open the border.",
    "Norway expelled three diplomats on Tuesday.",
    "The minister refused.",
    "The ministry declined to comment.",
    "The summit is expected to end on Friday.",
    "He did not say when the port would reopen.",
    "Asked about the port, the minister left the room.",
    "The talks would show whether the port can reopen.",
    "The committee may say more on Friday.",
  ])("%s", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("axes of a statement", () => {
  const only = (text: string) => {
    const { statements } = recordOfText(reader, text, "2027-03-09");
    expect(statements).toHaveLength(1);
    return statements[0];
  };

  it("tells a denial, and a plan to speak from a saying", () => {
    expect(only("Norway denied blocking the strait.").denied).toBe(true);
    expect(only("Norway will announce on Friday that the strait is closed.").modality.time).toBe("future");
  });

  it.each<["direct" | "indirect" | "mixed", string]>([
    ["direct", "“The strait is closed,” Norway said."],
    ["mixed", "Norway said the strait was “closed until further notice.”"],
    ["indirect", "Norway said the strait was closed."],
    ["indirect", "Norway said the tanker “Aurora Borealis” had left."],
  ])("%s: %s", (mode, text) => {
    expect(only(text).mode).toBe(mode);
  });

  it("dates the saying, not the thing said", () => {
    expect(only("Norway said Monday that the strait would close on Friday.").date).toBe("2027-03-08");
  });
});

describe("how it was said", () => {
  it.each<[string, string | null]>([
    ["Finance Minister Ane Solbakk told reporters on Tuesday that the port was shut.", "told reporters"],
    ["Finance Minister Ane Solbakk told a televised news conference that the port was shut.", "told a televised news conference"],
    ["Finance Minister Ane Solbakk said in a phone interview on Monday that the port was shut.", "in a phone interview"],
    ["Finance Minister Ane Solbakk said on Monday that the port was shut.", null],
  ])("%s", (text, expected) => {
    const [{ medium }] = recordOfText(reader, text, "2027-03-09").statements;
    expect(medium && wordsOfAnchor(medium)).toBe(expected);
  });

  it.each(["Finance Minister Ane Solbakk put an end to the talks on Monday.", "Norway put a stop to the ferries in May."])(
    "is not asked of deeds: %s",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

/**
 * Statements that their form proves: transcripts, headlines, a colon before a quotation or a paragraph. Each row is a text, then all that must be on record:
 * speaker (in brackets "unnamed" or "unknown"), the source's words, cue, content, how it is quoted.
 */
import { describe, expect, it } from "vitest";
import { openReader } from "../src/intake/index.js";
import { wordsOfAnchor } from "../src/model/index.js";
import { recordOfText } from "./support.js";

const reader = openReader();

function read(text: string): string[] {
  const { statements, actors } = recordOfText(reader, text, "2027-03-09");
  return statements.map(({ speaker, speakerSpan, cue, anchor, mode }) => {
    const who = speaker.kind === "actor" ? actors.find(({ id }) => id === speaker.actor)?.name : `[${speaker.kind}]`;
    const words = wordsOfAnchor(anchor).replace(/\n+/g, " ¶ ");
    return `${who} | ${speakerSpan ? wordsOfAnchor(speakerSpan) : "–"} | ${cue ? wordsOfAnchor(cue) : "none"} | ${words} | ${mode}`;
  });
}

/** What is read of a headline above a story in which nobody is on record. */
const headline = (text: string): string[] => read(`${text}\n\nNORDVIK, March 9 (AFP) - The ferry to Nordvik sails at six.`);

describe("transcripts and interviews", () => {
  it("give each labelled turn to its speaker, paragraphs without a label included", () => {
    expect(
      read(
        "Transport Minister Ane Solbakk and Mayor Niels Brask met on television.\n\nSOLBAKK: We will not sign.\n\nBRASK: You said you would.\n\n(LAUGHTER)\n\nSOLBAKK: We looked at it.\n\nThen we waited.\n\nMODERATOR: Mayor, will you go?\n\nBRASK: Yes.\n\nThe ferry sails at six.",
      ),
    ).toEqual([
      "Ane Solbakk | SOLBAKK | none | We will not sign. | direct",
      "Niels Brask | BRASK | none | You said you would. | direct",
      "Ane Solbakk | SOLBAKK | none | We looked at it. ¶ Then we waited. | direct",
      "Niels Brask | BRASK | none | Yes. | direct",
    ]);
  });

  it("know whom the answers are by if only one is interviewed", () => {
    const [first, second] = read(
      "Ane Solbakk runs the harbour of Nordvik.\n\nQ: Why was it shut?\n\nA: We had no choice. The storm broke the pier.\n\nQ: Who pays?\n\nA: The state pays.",
    );
    expect([first, second]).toEqual([
      "Ane Solbakk | A | none | We had no choice. The storm broke the pier. | direct",
      "Ane Solbakk | A | none | The state pays. | direct",
    ]);
  });

  it("do not swallow the story between labels that stand far apart", () => {
    const told = Array(12).fill("The ferry sails at six.").join("\n\n");
    expect(read(`SOLBAKK: We wait.\n\n${told}\n\nSOLBAKK: We sail.`).map((line) => line.split(" | ")[3])).toEqual(["We wait.", "We sail."]);
  });

  it("keep what others are said to have said within the turn", () => {
    const record = recordOfText(
      reader,
      "INTERVIEWER: What now?\n\nMINISTER ANE SOLBAKK: We wait. Denmark promised us ships.\n\nINTERVIEWER: And then?\n\nMINISTER ANE SOLBAKK: We sail.",
      "2027-03-09",
    );
    const [turn, promise] = record.statements;
    expect([turn.cue, turn.cueLemma, promise.cueLemma, promise.modality.within]).toEqual([null, null, "promise", turn.id]);
  });

  it.each([
    ["a list of days", "Boats sold.\n\nMonday: 30 boats\n\nTuesday: 20 boats\n\nWednesday: 10 boats"],
    ["a list of people", "The team.\n\nAne Solbakk: 45, a lawyer.\n\nNiels Brask: 50, a farmer.\n\nOle Ode: 33, a sailor."],
    ["section heads", "The port is shut.\n\nBACKGROUND: The pier broke in May.\n\nOUTLOOK: Ships sail again in June."],
  ])("are not %s", (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("headlines", () => {
  it.each<[string, string]>([
    ["Talks to resume on Monday: minister", "[unnamed] | minister | : | Talks to resume on Monday | indirect"],
    ["Fire in port under control – police", "[unnamed] | police | – | Fire in port under control | indirect"],
    ["Kremlin: No plans for talks with Kyiv", "Russia | Kremlin | : | No plans for talks with Kyiv | indirect"],
    ["UN report: half of refugees are children", "United Nations | UN report | : | half of refugees are children | indirect"],
    ["“We had no choice”: Norway", "Norway | Norway | : | “We had no choice” | direct"],
    ["Port to reopen in May, minister says", "[unnamed] | minister | says | Port to reopen in May | indirect"],
  ])("%s", (text, expected) => {
    expect(headline(text)).toEqual([expected]);
  });

  it.each([
    "Storm update: ferries cancelled",
    "Norway: port strike is over",
    "Ferry sinks off Nordvik - Reuters",
    "Barcelona 2 - Real Madrid 1",
    "Nordvik ferry disaster - the day after",
    "Profile: Ane Solbakk, Norway's new transport minister",
  ])("that say nothing of a source: %s", (text) => {
    expect(headline(text)).toEqual([]);
  });
});

describe("a colon", () => {
  it.each<[string, string[]]>([
    [
      "The ministry said in a statement:\n\n“The pier is not safe. No ship may moor.”\n\nFerries were cancelled.",
      ["ministry | The ministry | said | “The pier is not safe. No ship may moor.” | direct"],
    ],
    [
      "In a letter to dockers, Transport Minister Ane Solbakk wrote:\n\n“The pier is not safe.\n\n“It opens in May.”\n\nFerries were cancelled.",
      ["Ane Solbakk | Transport Minister Ane Solbakk | wrote | “The pier is not safe. ¶ “It opens in May.” | direct"],
    ],
    [
      "Transport Minister Ane Solbakk told reporters on Monday:\n\nThe pier is not safe and no ship may moor there.\n\nFerries were cancelled.",
      ["Ane Solbakk | Transport Minister Ane Solbakk | told | The pier is not safe and no ship may moor there. | direct"],
    ],
    ['Mayor Niels Brask: "I think it is a shame."', ['Niels Brask | Mayor Niels Brask | : | "I think it is a shame." | direct']],
    ["The agreement names three points:\n\nPorts stay open until May.\n\nShips may moor at night.", []],
  ])("%s", (text, expected) => {
    expect(read(`NORDVIK, March 9 (AFP) - The ferry sails at six.\n\n${text}`)).toEqual(expected);
  });
});

describe("phrases set off by themselves", () => {
  it.each([
    ["In Lund's view, the ferries were never safe.", "Lund | Lund | In … view | the ferries were never safe | indirect"],
    ["The ferries, in Germany's view, were never safe.", "Germany | Germany | in … view | The ferries … were never safe | indirect"],
    ["In the view of Germany, the deal is dead.", "Germany | Germany | In the view of | the deal is dead | indirect"],
    ["By Chad's own account, 40 soldiers fled.", "Chad | Chad | By … account | 40 soldiers fled | indirect"],
  ])("%s", (text, line) => expect(read(`NORDVIK, March 9 (AFP) - The ferry sails at six.\n\n${text}`)).toEqual([line]));

  it.each(["He parked in her view.", "The house stood in full view of the port.", "The ship was by all accounts old."])("not %s", (text) =>
    expect(read(`NORDVIK, March 9 (AFP) - The ferry sails at six.\n\n${text}`)).toEqual([]),
  );
});

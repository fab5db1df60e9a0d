import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Event } from "../../model/index.js";
import { linesOf, readerOf } from "./testing.js";

const read = readerOf();

describe("events", () => {
  it.each([
    ["Norway condemned the raid by Chad on a hospital.", ["ACCUSE occurred Norway > Chad"]],
    ["Kenya and Uganda signed an agreement on fishing rights.", ["AGREE occurred Kenya+Uganda > –"]],
    ["Kenya imposed sanctions on two Ugandan banks.", ["SANCTION occurred Kenya > two Ugandan banks"]],
    ["Norway suspended aid to Chad.", ["SANCTION occurred Norway > Chad"]],
    ["Norway lifted sanctions on Chad.", ["CONCEDE occurred Norway > Chad"]],
    ["Uganda urged Kenya to withdraw its troops.", ["REQUEST occurred Uganda > Kenya"]],
    ["Uganda rejected Kenya's demand.", ["REJECT occurred Uganda > Kenya"]],
    ["Norway provided food aid to Chad.", ["AID occurred Norway > Chad"]],
    ["The prime minister of Norway visited Chad on Thursday.", ["CONSULT occurred Norway+Chad > –"]],
  ])("%s", (text, lines) => {
    expect(linesOf(read(text))).toEqual(lines);
  });

  it.each([
    ["a claim of one about another", "Sudan said that Chad had attacked a convoy near Adré.", "ASSAULT alleged"],
    ["a condition", "If Chad attacked Sudan, the region would suffer.", "ASSAULT conditional"],
    ["what is to come", "Norway will impose sanctions on Chad next month.", "SANCTION planned"],
  ])("takes %s for no fact", (_, text, beginning) => {
    const lines = linesOf(read(text));
    expect(lines.some((line) => line.startsWith(beginning))).toBe(true);
    expect(lines.filter((line) => line.startsWith(`${beginning.split(" ")[0]} occurred`))).toEqual([]);
  });

  it.each([
    ["a figure of speech", "The minister's speech was a war of words with his own party."],
    ["what did not happen", "Chad did not attack the convoy."],
    ["a machine", "The printer refused to talk to the laptop."],
    ["plain saying", "The minister said that the weather was fine."],
    ["a figure of nobody", "Nothing much happened in the town of Bongor."],
  ])("finds none in %s", (_, text) => {
    expect(linesOf(read(text))).toEqual([]);
  });

  it("keeps an event without an actor rather than give it a wrong one", () => {
    const [event] = read("Four soldiers were killed in an ambush near Goma.").events;
    expect([event?.type, event?.actors]).toEqual(["ASSAULT", []]);
  });

  it("dates and places an event by its own clause", () => {
    const { events } = read("The two ministers met in Oslo on Sunday, and Chad withdrew its troops from Sudan in 2025.");
    const consult = events.find(({ type }) => type === "CONSULT");
    const retreat = events.find(({ type }) => type === "RETREAT");
    expect([consult?.date, consult?.place?.[0].exact]).toEqual(["2027-03-07", "Oslo"]);
    expect([retreat?.date, retreat?.modality.background]).toEqual(["2025", true]);
  });

  it("gives PLOVER's quad class, score and mode, and CAMEO's root", () => {
    const [event] = read("Police in Nairobi arrested three journalists on Friday.").events;
    expect([event?.type, event?.mode, event?.quad, event?.score, event?.cameoRoot]).toEqual(["COERCE", "arrest", 4, -7, "17"]);
    expect(event?.rule).toBe("events/verb:arrest");
  });

  it("obeys a row that a user lays over the tables", () => {
    const folder = mkdtempSync(join(tmpdir(), "onrecord-events-"));
    try {
      writeFileSync(join(folder, "events-verbs.tsv"), "word\twith\ttype\tmode\tto\tdecides\nserenade\tany\tSUPPORT\t\tobj\tyes\n");
      const own = readerOf([folder]);
      expect(linesOf(read("Chad serenaded Norway."))).toEqual([]);
      expect(linesOf(own("Chad serenaded Norway."))).toEqual(["SUPPORT occurred Chad > Norway"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("quotes what stands in the text and names only actors of the record, whatever is read", () => {
    const words = "Chad Norway Police attacked accused of the talks with will not if said that sanctions on , . “ ” he it to meet".split(
      " ",
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 }), (chosen) => {
        const text = chosen.join(" ");
        const { events, actors, statements } = read(text);
        for (const event of events) {
          Event.parse(event);
          for (const span of [event.anchor, event.actorSpan, event.recipientSpan, event.place]) {
            for (const { start, end, exact } of span ?? []) expect(text.slice(start, end)).toBe(exact);
          }
          for (const id of [...event.actors, ...event.recipients]) expect(actors.map((actor) => actor.id)).toContain(id);
          if (event.modality.within !== null) expect(statements.map(({ id }) => id)).toContain(event.modality.within);
        }
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        expect(read(text).events).toEqual(events);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

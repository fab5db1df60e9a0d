import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readGold } from "./check.mjs";
import { toPredicted } from "./score.mjs";
import { countSpeakers, type PhraseKind, phraseKind, speakerTable } from "./speakers.js";

const LUND = { kind: "person", name: "Ana de Lund" };
const MINISTRY = { kind: "organization", name: "Norway's Coal Ministry" };
const NORWAY = { kind: "state", name: "Norway" };
const CREWS = { kind: "group", name: "striking crews" };

describe("a speaker's phrase is a", () => {
  it.each<[PhraseKind, string | null, string, { kind: string; name: string } | null]>([
    ["name", "Coal Minister Ana de Lund", "lund", LUND],
    ["name", "Lund, the minister", "lund", LUND],
    ["description", "the Coal Minister", "lund", LUND],
    ["name", "Norway's Coal Ministry", "ministry", MINISTRY],
    ["description", "The ministry", "ministry", MINISTRY],
    ["description", "a Coal Ministry spokesman", "ministry", MINISTRY],
    ["name", "Oslo", "nor", NORWAY],
    ["pronoun", "it", "nor", NORWAY],
    ["pronoun", "They", "unnamed", null],
    ["collective", "both sides", "nor", NORWAY],
    ["collective", "striking crews", "crews", CREWS],
    ["unnamed", "a senior Norwegian official", "unnamed", null],
    ["unsaid", null, "unknown", null],
  ])("%s: %s", (kind, phrase, speaker, actor) => {
    expect(phraseKind(phrase, speaker, actor)).toBe(kind);
  });
});

const folder = mkdtempSync(join(tmpdir(), "onrecord-speakers-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("counts found statements by the kind of their speaker's phrase, and wrong names apart from what is left open", () => {
  const text = "Ana Lund said the pier was shut. She said it was old. A clerk said it was new. Oslo said nothing was wrong.";
  const actors = [
    { id: "lund", name: "Ana Lund", kind: "person", mentions: ["Ana Lund", "She"] },
    { id: "nor", name: "Norway", kind: "state", country: "NOR", mentions: ["Oslo"] },
  ];
  const statements = [
    { speaker: "lund", speaker_span: "Ana Lund", cue: "said", content: "the pier was shut", mode: "indirect" },
    { speaker: "lund", speaker_span: "She", cue: { text: "said", nth: 2 }, content: "it was old", mode: "indirect" },
    { speaker: "unnamed", speaker_span: "A clerk", cue: { text: "said", nth: 3 }, content: "it was new", mode: "indirect" },
    { speaker: "nor", speaker_span: "Oslo", cue: { text: "said", nth: 4 }, content: "nothing was wrong", mode: "indirect" },
  ];
  writeFileSync(join(folder, "pier.txt"), text);
  writeFileSync(join(folder, "pier.gold.json"), JSON.stringify({ story: { published: "2021-03-04" }, actors, statements }));
  const right = toPredicted(readGold(folder, "pier"));
  // The pronoun is given to the wrong one, the clerk is left unknown, and the last statement is not found.
  const [first, second, third] = right.statements;
  const predicted = { ...right, statements: [first, { ...second, speaker: "nor" }, { ...third, speaker: "unknown" }] };
  const counts = countSpeakers(folder, new Map([["pier", predicted]]));
  expect(counts).toEqual({
    name: { found: 1, right: 1, wrongName: 0 },
    pronoun: { found: 1, right: 0, wrongName: 1 },
    description: { found: 0, right: 0, wrongName: 0 },
    collective: { found: 0, right: 0, wrongName: 0 },
    unnamed: { found: 1, right: 0, wrongName: 0 },
    unsaid: { found: 0, right: 0, wrongName: 0 },
  });
  expect(speakerTable(counts).split("\n")).toHaveLength(4);
});

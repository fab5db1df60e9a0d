import { describe, expect, it } from "vitest";
import { recordLines } from "./record.js";
import { sketch } from "./testing.js";
import { PLAIN } from "./theme.js";
import { shortId } from "./words.js";

const STORY = sketch({
  headline: "No talks",
  lines: ["Togo's minister, Kodjo Ameg, denied that shots were fired on Monday. He recently warned Ghana."],
  actors: [
    { name: "Kodjo Ameg", role: "minister", country: "TGO" },
    { name: "Ghana", kind: "state", country: "GHA" },
  ],
  statements: [{ by: "Kodjo Ameg", cue: "denied", says: "that shots were fired on Monday", denied: true }],
  times: [
    { words: "Monday", value: "2027-03-08" },
    { words: "recently", value: null },
  ],
  figures: [{ words: "shots", value: [3, 1200], unit: "shots", by: "Ghana" }],
  places: [{ words: "Ghana", name: "Ghana Bay", country: "GHA", precision: "city", at: [5.5, -0.2] }],
  events: [{ words: "warned", type: "THREATEN", by: "Kodjo Ameg", to: "Ghana" }],
  positions: [{ issue: "that shots were fired", stance: "deny", by: "Kodjo Ameg", toward: "Ghana" }],
  unread: [{ sentence: "He recently warned Ghana.", reason: "no statement was read for “warned”" }],
});

describe("recordLines", () => {
  it("is a table a layer, with what was not understood and what is not read yet", () => {
    const lines = recordLines(STORY.story, STORY.record, 100, PLAIN).map((line) => line.replace(shortId(STORY.story.id), "ID"));
    expect(lines).toEqual([
      "No talks",
      "AFP · Lomé · published 2027-03-08 (as given) · story ID",
      "",
      "SPEAKER     CUE              WORDS",
      "Kodjo Ameg  denied · denial  that shots were fired on Monday",
      "",
      "ACTOR       KIND    COUNTRY  ROLE      SPEAKS FOR  STATEMENTS",
      "Kodjo Ameg  person  TGO      minister                       1",
      "Ghana       state   GHA                                     0",
      "",
      "TIME      TYPE  PRECISION  VALUE",
      "Monday    date  day        2027-03-08",
      "recently  date  vague      unresolved: no date of publication",
      "",
      "FIGURE      OF WHAT  BY     WORDS",
      "3 to 1,200  shots    Ghana  shots",
      "",
      "PLACE  COUNTRY  PRECISION  MEANS",
      "Ghana  GHA      city       Ghana Bay 5.50 N 0.20 W",
      "",
      "EVENT                WHO         WHOM   WORDS",
      "threaten · occurred  Kodjo Ameg  Ghana  warned",
      "",
      "WHO         STANCE  ISSUE                  TOWARD",
      "Kodjo Ameg  denies  that shots were fired  Ghana",
      "",
      "NOT UNDERSTOOD             WHY",
      "He recently warned Ghana.  no statement was read for “warned”",
      "",
      "1 statement · 2 actors · 2 times · 1 figure · 1 place · 1 event · 1 position · 0 meetings · 1",
      "sentence unread",
    ]);
  });
});

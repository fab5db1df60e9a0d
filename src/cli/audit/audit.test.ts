import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AuditItem, precisionOf, wilson } from "../../archive/index.js";
import { csvLine } from "../render/csv.js";
import { interview } from "./interview.js";
import { readSheet } from "./sheet.js";

describe("wilson", () => {
  // Values of R's prop.test(x, n, correct = FALSE).
  it.each([
    [9, 10, 0.5958, 0.9821],
    [81, 100, 0.7222, 0.8749],
    [0, 5, 0, 0.4345],
    [5, 5, 0.5655, 1],
  ])("%i of %i", (right, n, low, high) => {
    const [from, to] = wilson(right, n);
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
  });

  it("says nothing before there is an answer", () => {
    expect(precisionOf([{ answer: null }])).toEqual({ right: 0, wrong: 0, precision: null, interval: null });
  });
});

describe("interview", () => {
  const item = (annotation: string, answer: AuditItem["answer"] = null): AuditItem => ({ annotation, layer: "events", story: "s", answer });
  const items = [item("a"), item("b", "right"), item("c"), item("d")];

  /** What was done when a person answers so. */
  async function after(...answers: readonly string[]): Promise<readonly string[]> {
    const done: string[] = [];
    const left = [...answers];
    await interview(
      items,
      { show: async () => {}, ask: async () => left.shift() ?? null },
      {
        judge: async ({ annotation }, answer, note) => {
          done.push([annotation, answer, note].filter((part) => part !== null).join(" "));
          return annotation;
        },
        takeBack: async (decision) => void done.push(`${decision} back`),
      },
    );
    return done;
  }

  it.each([
    [
      ["y", "no", "a drill", "s"],
      ["a right", "c wrong a drill"],
    ],
    [
      ["y", "n", "", "y"],
      ["a right", "c wrong", "d right"],
    ],
    [
      ["y", "b", "n", "x"],
      ["a right", "a back", "a wrong x"],
    ],
    [["s", "b", "y"], ["a right"]],
    [["maybe", "b", "Y", "q", "y"], ["a right"]],
    [["y"], ["a right"]],
  ])("%j", async (answers, done) => {
    expect(await after(...answers)).toEqual(done);
  });
});

describe("readSheet", () => {
  it.each([
    [
      'id,layer,answer,note\r\nev_1,events,right,\r\nev_2,events,,\r\nev_3,events,N,"a, b"\r\n',
      [
        ["ev_1", "right", null],
        ["ev_2", null, null],
        ["ev_3", "wrong", "a, b"],
      ],
    ],
    [
      "\ufeffID;Answer;Note\nev_1;1;\n\nev_2;wrong;x",
      [
        ["ev_1", "right", null],
        ["ev_2", "wrong", "x"],
      ],
    ],
    [
      "id,note,answer\nev_1,,right\nev_2,x,",
      [
        ["ev_1", "right", null],
        ["ev_2", null, "x"],
      ],
    ],
    ["id\tanswer\tnote\tmore", []],
  ])("%j", (text, rows) => {
    expect(readSheet("s.csv", text).map(({ annotation, answer, note }) => [annotation, answer, note])).toEqual(rows);
  });

  it("names file and line of an answer that is none, and a column that is missing", () => {
    expect(() => readSheet("s.csv", 'id,answer,note\nev_1,right,"two\nlines"\nev_2,perhaps,\n')).toThrow(
      /^s\.csv:4: the answer is "perhaps"/,
    );
    expect(() => readSheet("s.csv", "id,note\n")).toThrow(/no column "answer"/);
  });

  it("reads whatever was written", () => {
    fc.assert(
      fc.property(fc.array(fc.string().filter((note) => note.trim() !== "" && !/[\r\n\u2028\u2029]/.test(note))), (notes) => {
        const text = csvLine(["id", "answer", "note"]) + notes.map((note) => csvLine(["ev_1", "right", note])).join("");
        expect(readSheet("s.csv", text).map(({ note }) => note)).toEqual(notes.map((note) => note.trim()));
      }),
    );
  });
});

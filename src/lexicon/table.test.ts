import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cell } from "./cell.js";
import { LexiconError } from "./error.js";
import { defineTable, loadTable } from "./table.js";

const ships = defineTable({
  file: "ships.tsv",
  key: ["name"],
  row: z.object({
    name: cell.text,
    kind: cell.oneOf(["ferry", "tanker"]),
    crew: cell.optional(cell.number),
    nicknames: cell.list,
    armed: cell.flag,
    flag: cell.optional(cell.country),
  }),
});

const HEADER = "name\tkind\tcrew\tnicknames\tarmed\tflag";
const file = (...lines: string[]) => ({ path: "ships.tsv", text: `${lines.join("\n")}\n` });
const load = (...layers: string[][]) =>
  loadTable(
    ships,
    layers.map((lines) => file(HEADER, ...lines)),
  );

/** The message of the error that loading these layers throws. */
function complaint(...layers: { path: string; text: string }[]): string {
  try {
    loadTable(ships, layers);
  } catch (error) {
    if (error instanceof LexiconError) return error.message;
    throw error;
  }
  return "nothing to complain of";
}

describe("loadTable", () => {
  it("reads each kind of cell", () => {
    expect([...load(["Aurora\tferry\t12.5\tthe Old Lady| Rory \tyes\tNOR"])]).toEqual([
      ["Aurora", { name: "Aurora", kind: "ferry", crew: 12.5, nicknames: ["the Old Lady", "Rory"], armed: true, flag: "NOR" }],
    ]);
  });

  it("takes cells that are empty or left out at the end as nothing", () => {
    expect(load(["Aurora\tferry"]).get("Aurora")).toEqual({
      name: "Aurora",
      kind: "ferry",
      crew: null,
      nicknames: [],
      armed: false,
      flag: null,
    });
  });

  it("takes columns in any order behind the key, and lets those be missing that may be empty", () => {
    expect(loadTable(ships, [file("name\tarmed\tkind", "Aurora\tyes\tferry")]).get("Aurora")).toMatchObject({ kind: "ferry", armed: true });
  });

  it("skips comments, empty lines, a byte order mark and carriage returns", () => {
    const text = `\uFEFF# Source: harbour book.\r\n\r\n${HEADER}\r\n# a remark\r\nAurora\tferry\t\t\tyes\r\n`;
    expect(loadTable(ships, [{ path: "ships.tsv", text }]).get("Aurora")?.armed).toBe(true);
  });

  it("lays a later layer over the earlier row by row, whole and in its place", () => {
    const rows = load(["Aurora\tferry\t12", "Bora\ttanker\t9"], ["Aurora\ttanker", "Cora\tferry"]);
    expect([...rows.keys()]).toEqual(["Aurora", "Bora", "Cora"]);
    expect(rows.get("Aurora")).toMatchObject({ kind: "tanker", crew: null });
  });

  it("takes a row away behind a hyphen", () => {
    expect([...load(["Aurora\tferry", "Bora\ttanker"], ["-Aurora"]).keys()]).toEqual(["Bora"]);
  });

  it("knows a key whichever quotes and spaces it is typed with", () => {
    const rows = load(["Queen\u2019s  Grace\tferry"], ["Queen's Grace\ttanker"]);
    expect([...rows.keys()]).toEqual(["Queen's Grace"]);
    expect(rows.get("Queen's Grace")?.kind).toBe("tanker");
  });

  it("joins the cells of a longer key with a tab", () => {
    const calls = defineTable({
      file: "calls.tsv",
      key: ["ship", "port"],
      row: z.object({ ship: cell.text, port: cell.text, days: cell.number }),
    });
    const layers = [file("ship\tport\tdays", "Aurora\tOslo\t2", "Aurora\tBergen\t3"), file("ship\tport\tdays", "-Aurora\tOslo")];
    expect([...loadTable(calls, layers).keys()]).toEqual(["Aurora\tBergen"]);
  });

  it.each([
    ["an unknown word", "Aurora\traft", 'ships.tsv:2: column "kind" must be one of ferry, tanker (found "raft")'],
    ["a missing word", "Aurora\t\t3", 'ships.tsv:2: column "kind" must be one of ferry, tanker'],
    ["no number", "Aurora\tferry\t1,200", 'ships.tsv:2: column "crew" must be a number (found "1,200")'],
    [
      "a hole in a list",
      "Aurora\tferry\t\tRory||Ror",
      'ships.tsv:2: column "nicknames" must have something between the bars (found "Rory||Ror")',
    ],
    ["a list that repeats itself", "Aurora\tferry\t\tRory|Rory", 'ships.tsv:2: column "nicknames" names "Rory" twice (found "Rory|Rory")'],
    ["a flag that is no yes", "Aurora\tferry\t\t\tno", 'ships.tsv:2: column "armed" must be "yes" or empty (found "no")'],
    ["no country code", "Aurora\tferry\t\t\t\tNO", 'ships.tsv:2: column "flag" must be a country code of three capitals (found "NO")'],
    [
      "too many cells",
      "Aurora\tferry\t\t\t\t\tx",
      'ships.tsv:2: has 7 cells where the header names 6 columns (found "Aurora\\tferry\\t\\t\\t\\t\\tx")',
    ],
    ["an empty key", "\tferry", 'ships.tsv:2: column "name" is part of the key and must not be empty (found "\\tferry")'],
    ["a key to take away that is not there", "-Aurora", 'ships.tsv:2: column "name" takes a key away that is not there (found "Aurora")'],
  ])("complains of %s with file, line, column and value", (_, line, expected) => {
    expect(complaint(file(HEADER, line))).toBe(expected);
  });

  it.each([
    ["no header", file("# only a comment"), "ships.tsv: has no header line; its first line that is no comment must name the columns"],
    [
      "a key twice",
      file(HEADER, "Aurora\tferry", "# or", "Aurora\ttanker"),
      'ships.tsv:4: column "name" is there already, in line 2 (found "Aurora")',
    ],
    ["a missing column", file("name\tcrew"), 'ships.tsv:1: column "kind" is missing (found "name\\tcrew")'],
    ["a column twice", file("name\tkind\tkind"), 'ships.tsv:1: column "kind" is named twice (found "name\\tkind\\tkind")'],
    [
      "a key that is not first",
      file("kind\tname"),
      'ships.tsv:1: column "kind" must be "name", the key, in the first place (found "kind\\tname")',
    ],
    [
      "an unknown column",
      file("name\tkind\tkeel"),
      'ships.tsv:1: column "keel" is unknown; the table has name, kind, crew, nicknames, armed, flag (found "name\\tkind\\tkeel")',
    ],
  ])("complains of %s", (_, layer, expected) => {
    expect(complaint(layer)).toBe(expected);
  });

  it("lists all problems of all layers at once", () => {
    const own = { path: "own/ships.tsv", text: `${HEADER}\n-Zora\n` };
    expect(complaint(file(HEADER, "Aurora\traft\tmany", "Bora\tferry", "\tferry"), own).split("\n")).toEqual([
      expect.stringContaining('ships.tsv:2: column "kind"'),
      expect.stringContaining('ships.tsv:2: column "crew"'),
      expect.stringContaining('ships.tsv:4: column "name"'),
      expect.stringContaining('own/ships.tsv:2: column "name"'),
    ]);
  });

  it("gives back what was written, whatever it was", () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ſ']{1,8}$/);
    const row = fc.record({ name: word, nicknames: fc.uniqueArray(word), armed: fc.boolean(), crew: fc.option(fc.integer()) });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ name }) => name.normalize("NFC") }), (rows) => {
        const lines = rows.map((r) => [r.name, "ferry", r.crew ?? "", r.nicknames.join("|"), r.armed ? "yes" : ""].join("\t"));
        expect([...load(lines).values()]).toEqual(rows.map((r) => ({ ...r, kind: "ferry", flag: null })));
        expect(
          load(
            lines,
            rows.map((r) => `-${r.name}`),
          ).size,
        ).toBe(0);
      }),
    );
  });
});

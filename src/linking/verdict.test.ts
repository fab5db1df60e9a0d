import { describe, expect, it } from "vitest";
import { type Judged, relationOf, type Voice, verdictOf } from "./verdict.js";

const voice = (name: string, more: Partial<Voice> = {}): Voice => ({
  speaker: name === "?" ? null : name,
  isAsked: name === "Ode",
  denied: false,
  ...more,
});

describe("relationOf", () => {
  it.each([
    [["Ode"], "own"],
    [["Ode", "Lund"], "quoted"],
    [["Ode", "Ode"], "own"],
    [["Lund", "Ode"], "relaying"],
    [["Lund"], "another"],
    [["Lund", "Berg"], "another"],
    [["?"], "unattributed"],
    [["?", "Ode"], "relaying"],
    [[], "story"],
  ] as const)("words of %s, where Ode was asked about: %s", (names, relation) => {
    expect(relationOf(names.map((name) => voice(name)))).toBe(relation);
  });

  it("takes everybody for the one asked about where nobody was", () => {
    expect(relationOf([voice("?", { isAsked: true })])).toBe("own");
    expect(relationOf([voice("Lund", { isAsked: true }), voice("Berg", { isAsked: true })])).toBe("quoted");
  });
});

describe("verdictOf", () => {
  const place = (relation: Judged["relation"], likeness: Judged["likeness"] = "same", denied = false): Judged => ({
    relation,
    likeness,
    denied,
  });

  it.each([
    ["not found", []],
    ["verbatim", [place("another"), place("own")]],
    ["verbatim", [place("own", "cut")]],
    ["quoted", [place("own", "altered"), place("quoted")]],
    ["altered", [place("own", "altered"), place("another")]],
    ["another", [place("another"), place("story")]],
    ["another", [place("unattributed", "altered")]],
    ["story", [place("story"), place("another", "altered")]],
    ["story", [place("story", "altered")]],
    ["denied", [place("own", "same", true)]],
    ["verbatim", [place("own", "same", true), place("own")]],
    ["denied", [place("own", "altered", true), place("another")]],
    ["another", [place("another", "same", true), place("another")]],
    ["denied", [place("another", "same", true)]],
  ] as const)("of somebody: %s", (verdict, places) => {
    expect(verdictOf(places, true)).toBe(verdict);
  });

  it("takes exact words of a story before altered words of a speaker where nobody was asked about", () => {
    expect(verdictOf([place("own", "altered"), place("story")], false)).toBe("story");
    expect(verdictOf([place("own", "altered"), place("story")], true)).toBe("altered");
  });
});

import { describe, expect, it } from "vitest";
import { wantsColors, widthOf } from "./terminal.js";

const TERMINAL = { isTTY: true, columns: 132 };
const PIPE = {};

describe("wantsColors", () => {
  it.each([
    ["a terminal", TERMINAL, {}, true],
    ["a pipe", PIPE, {}, false],
    ["a terminal with NO_COLOR", TERMINAL, { NO_COLOR: "1" }, false],
    ["a terminal with an empty NO_COLOR", TERMINAL, { NO_COLOR: "" }, true],
    ["a pipe with FORCE_COLOR", PIPE, { FORCE_COLOR: "1" }, true],
    ["a terminal with FORCE_COLOR=0", TERMINAL, { FORCE_COLOR: "0" }, false],
    ["both", TERMINAL, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
    ["a dumb terminal", TERMINAL, { TERM: "dumb" }, false],
  ])("for %s", (_, stream, env, expected) => {
    expect(wantsColors(stream, env)).toBe(expected);
  });
});

describe("widthOf", () => {
  it.each([
    ["a terminal's columns", TERMINAL, { COLUMNS: "70" }, 132],
    ["$COLUMNS of a pipe", PIPE, { COLUMNS: "70" }, 70],
    ["100 for a pipe", PIPE, {}, 100],
    ["100 for nonsense", PIPE, { COLUMNS: "wide" }, 100],
    ["20 at least", { isTTY: true, columns: 4 }, {}, 20],
  ])("is %s", (_, stream, env, expected) => {
    expect(widthOf(stream, env)).toBe(expected);
  });
});

/** Who a story speaks of, through the whole reader: names, offices, states and bodies, on invented sentences. */
import { describe, expect, it } from "vitest";
import { openReader } from "../src/intake/index.js";
import { recordOfText } from "./support.js";

const reader = openReader();

/** "name (kind, country): role, for affiliation" of each actor, in no order. */
const read = (text: string): string[] => {
  const { actors } = recordOfText(reader, text, "2027-03-09");
  const name = (id: string | null): string | undefined => actors.find((actor) => actor.id === id)?.name;
  return actors.map((actor) => {
    const country = actor.country === null ? "" : ` ${actor.country}`;
    const side = name(actor.affiliation);
    return `${actor.name} (${actor.kind}${country})${actor.role ? `: ${actor.role}` : ""}${side ? ` for ${side}` : ""}`;
  });
};

describe("persons", () => {
  it.each<[string, string]>([
    ["Norwegian Finance Minister Ingrid Solbakk said the port was shut.", "Ingrid Solbakk (person NOR): Finance Minister for Norway"],
    ["NATO spokeswoman Ingrid Solbakk said the port was shut.", "Ingrid Solbakk (person): NATO spokeswoman for NATO"],
    ["Ingrid Solbakk, the Norwegian finance minister, said the port was shut.", "Ingrid Solbakk (person NOR): finance minister for Norway"],
    ["Norway's finance minister, Ingrid Solbakk, said the port was shut.", "Ingrid Solbakk (person NOR): finance minister for Norway"],
    [
      "Norwegian Finance Minister Ingrid Solbakk met her Danish counterpart Niels Brask, who said the port was shut.",
      "Niels Brask (person DNK): Finance Minister for Denmark",
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it("are one under a full name and a family name", () => {
    const people = read("Finance Minister Ingrid Solbakk said the port was shut. Solbakk said it would reopen in May.").filter((line) =>
      line.includes("person"),
    );
    expect(people).toEqual(["Ingrid Solbakk (person): Finance Minister"]);
  });
});

describe("states", () => {
  it.each<[string, string]>([
    ["Moscow said the port was shut.", "Russia (state RUS)"],
    ["The White House said the port was shut.", "United States (state USA)"],
    ["The Danish government said the port was shut.", "Denmark (state DNK)"],
    ["The U.S. and its allies said the port was shut.", "United States (state USA)"],
  ])("%s", (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it.each([
    ["a capital where something happens", "The ministers met in Moscow on Monday.", "Russia"],
    ["a state of another country", "The senator from New Mexico said the port was shut.", "Mexico"],
    ["a sea", "Two ferries collided in the South China Sea, a coast guard spokesman said.", "China"],
  ])("are not %s", (_, text, state) => {
    expect(read(text).filter((line) => line.startsWith(state))).toEqual([]);
  });
});

describe("bodies", () => {
  it("are known again by their acronym and their noun", () => {
    const bodies = read(
      "The North Atlantic Treaty Organization said the port was shut. NATO said it would reopen. The alliance said when.",
    ).filter((line) => line.includes("organization"));
    expect(bodies).toHaveLength(1);
  });

  it("belong to the state that is named beside them", () => {
    expect(read("Denmark's Defence Ministry said the port was shut.")).toContain(
      "Denmark's Defence Ministry (organization DNK) for Denmark",
    );
  });
});

describe("bodies of two states", () => {
  it("are two though they are called alike", () => {
    const bodies = read("Denmark's navy said the strait was shut. Norway's navy said it was open.").filter((line) =>
      line.includes("organization"),
    );
    expect(bodies).toEqual(["Denmark's navy (organization DNK) for Denmark", "Norway's navy (organization NOR) for Norway"]);
  });
});

describe("those who hide", () => {
  it.each([
    "A senior diplomat said the talks had failed.",
    "Analysts said the talks had failed.",
    "A source close to the talks said they had failed.",
  ])("are no actors: %s", (text) => {
    expect(read(text).filter((line) => line.includes("person") || line.includes("group"))).toEqual([]);
  });
});

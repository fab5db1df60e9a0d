import { describe, expect, it } from "vitest";
import { type Meeting, wordsOfAnchor } from "../../model/index.js";
import { recordOf } from "../figures/testing.js";

/** "held 2023-03-06 Norway+Sweden @ Vienna": meetings as the tables below write them. The stories are of Wednesday 8 March 2023. */
function shown(text: string): readonly string[] {
  const { meetings, actors } = recordOf(text);
  const nameOf = (id: string): string => actors.find((actor) => actor.id === id)?.name ?? "?";
  const line = ({ status, date, participants, place }: Meeting): string =>
    [status, date ?? "undated", participants.map(nameOf).sort().join("+"), ...(place === null ? [] : [`@ ${wordsOfAnchor(place)}`])].join(
      " ",
    );
  return meetings.map(line);
}

describe("meetings", () => {
  it.each([
    ["Norway and Sweden held talks in Vienna on Monday.", ["held 2023-03-06 Norway+Sweden @ Vienna"]],
    ["Norway and Sweden will hold talks in Vienna on Friday.", ["scheduled 2023-03-10 Norway+Sweden @ Vienna"]],
    // Tuesday is the day of the calling off.
    ["Norway called off talks with Sweden on Tuesday.", ["cancelled undated Sweden"]],
    ["At Monday's talks in Geneva, Norway demanded an apology.", ["held 2023-03-06 Norway @ Geneva"]],
    ["Talks between Norway and Sweden were postponed.", ["cancelled undated Norway+Sweden"]],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it("is one entry however often a meeting is spoken of, and another for another round", () => {
    expect(shown("Norway and Sweden held talks in Vienna on Monday. The talks lasted three hours.")).toHaveLength(1);
  });

  it.each([
    "Norway held a news conference in Vienna on Monday.",
    "Norway did not meet Sweden on Monday.",
    "Further negotiations would be welcome.",
    "The minister talked to reporters in Oslo.",
  ])("none: %s", (text) => {
    expect(shown(text)).toEqual([]);
  });

  it("does not tell a plan as a fact", () => {
    const [{ modality }] = recordOf("Norway and Sweden will hold talks in Vienna on Friday.").meetings;
    expect(modality.time).toBe("future");
  });
});

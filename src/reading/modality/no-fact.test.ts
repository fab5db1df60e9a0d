import { describe, expect, it } from "vitest";
import { recordOf } from "../figures/testing.js";

const VERBAL = ["REQUEST", "ACCUSE", "REJECT", "THREATEN"];

/** Status of each deed and meeting of a text; demands, accusations, refusals and threats are made by being said, and are left out. */
function deeds(text: string): readonly string[] {
  const { events, meetings } = recordOf(text);
  return [...events.filter(({ type }) => !VERBAL.includes(type)), ...meetings].map(({ status }) => status);
}

describe("a plan is never a fact, nor what somebody says of others", () => {
  it.each([
    "Norway to send two frigates to the strait",
    "Norway's plan for an invasion of Chad was drawn up in May.",
    "Norway's army is about to bomb the Chadian port.",
    "Norway ordered its troops to withdraw from Chad.",
    "Norway and Chad will hold talks in Vienna on Friday.",
    "Chad fears an invasion by Norway.",
    "A Norwegian attack on Chad would mean war.",
    "Norway threatened to shell the port unless Chad withdrew its troops.",
    "Should Chad attack the port, Norway will expel its diplomats.",
    "Norway denied shelling the Chadian port.",
    "Norway failed to seize the Chadian port.",
    "Norway rejected claims that it had bombed the Chadian port.",
    "No Norwegian troops entered Chad.",
    "Norwegian troops reportedly attacked the Chadian convoy.",
    "Norway is believed to have bombed the Chadian port.",
    "Chad said Norway had shelled the port.",
  ])("%s", (text) => {
    expect(deeds(text).filter((status) => ["occurred", "ongoing", "held"].includes(status))).toEqual([]);
  });

  it.each([
    ["Norwegian troops attacked the Chadian convoy on Sunday.", ["occurred"]],
    ["Norway managed to seize the Chadian port.", ["occurred"]],
    ["Norwegian troops allegedly attacked the Chadian convoy.", ["alleged"]],
  ])("but what was done is, and what is alleged is on record: %s", (text, statuses) => {
    expect(deeds(text)).toEqual(statuses);
  });
});

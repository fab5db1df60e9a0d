import { describe, expect, it } from "vitest";
import { type Position, wordsOfAnchor } from "../../model/index.js";
import { recordOf } from "../figures/testing.js";

/** "Norway demand quick results > Sweden | if it rains": positions as the tables below write them. */
function shown(text: string): readonly string[] {
  const { positions, actors } = recordOf(text);
  const nameOf = (id: string | null): string => actors.find((actor) => actor.id === id)?.name ?? "?";
  const line = ({ holder, stance, anchor, toward, condition }: Position): string =>
    [
      `${nameOf(holder)} ${stance} ${wordsOfAnchor(anchor)}`,
      ...(toward === null ? [] : [`> ${nameOf(toward)}`]),
      ...(condition === null ? [] : [`| ${wordsOfAnchor(condition)}`]),
    ].join(" ");
  return positions.map(line);
}

describe("positions from the verb or noun that reports them", () => {
  it.each([
    ["Norway demanded the release of two trawlers.", ["Norway demand the release of two trawlers"]],
    ["Norway urged Sweden to withdraw its ships.", ["Norway demand withdraw its ships > Sweden"]],
    ["Norway on Tuesday ruled out any concessions.", ["Norway reject concessions"]],
    ["Norway rejected the accusation.", ["Norway deny the accusation"]],
    ["Norway offered to send two observers.", ["Norway offer send two observers"]],
    ["Norway accused Sweden of ramming a boat.", ["Norway accuse ramming a boat > Sweden"]],
    [
      "Norway threatened to close the crossing if the men were not freed.",
      ["Norway threaten close the crossing | if the men were not freed"],
    ],
    [
      "Norway offered to lift the duties, provided that Sweden signed the treaty.",
      ["Norway offer lift the duties > Sweden | provided that Sweden signed the treaty"],
    ],
    [
      "Norway offered 120 guards on condition that Sweden paid for them.",
      ["Norway offer 120 guards > Sweden | on condition that Sweden paid for them"],
    ],
    ["Norwegian Foreign Minister Ana Lund rejected the offer.", ["Norway reject the offer"]],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it("takes what an “unless” sets against a threat for a demand", () => {
    expect(shown("Norway threatened a boycott unless the men were freed.")).toEqual([
      "Norway threaten a boycott | unless the men were freed",
      "Norway demand the men were freed",
    ]);
  });
});

describe("positions in somebody's words", () => {
  it.each([
    ["“We will not allow anyone to close the strait,” said Norwegian Foreign Minister Ana Lund.", ["Norway reject close the strait"]],
    [
      "Norway said it was ready to discuss the border if Sweden withdrew.",
      ["Norway offer discuss the border > Sweden | if Sweden withdrew"],
    ],
    ["Norway says it has no plans to attack.", ["Norway deny plans to attack"]],
    ["Norway said the islands must be demilitarized.", ["Norway demand the islands must be demilitarized"]],
    [
      "Norway warned that Sweden would face sanctions if it attacked Finland.",
      ["Norway threaten sanctions > Sweden | if it attacked Finland"],
    ],
    ["“Norway opposes the use of force,” the Norwegian foreign ministry said.", ["Norway reject the use of force"]],
    ["Norway said it would impose duties on Swedish steel.", ["Norway threaten impose duties on Swedish steel > Sweden"]],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    // What is only asked, told or thought is no position.
    "Norway asked why the talks had failed.",
    "Norway said the talks had lasted three hours.",
    "Norway agreed that the talks had failed.",
    "Norway will demand an apology, the paper said.",
    "A senior diplomat said Sweden must withdraw its ships.",
    "Norway warned that prices would rise.",
    "“We cannot confirm the report,” Norway said.",
  ])("none: %s", (text) => {
    expect(shown(text)).toEqual([]);
  });
});

describe("positions in the words of many regions", () => {
  it.each([
    ["Bolivia's government demanded that Chile withdraw the letter.", ["Bolivia demand withdraw the letter > Chile"]],
    ["Tanzania called for an immediate ceasefire in the province.", ["Tanzania demand an immediate ceasefire in the province"]],
    ["Uruguay did not rule out sanctions against Paraguay.", ["Uruguay threaten sanctions against Paraguay > Paraguay"]],
    ["Peru's president, Marta Quispe, pledged to reopen the border.", ["Peru promise reopen the border"]],
    ["“This proposal is unacceptable,” said Omani Foreign Minister Said al-Harthi.", ["Oman reject This proposal"]],
    [
      "“We are prepared to send engineers if the dam leaks,” Zambian spokesman Joseph Banda told reporters.",
      ["Zambia offer send engineers | if the dam leaks"],
    ],
    ["“If they cross the river, we will answer,” Laotian General Kham Vong warned.", ["Laos threaten answer | If they cross the river"]],
    ["“Estonia must apologise,” Belarusian spokeswoman Irina Kozlova said.", ["Belarus demand apologise > Estonia"]],
    ["Croatia backed Slovenia's plan for a joint patrol.", ["Croatia support Slovenia's plan for a joint patrol > Slovenia"]],
    ["Angola condemned the raid.", ["Angola accuse the raid"]],
    ["Honduras accused Nicaragua of arming smugglers.", ["Honduras accuse arming smugglers > Nicaragua"]],
    ["Iceland insisted on a written guarantee.", ["Iceland demand a written guarantee"]],
    [
      "The Philippines will never give up the shoal, Philippine Defence Secretary Ramon Cruz said.",
      ["Philippines reject give up the shoal"],
    ],
    ["Mongolia agreed to reopen the railway.", ["Mongolia promise reopen the railway"]],
    [
      "Under the deal, Ghana will hand over the crew and Togo will withdraw its troops.",
      ["Ghana promise hand over the crew", "Togo promise withdraw its troops"],
    ],
    ["Kosovo said Serbian police had kidnapped three of its officers.", ["Kosovo accuse kidnapped three of its officers > Serbian police"]],
    ["Morocco urged restraint.", ["Morocco demand restraint"]],
    ["Vietnam warned against any change to the border.", ["Vietnam reject change to the border"]],
    ["Ireland welcomed the ruling.", ["Ireland support the ruling"]],
    ["Nauru said it was considering closing its ports to Fijian boats.", ["Nauru threaten closing its ports to Fijian boats > Fiji"]],
    ["Cameroon said there had been no attack.", ["Cameroon deny attack"]],
    ["“There will be no concessions,” said Syrian Foreign Minister Ziad Haddad.", ["Syria reject concessions"]],
    ["Belize asked Guatemala for an explanation.", ["Belize demand an explanation > Guatemala"]],
    ["Panama dismissed the report as fantasy.", ["Panama deny the report"]],
    ["“Let Burundi open its archives,” Tanzanian Foreign Minister Grace Mushi said.", ["Tanzania demand open its archives > Burundi"]],
    ["Cuba threatened to expel two Swiss diplomats.", ["Cuba threaten expel two Swiss diplomats > Switzerland"]],
    ["“The embargo has to end,” Cuban Foreign Minister Pablo Soto told the assembly.", ["Cuba demand The embargo has to end"]],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    "Sudan said the road had been repaired.",
    "A senior official said Chad might close the road.",
    "Guinea thanked Mali for its help.",
    "Italy confirmed that the ship had arrived.",
    "Qatar said the talks would last three days.",
    "“It will rain tomorrow,” said Kenyan forecaster Jane Otieno.",
    "Ukraine's parliament voted for the treaty.",
  ])("none: %s", (text) => {
    expect(shown(text)).toEqual([]);
  });
});

describe("what a position carries", () => {
  it("has a key by which the like can be grouped, whatever the words around it", () => {
    const keys = ["Norway demanded the release of two trawlers.", "Norway rejected a release of the two trawlers."].map(
      (text) => recordOf(text).positions[0].issueKey,
    );
    expect(keys).toEqual(["release trawler two", "release trawler two"]);
  });

  it("points into the text, and to the statement that states it", () => {
    const { positions, statements } = recordOf("Norway said it was ready to discuss the border if Sweden withdrew.");
    expect(positions).toHaveLength(1);
    const [{ statement, modality, anchor }] = positions;
    expect(statements.map(({ id }) => id)).toContain(statement);
    expect(modality.within).toBe(statement);
    expect(modality.certainty).toBe("conditional");
    expect(anchor[0].exact).toBe("discuss the border");
  });

  it("is not within the statement whose cue takes it: the story itself tells of that", () => {
    expect(recordOf("Norway demanded an apology.").positions[0].modality.within).toBeNull();
  });
});

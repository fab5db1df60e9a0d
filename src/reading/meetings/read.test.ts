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
    // Tuesday is the day of the calling off.
    ["Norway called off talks with Sweden on Tuesday.", ["cancelled undated Norway+Sweden"]],
    ["At Monday's talks in Geneva, Norway demanded an apology.", ["held 2023-03-06 Norway @ Geneva"]],
    ["Talks between Norway and Sweden were postponed.", ["cancelled undated Norway+Sweden"]],
    ["Chile and Bolivia held a second round of talks in Arica on Tuesday.", ["held 2023-03-07 Bolivia+Chile @ Arica"]],
    [
      "Talks between Kenya and Somalia, brokered by Qatar, resumed in Doha on Monday. The talks ended without agreement.",
      ["held 2023-03-06 Kenya+Qatar+Somalia @ Doha"],
    ],
    [
      "Japan will host a summit of the leaders of India and Vietnam in Osaka on 20 May.",
      ["scheduled 2023-05-20 India+Japan+Vietnam @ Osaka"],
    ],
    [
      "Peruvian President Marta Quispe met her Ecuadorean counterpart Luis Andrade in Lima on Sunday.",
      ["held 2023-03-05 Luis Andrade+Marta Quispe @ Lima"],
    ],
    [
      "The Norwegian prime minister will fly to Seoul on Friday to meet President Mina Park.",
      ["scheduled 2023-03-10 Mina Park+Norway @ Seoul"],
    ],
    ["Iraq postponed a visit by the Turkish defence minister that had been set for Thursday.", ["cancelled 2023-03-09 Iraq+Turkey"]],
    ["Egypt has proposed a meeting with Ethiopia and Sudan next week.", ["proposed 2023-03-13 Egypt+Ethiopia+Sudan"]],
    [
      "The UN Security Council will meet behind closed doors on Thursday at the request of Brazil.",
      ["scheduled 2023-03-09 UN Security Council"],
    ],
    [
      "Spain's Foreign Minister Elena Sanz spoke by phone with Moroccan Foreign Minister Karim Idrissi on Monday evening.",
      ["held 2023-03-06 Elena Sanz+Karim Idrissi"],
    ],
    [
      "Armenia and Azerbaijan ended three days of talks in Tbilisi on Monday. The two sides will meet again in Batumi on 20 March.",
      ["held 2023-03-06 Armenia+Azerbaijan @ Tbilisi", "scheduled 2023-03-20 Armenia+Azerbaijan @ Batumi"],
    ],
    ["Zambian President Joseph Banda cancelled a trip to Beijing planned for next month.", ["cancelled 2023-04 Joseph Banda @ Beijing"]],
    [
      "Talks on the water dispute between Uzbekistan and Tajikistan collapsed on Tuesday after six hours.",
      ["held 2023-03-07 Tajikistan+Uzbekistan"],
    ],
    ["Thailand said it was ready to meet Cambodia at any time.", ["proposed undated Cambodia+Thailand"]],
    [
      "Lithuania and Latvia could hold talks on the pipeline as early as Friday, the Baltic News Service reported.",
      ["proposed 2023-03-10 Latvia+Lithuania"],
    ],
    [
      "German Chancellor Anna Vogt hosted Polish Prime Minister Piotr Zielinski in Berlin on Friday.",
      ["held 2023-03-03 Anna Vogt+Piotr Zielinski @ Berlin"],
    ],
    [
      "Qatar hosted negotiators from Chad and Niger on Monday for talks chaired by the African Union.",
      ["held 2023-03-06 African Union+Chad+Niger+Qatar"],
    ],
    ["Britain and Argentina agreed to resume talks in Montevideo in June.", ["scheduled 2023-06 Argentina+United Kingdom @ Montevideo"]],
    ["Venezuela walked out of a meeting with Guyana in Georgetown on Monday.", ["held 2023-03-06 Guyana+Venezuela @ Georgetown"]],
    ["Nepal wants talks with India.", ["proposed undated India+Nepal"]],
    [
      "Ministers from Cuba, Haiti and Jamaica gathered in Kingston on Wednesday for a summit on fuel.",
      ["held 2023-03-08 Cuba+Haiti+Jamaica @ Kingston"],
    ],
    ["Kuwait's emir received Omani Foreign Minister Karim Harthi at his palace on Tuesday.", ["held 2023-03-07 Karim Harthi+Kuwait"]],
    ["A summit of Ghana and Togo, planned for 14 March, has been moved to 21 March.", ["scheduled 2023-03-21 Ghana+Togo"]],
    ["Laos and Thailand signed the agreement at a ceremony in Vientiane on Monday.", ["held 2023-03-06 Laos+Thailand @ Vientiane"]],
    [
      "Swedish envoy Mette Holm is due in Baku on Monday for talks with Azerbaijani officials.",
      ["scheduled 2023-03-13 Azerbaijan+Mette Holm @ Baku"],
    ],
    ["Mexican and Guatemalan officials are meeting in Tapachula to discuss migration.", ["ongoing undated Guatemala+Mexico @ Tapachula"]],
    ["North Macedonia and Bulgaria are holding talks in Ohrid this week.", ["ongoing 2023-03-06 Bulgaria+North Macedonia @ Ohrid"]],
    ["A planned meeting between the presidents of Sudan and South Sudan did not take place.", ["cancelled undated South Sudan+Sudan"]],
    ["Cyprus offered to host talks between Israel and Lebanon.", ["proposed undated Cyprus+Israel+Lebanon"]],
    [
      "In a phone call on Tuesday, Brazilian President Clara Nunes and Argentine President Hugo Paz discussed the bridge.",
      ["held 2023-03-07 Clara Nunes+Hugo Paz"],
    ],
    [
      "The African Union's Peace and Security Council held an emergency session in Addis Ababa on Sunday.",
      ["held 2023-03-05 AU Peace and Security Council @ Addis Ababa"],
    ],
    ["Georgian Prime Minister Nino Beridze paid a two-day visit to Ankara last week.", ["held 2023-02-27 Nino Beridze @ Ankara"]],
    [
      "The ministers of Peru and Chile met for two hours in Tacna on Friday and agreed to meet again in April.",
      ["held 2023-03-03 Chile+Peru @ Tacna", "scheduled 2023-04 Chile+Peru"],
    ],
    ["Talks were held in Astana on Monday between Kazakhstan and Mongolia.", ["held 2023-03-06 Kazakhstan+Mongolia @ Astana"]],
    [
      "Malaysia and Brunei met in Miri last Thursday. Thursday's meeting was chaired by Singapore.",
      ["held 2023-03-02 Brunei+Malaysia+Singapore @ Miri"],
    ],
    [
      "Rebel leader Musa Deng told the radio he would attend the peace conference in Juba on 2 April. The conference is hosted by South Sudan.",
      ["scheduled 2023-04-02 Musa Deng+South Sudan @ Juba"],
    ],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    "Norway held a news conference in Vienna on Monday.",
    "Norway did not meet Sweden on Monday.",
    "Further negotiations would be welcome.",
    "The minister talked to reporters in Oslo.",
    "No meeting between Serbia and Kosovo is planned.",
    "The trial of two Kenyan ministers resumed in Mombasa on Monday.",
    "France rejected a call by Mali for direct talks.",
    "Israel and Lebanon have not met since January.",
    "Norwegian Foreign Minister Ana Lund held a news conference after the talks.",
    "The shop sells furniture for meeting rooms. Visitors met delays of up to two hours on Monday.",
  ])("none: %s", (text) => {
    expect(shown(text)).toEqual([]);
  });

  it("does not tell a plan as a fact", () => {
    const [{ modality }] = recordOf("Norway and Sweden will hold talks in Vienna on Friday.").meetings;
    expect(modality.time).toBe("future");
  });
});

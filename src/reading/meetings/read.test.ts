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
    ["Kenya has invited Ethiopia to Nairobi on 20 March.", ["proposed 2023-03-20 Ethiopia+Kenya @ Nairobi"]],
    ["Turkey invited Greece to talks in Ankara.", ["proposed undated Greece+Turkey @ Ankara"]],
    ["The Indus commission will sit in Lahore on Thursday.", ["scheduled 2023-03-09 Indus commission @ Lahore"]],
    [
      "United Nations envoy Clara Roth telephoned both Sudanese generals, Amir Bashir and Omar Nimeri, on Sunday.",
      ["held 2023-03-05 Amir Bashir+Clara Roth+Omar Nimeri"],
    ],
    [
      "In a call with Finnish President Eero Salo on Tuesday, Danish Prime Minister Ulla Friis offered help.",
      ["held 2023-03-07 Eero Salo+Ulla Friis"],
    ],
    ["Negotiators for Mali and Niger returned to Algiers on Monday for a fifth round.", ["held 2023-03-06 Mali+Niger @ Algiers"]],
    ["Serbia and Kosovo are due to resume negotiations in Brussels next Tuesday.", ["scheduled 2023-03-14 Kosovo+Serbia @ Brussels"]],
    ["Peace talks between Yemen's government and the Houthis adjourned on Saturday without a deal.", ["held 2023-03-04 Houthis+Yemen"]],
    [
      "Nigerian Oil Minister Ade Balogun and Angolan counterpart Rui Neto are meeting in Vienna on Wednesday.",
      ["ongoing 2023-03-08 Ade Balogun+Rui Neto @ Vienna"],
    ],
    [
      "The treaty was signed in Lisbon on Friday at a ceremony attended by Portuguese President Rita Vaz and Mozambican President Abel Machel.",
      ["held 2023-03-03 Abel Machel+Rita Vaz @ Lisbon"],
    ],
    ["A delegation from Uruguay visited Havana on Thursday for trade talks with Cuba.", ["held 2023-03-02 Cuba+Uruguay @ Havana"]],
    ["Latvia's parliament speaker, Ilze Kalna, will lead a delegation to Kyiv on 12 March.", ["scheduled 2023-03-12 Ilze Kalna @ Kyiv"]],
    [
      "The presidents of Ghana and Benin met on the sidelines of a regional summit in Dakar on Sunday.",
      ["held 2023-03-05 Benin+Ghana @ Dakar"],
    ],
    ["Vietnam and Laos have agreed to hold a summit in Hue in May.", ["scheduled 2023-05 Laos+Vietnam @ Hue"]],
    ["“I met Prime Minister Ana Ruiz on Monday,” Cuban Foreign Minister Pablo Soto said.", ["held 2023-03-06 Ana Ruiz+Pablo Soto"]],
    ["“We will meet the Syrians in Amman on Sunday,” said Iraqi Water Minister Laith Omar.", ["scheduled 2023-03-12 Iraq+Syria @ Amman"]],
    ["Estonia's president will host her Latvian counterpart in Tartu on Saturday.", ["scheduled 2023-03-11 Estonia+Latvia @ Tartu"]],
    ["Rwandan and Burundian generals held a secret meeting in a border hotel last month.", ["held 2023-02 Burundi+Rwanda"]],
    ["Ecuador wants Peru to attend an emergency summit in Quito this weekend.", ["proposed 2023-03-11 Peru @ Quito"]],
    [
      "The Organization of American States will hold an extraordinary session on Haiti on Friday.",
      ["scheduled 2023-03-10 Organization of American States"],
    ],
    [
      "Canadian Defence Minister Joan Pratt flew to Riga on Tuesday and held talks with Latvian officials.",
      ["held 2023-03-07 Joan Pratt+Latvia @ Riga"],
    ],
    ["Hungary and Slovakia put off Thursday's meeting on the dam until 23 March.", ["scheduled 2023-03-23 Hungary+Slovakia"]],
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
    "Morocco said it had no plans to meet Algeria.",
    "The chess players met in the final on Sunday.",
    "The company met its targets in March.",
    "The lawyers will meet the deadline on Friday.",
    "Spain said the summit had been useful.",
  ])("none: %s", (text) => {
    expect(shown(text)).toEqual([]);
  });

  it("does not tell a plan as a fact", () => {
    const [{ modality }] = recordOf("Norway and Sweden will hold talks in Vienna on Friday.").meetings;
    expect(modality.time).toBe("future");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placesIn } from "./testing.js";

/** "Paris USA city": words, country and precision of each place; "Sake ?" where none is given. */
const read = (text: string, dateline?: string): string[] =>
  placesIn(text, dateline).map(
    ({ anchor, country, precision, unresolved }) => `${anchor[0].exact} ${unresolved === null ? `${country ?? "-"} ${precision}` : "?"}`,
  );

describe("readPlaces", () => {
  it.each([
    // Which of several.
    ["The mill in Troy, N.Y., burned down.", ["Troy USA city"]],
    [
      "A bus crashed near Valencia, officials in Caracas said. Venezuela has had three such crashes.",
      ["Valencia VEN city", "Caracas VEN city"],
    ],
    ["Hail fell on Valencia, the Spanish weather service said.", ["Valencia ESP city"]],
    ["The Lebanese army entered Tripoli at dawn.", ["Tripoli LBN city"]],
    ["Two banks in Moscow, Idaho, were robbed.", ["Moscow USA city", "Idaho USA province"]],
    ["Fighting went on in the Donetsk region.", ["Donetsk UKR province"]],
    ["The province of Córdoba, in Argentina, has no rain.", ["Córdoba ARG province", "Argentina ARG country"]],
    // A party to the talks, not the state of a small town.
    [
      "The U.S. envoy turned down what Norway had asked for at the talks in Geneva. The U.S. says it will answer from Bergen.",
      ["Geneva CHE city", "Bergen NOR city"],
    ],
    // Named otherwise.
    ["Shells fell on Kharkov and on villages in the Donbass.", ["Kharkov UKR city", "Donbass UKR region"]],
    ["Tankers avoid the Bab al-Mandab strait and the Gulf of Aden.", ["Bab al-Mandab strait - region", "Gulf of Aden - region"]],
    ["Fishermen off Sao Tome and Principe sold nets in Côte d’Ivoire.", ["Sao Tome and Principe STP country", "Côte d’Ivoire CIV country"]],
    // States as places.
    ["Troops crossed into Chad from Sudan.", ["Chad TCD country", "Sudan SDN country"]],
    ["The envoy visited Jordan before he left Syria.", ["Jordan JOR country", "Syria SYR country"]],
    ["Villages on Mali's border with Niger were burned.", ["Mali MLI country", "Niger NER country"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    // States, capitals and seats that act.
    ["Washington said that Ankara had agreed."],
    ["The Kremlin rejected Tokyo's offer."],
    ["Relations between Beijing and Canberra are poor."],
    ["France's president told Spain's king that Germany would pay."],
    // Persons.
    ["Chad Brandvik told Jordan Vega that Paris Lindqvist was ill."],
    ["Ms. Vega and Mr. London met Sydney Okafor."],
    // Bodies, papers, treaties, peoples.
    ["The Bank of England and Oxford University backed the Paris Agreement."],
    ["The Washington Post and the Geneva Conventions were cited."],
    ["Georgian and Canadian lawyers spoke English in March."],
  ])("no place: %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("takes a name for the same place throughout", () => {
    const places = placesIn("The dam above Athens, Georgia, broke on Monday.\nAthens has asked for sandbags. Shops in Athens are shut.");
    expect(places.map(({ geonameId }) => geonameId)).toEqual([4180386, 4197000, 4180386, 4180386]);
  });

  it("lets the dateline say which", () => {
    expect(read("Students marched through Cambridge on Monday.", "BOSTON")).toEqual(["Cambridge USA city"]);
    expect(read("Students marched through Cambridge on Monday.", "LONDON")).toEqual(["Cambridge GBR city"]);
  });

  it("says so where nothing tells which", () => {
    const [place] = placesIn("The old mill in Springfield burned down.");
    expect(place === undefined || place.unresolved !== null || place.confidence < 0.75).toBe(true);
  });

  it("knows in whose words a place is named", () => {
    const [said, told] = placesIn("Norway said the ship had left Bergen. A crane fell in Oslo.");
    expect([said.modality.within !== null, told.modality.within]).toEqual([true, null]);
  });

  it.each([
    [""],
    ["IN IN IN, , ( Paris"],
    ["Paris, Paris, Paris, Paris, Texas, Texas"],
    ["in\u0000Paris\u2028of (of) — of the of"],
    ["AT-12 B1/B2 <Paris>&nbsp; 12°N Étienne"],
  ])("does not fail on %j", (text) => {
    expect(() => read(`${text} x`)).not.toThrow();
  });

  it("quotes the words, in order, once each, whatever the text", () => {
    const pieces = [
      "Paris",
      "Georgia",
      "in",
      "the",
      "of",
      ",",
      ".",
      "said",
      "Chad",
      "New York",
      "Kyiv's",
      "(",
      ")",
      "border",
      "Bank",
      "Lake Chad",
      "\n",
      "“",
      "’s",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 }), (words) => {
        const text = `A ${words.join(" ")}`;
        let last = 0;
        for (const { anchor, latitude, longitude, unresolved } of placesIn(text)) {
          const [{ start, end, exact }] = anchor;
          expect(text.slice(start, end)).toBe(exact);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
          expect((latitude === null || longitude === null) === (unresolved !== null)).toBe(true);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

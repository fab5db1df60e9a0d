import { describe, expect, it } from "vitest";
import type { Event, StoryRecord } from "../../model/index.js";
import { readerOf } from "./testing.js";

/**
 * Invented news sentences of 9 March 2027 with what the guidelines want of each, written down before any of them was read: "TYPE status actors > recipients
 * @date", without a date where it is not asked for. A name is given by words that stand in it; "–" is nobody. No lines: no event.
 */
const READ: readonly (readonly [string, readonly string[]])[] = [
  [
    "Kenyan police on Monday arrested two Ugandan journalists who had been filming at the border.",
    ["COERCE occurred police > journalists @2027-03-08"],
  ],
  ["Norway's foreign minister, Ingrid Solberg, accused Chad of arming rebels in Darfur.", ["ACCUSE occurred Solberg > Chad"]],
  ["Chad was accused by Norway of arming rebels.", ["ACCUSE occurred Norway > Chad"]],
  ["Peru and Bolivia accused each other of violating a truce.", ["ACCUSE occurred Peru+Bolivia > Peru+Bolivia"]],
  [
    "The Ghanaian president met his Togolese counterpart in Accra on Sunday to discuss fishing rights.",
    ["CONSULT occurred Ghana+Togo > – @2027-03-07"],
  ],
  ["Peruvian troops who crossed the river on Tuesday seized a Bolivian customs post.", ["COERCE occurred Peru > Bolivia"]],
  ["The European Commission urged Serbia and Kosovo to return to the table.", ["REQUEST occurred European Commission > Serbia+Kosovo"]],
  ["Thousands of farmers marched through Lima on Thursday to protest against a fuel tax.", ["PROTEST occurred farmers > – @2027-03-04"]],
  ["The rebels released 14 hostages after Qatar mediated between them and the government.", ["RETREAT occurred rebels > hostages"]],
  [
    "Japan's Foreign Ministry summoned the Chinese ambassador to protest over the cutting of an undersea cable.",
    ["ACCUSE occurred Foreign Ministry > China"],
  ],
  ["The two presidents agreed to reopen the border crossing at Kasumbalesa.", ["AGREE occurred – > –"]],
  ['"We will not sit down with people who burn our villages," Kenyan Interior Minister Peter Odero said.', ["REJECT occurred Kenya > –"]],
  ["Iran launched its biggest naval exercise in a decade on Wednesday.", ["MOBILIZE occurred Iran > – @2027-03-03"]],
  ["The army shelled the town for hours, forcing hundreds of families to flee.", ["ASSAULT occurred army > –"]],
  ["Denmark's striker fired Brondby into the final with a late strike.", []],
  ["Bombarded with questions, the minister left the hall.", []],
  [
    "Poland arrested a Belarusian diplomat on suspicion of espionage and expelled two of his colleagues.",
    ["COERCE occurred Poland > Belarus", "SANCTION occurred Poland > –"],
  ],
  ["Spain provided 5 million euros in food aid to Niger, where floods have left thousands homeless.", ["AID occurred Spain > Niger"]],
  [
    "Sri Lanka and India signed a deal on Monday allowing Indian trawlers to shelter in Jaffna during storms.",
    ["AGREE occurred Sri Lanka+India > – @2027-03-08"],
  ],
  ["Workers at the port of Mombasa went on strike on Monday over unpaid wages.", ["PROTEST occurred Workers > – @2027-03-08"]],
  ["The minister's attack on his own budget drew laughter in the chamber.", []],
];

/** Of the same table those that are not read so yet; one that comes right fails here and moves up. docs/events.md says what they would take. */
const NOT_YET: typeof READ = [
  ["The rebels' refusal to lay down their arms has delayed the vote.", ["REJECT occurred rebels > –"]],
  ["Six people were killed in a bombing in Bongor, police said.", ["ASSAULT occurred – > people"]],
  [
    "Talks between Ghana and Togo broke down on Friday after the Togolese delegation walked out.",
    ["CONSULT occurred Ghana+Togo > – @2027-03-05", "REJECT occurred Togo > Ghana @2027-03-05"],
  ],
  ["Expelled from Togo in 2025, the Ghanaian ambassador returned to Lome on Monday.", ["SANCTION occurred Togo > Ghana @2025"]],
  ["Kenya said it would send 200 police officers to Haiti next month.", ["AID planned Kenya > Haiti @2027-04"]],
  [
    "Finland threatened to close its border unless Russia stopped the migrants.",
    ["THREATEN occurred Finland > Russia", "COERCE conditional Finland > –"],
  ],
  ["Uganda's parliament approved a loan of 40 million dollars to Burundi.", ["SUPPORT occurred parliament > –"]],
  ["Denmark has promised to deliver two patrol boats to Estonia by June.", ["AGREE planned Denmark > Estonia"]],
  [
    "A drone strike by the Sudanese army killed 12 traders at a market in Nyala on Saturday, the Red Cross said.",
    ["ASSAULT alleged army > traders @2027-03-06"],
  ],
  ["Turkey denied that its jets had bombed a village in northern Iraq.", ["ASSAULT denied Turkey > –"]],
  ["If Greece sends warships, Turkey will close the strait.", ["COERCE conditional Turkey > –"]],
  ["Lawyers for the minister rejected the allegations.", []],
  [
    "Having withdrawn its last battalion from Mali, France handed over the base at Gao to the Malian army.",
    ["RETREAT occurred France > –", "RETREAT occurred France > army"],
  ],
  [
    "Sweden rejected a Russian demand to close the consulate in Malmo.",
    ["REJECT occurred Sweden > Russia", "REQUEST occurred Russia > Sweden"],
  ],
  ["Hungary, which holds the presidency, called off Thursday's meeting with Serbia.", ["REJECT occurred Hungary > Serbia"]],
  ["President Ana Lund of Norway thanked the volunteers and wished them well.", []],
  ["Analysts expect Chad to reject the offer.", []],
  [
    "Ethiopia's prime minister told parliament that Eritrean soldiers had crossed the border and killed 30 villagers in January.",
    ["COERCE alleged Eritrea > Ethiopia", "ASSAULT alleged Eritrea > villagers @2027-01"],
  ],
  [
    "The opposition leader, Marta Quispe, was detained by police at the airport in La Paz late on Sunday.",
    ["COERCE occurred police > Quispe @2027-03-07"],
  ],
  ["The ministry warned that any attack on its ships would be met with force.", ["THREATEN occurred ministry > –"]],
  [
    "The Security Council condemned Monday's attack on a UN convoy in which four peacekeepers died.",
    ["ACCUSE occurred Security Council > –", "ASSAULT occurred – > UN @2027-03-08"],
  ],
  ["Nigeria lifted its ban on Ghanaian rice after talks in Abuja.", ["CONCEDE occurred Nigeria > Ghana"]],
  ["Australia's decision to freeze the assets of three Fijian companies angered Suva.", ["SANCTION occurred Australia > companies"]],
  ["Colombia plans to deploy 3,000 soldiers along the border with Ecuador.", ["MOBILIZE planned Colombia > –"]],
];

const read = readerOf();

const LINE = /^(\S+) (\S+) (.+?) > (.+?)(?: @(\S+))?$/;

function fits({ actors }: StoryRecord, ids: readonly string[], wanted: string): boolean {
  if (wanted === "–") return ids.length === 0;
  const names = ids.map((id) => actors.find((actor) => actor.id === id)?.name ?? "");
  const parts = wanted.split("+");
  return parts.length === names.length && parts.every((part) => names.some((name) => name.includes(part)));
}

/** The lines that no event of the record answers to. */
const unanswered = (record: StoryRecord, lines: readonly string[]): string[] =>
  lines.filter((line) => {
    const [, type, status, actors, recipients, date] = LINE.exec(line) ?? [];
    const answers = (event: Event): boolean =>
      event.type === type &&
      event.status === status &&
      fits(record, event.actors, actors) &&
      fits(record, event.recipients, recipients) &&
      (date === undefined || event.date === date);
    return !record.events.some(answers);
  });

function expectRead(text: string, lines: readonly string[]): void {
  const record = read(text);
  expect(unanswered(record, lines)).toEqual([]);
  if (lines.length === 0) expect(record.events.map(({ type }) => type)).toEqual([]);
}

describe("events of invented news", () => {
  it.each(READ)("reads %s", expectRead);
  it.fails.each(NOT_YET)("does not yet read %s", expectRead);
});

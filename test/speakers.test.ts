/**
 * Whose words they are, over several sentences of invented news: names in parts, offices, bodies under other names, groups. Each row is a text and the
 * speaker of each of its statements in order; "unnamed" and "unknown" as the record says them, several joined by " + ".
 */
import { describe, expect, it } from "vitest";
import { openReader } from "../src/intake/index.js";
import { recordOfText } from "./support.js";

const reader = openReader();

const speakersIn = (text: string): string[] => {
  const { actors, statements } = recordOfText(reader, text, "2027-03-09");
  const name = (id: string): string => actors.find((actor) => actor.id === id)?.name ?? "?";
  return statements.map(({ speaker }) =>
    speaker.kind === "actor" ? [speaker.actor, ...speaker.joint].map(name).join(" + ") : speaker.kind,
  );
};

/** Rows of a text and its speakers. */
function told(what: string, rows: readonly (readonly [text: string, speakers: string[]])[]): void {
  describe(what, () => {
    it.each(rows)("%s", (text, speakers) => {
      expect(speakersIn(text)).toEqual(speakers);
    });
  });
}

told("a name in parts", [
  [
    "The veteran diplomat Hendrik van der Velde arrived on Sunday. Van der Velde said the talks would last a week. “We have time,” van der Velde told reporters.",
    ["Hendrik van der Velde", "Hendrik van der Velde"],
  ],
  [
    "Crown Prince Faisal bin Rashid al-Humaidi met Sheikha Mariam bint Khalid al-Suwaidi on Tuesday. Al-Humaidi said the border would open. Bint Khalid said it would not.",
    ["Faisal bin Rashid al-Humaidi", "Mariam bint Khalid al-Suwaidi"],
  ],
  ["Hungarian opposition leader Szabó Eszter said the vote was rigged. Szabó said she would appeal.", ["Szabó Eszter", "Szabó Eszter"]],
  ["Chinese Vice Premier Wen Jiashan said the tariffs would stay. Wen said China had no choice.", ["Wen Jiashan", "Wen Jiashan"]],
  [
    "Former rebel commander Moussa Ag Dalil arrived on Monday, saying he would hand in his weapons. The former rebel commander told reporters that his men would follow.",
    ["Moussa Ag Dalil", "Moussa Ag Dalil"],
  ],
]);

told("two of one family name", [
  [
    "President Kim Tae-woo and Prime Minister Kim Ji-hye disagreed on Monday. Kim Tae-woo said the tax would rise. Kim Ji-hye said it would not. The president said he would veto the bill. The prime minister said she would resign.",
    ["Kim Tae-woo", "Kim Ji-hye", "Kim Tae-woo", "Kim Ji-hye"],
  ],
  [
    "Finance Minister Maria Chavez said the budget was balanced. Interior Minister Pedro Chavez said the police needed more. Chavez, the interior minister, said that was false.",
    ["Maria Chavez", "Pedro Chavez", "Pedro Chavez"],
  ],
  // Nothing says which of them: no name is better than a wrong one.
  [
    "Finance Minister Maria Chavez said the budget was balanced. Interior Minister Pedro Chavez said the police needed more. Chavez said that was false.",
    ["Maria Chavez", "Pedro Chavez", "unknown"],
  ],
  [
    "Anna Berg and her husband Tomas Berg were arrested on Friday. “I did nothing,” Tomas Berg said. Mrs. Berg said the police lied.",
    ["Tomas Berg", "Anna Berg"],
  ],
  ["Mayor Jordan Lincoln said the town was safe. Officials in Lincoln said otherwise.", ["Jordan Lincoln", "unnamed"]],
]);

told("a body under other names", [
  [
    "The National Union of Dock Workers (NUDW) said on Monday it would strike. The NUDW said 4,000 workers would walk out. The union said talks had failed.",
    Array(3).fill("National Union of Dock Workers"),
  ],
  ["The Movement for Renewal (MORENA-X) won the vote. MORENA-X said it had 61 seats.", ["Movement for Renewal"]],
  [
    "Danish shipping company Brask Lines lost a vessel on Monday. The firm said the crew was safe.",
    ["Danish shipping company Brask Lines"],
  ],
  ["The Supreme Court ruled that the vote was void. The court said new elections must be held.", ["Supreme Court", "Supreme Court"]],
  [
    "Human Rights Watch said the army had shelled the camp. The rights group said 40 people died.",
    ["Human Rights Watch", "Human Rights Watch"],
  ],
  [
    "Israel's military said it struck 12 targets. The Israeli military said two of its men were hurt.",
    ["Israel's military", "Israel's military"],
  ],
  ["Police said the man was armed. Kenyan police said he was dead.", ["Police", "Police"]],
]);

told("a state and what is its own", [
  ["Papua New Guinea's prime minister, Ane Solbakk, said the port was shut.", ["Ane Solbakk"]],
  ["Antigua and Barbuda's foreign ministry said the port was shut.", ["Antigua and Barbuda's foreign ministry"]],
  ["Congolese troops crossed the river. Brazzaville said they had orders.", ["Republic of the Congo"]],
  ["Jordan Peel said he would run. Jordan said he was tired.", ["Jordan Peel", "Jordan Peel"]],
  ["Jordan said the border was shut.", ["Jordan"]],
]);

told("a government", [
  ["Norway closed the port of Kirkenes on Monday. The government said the closure would last a week.", ["Norway"]],
  ["PARIS, March 8 - The government said on Monday that taxes would rise.", ["France"]],
  // Of two states neither is the government that is meant.
  ["Norway and Denmark closed the strait on Monday. The government said the closure would last a week.", ["unnamed"]],
]);

told("whom a function speaks for", [
  ["An Interior Ministry spokesman said six people were held.", ["Interior Ministry"]],
  ["A spokesman for the Interior Ministry said they were free.", ["Interior Ministry"]],
  ["House of Commons Speaker Ian Mole said the vote would be held. He told members that it would be close.", ["Ian Mole", "Ian Mole"]],
  [
    "The head of the Arvenian central bank, Ilse Manden, said rates would rise. The bank said the krone was stable.",
    ["Ilse Manden", "Arvenian central bank"],
  ],
]);

told("a person of whom something new is told", [
  ["A court sentenced former minister Ilja Mostrand on Thursday. The 61-year-old said he would appeal.", ["Ilja Mostrand"]],
  [
    "Sarath Dissabandara refused to leave. The retired general said ballot boxes had been opened.",
    ["Sarath Dissabandara", "Sarath Dissabandara"],
  ],
  [
    "“The mountain came down like water,” said Siti Rohmah, a rice farmer. The mother of three said she had heard a roar.",
    ["Siti Rohmah", "Siti Rohmah"],
  ],
  // An office may be another's.
  ["Sarath Dissabandara refused to leave. The spokesman said ballot boxes had been opened.", ["Sarath Dissabandara", "unnamed"]],
]);

told("a title that the tree cuts in two", [
  ["LSK president Daudi ole Nkaisery said the police had been lent out.", ["Daudi ole Nkaisery"]],
  ["State Police Commissioner Hyacinth Alia-Danladi said his men had come.", ["Hyacinth Alia-Danladi"]],
  ["Judge Petra Haugland said the harbour was not his.", ["Petra Haugland"]],
  ["“We were rammed,” said its director-general, Adm. Rosli Hakimi.", ["Rosli Hakimi"]],
  ["The governor's spokesman, Gyang Bere-Dashe, said help was on the way.", ["Gyang Bere-Dashe"]],
  ["The Election Commission said turnout was high. The Commission said counting was over.", ["Election Commission", "Election Commission"]],
]);

told("who is not named", [
  [
    "Kenya hired police trainers from abroad. A senior police officer, who asked not to be named, said the trainers had been chosen.",
    ["unnamed"],
  ],
  ["A senior diplomat familiar with the talks said the deal was dead.", ["unnamed"]],
  ["Two officials who asked not to be named said it was alive.", ["unnamed"]],
  ["A source close to the minister said he was furious.", ["unnamed"]],
  ["It was announced on Monday that the bridge would close.", ["unknown"]],
]);

told("several together", [
  [
    "Spain and Portugal said they would close the border. Both sides said trade would go on. The two countries said the ban would last a month.",
    Array(3).fill("Spain + Portugal"),
  ],
  [
    "Coal Minister Ane Solbakk met Trade Minister Lars Brask on Monday. The two ministers said the plan was dead. Both said they were sorry.",
    Array(2).fill("Ane Solbakk + Lars Brask"),
  ],
  ["Kenya, Uganda and Tanzania signed the pact. All three countries said it was fair.", ["Kenya + Uganda + Tanzania"]],
  [
    "The African Union and the Arab League said the truce was holding. The two organizations said they would send observers.",
    Array(2).fill("African Union + Arab League"),
  ],
  ["Opposition candidates Rosa Quint and Abel Marsh said the vote was rigged.", ["Rosa Quint + Abel Marsh"]],
  ["Two men said they saw smoke.", ["unnamed"]],
]);

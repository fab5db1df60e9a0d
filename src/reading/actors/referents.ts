import type { Reading } from "../reading.js";
import { appositions } from "./appositions.js";
import { bodyOf, groupOf } from "./bodies.js";
import { type Cast, castOf, mention, stateIn } from "./cast.js";
import type { Description, DescriptionOf, RoleOf } from "./description.js";
import { holderOf, personOf } from "./persons.js";
import { type Antecedent, resolvePronouns, sceneOf } from "./pronouns/index.js";
import type { Referents } from "./referent.js";

/**
 * Who is meant by each description and pronoun. The text is gone through twice: first without its pronouns, then, when it is known whom they
 * mean, with them, since "his ministry" and "its spokesman" hang on that.
 */
export function referentsOf(reading: Reading, descriptions: readonly Description[]): Referents {
  const { corefWeights } = reading.knowledge;
  const resolve = (cast: Cast) => resolvePronouns(sceneOf(reading, cast), corefWeights);
  const first = resolve(gather(reading, descriptions, new Map()));
  const cast = gather(reading, descriptions, first);
  const pronouns = resolve(cast);
  for (const [word, { referents }] of pronouns) cast.at[word] = referents[0] ?? -1;
  return { ...cast, pronouns };
}

/**
 * One pass over the text: names join the referent that bears all their words, states that of their country, bodies that of their name,
 * acronym or head noun, titles without a name the last person of that office, pronouns whom `pronouns` say if that one came before.
 */
function gather(reading: Reading, descriptions: readonly Description[], pronouns: ReadonlyMap<number, Antecedent>): Cast {
  const paired = appositions(reading, descriptions);
  const offices = new Map([...paired].map(([role, person]) => [person, role.role]));
  const cast = castOf(reading);
  const bodies = new Map(descriptions.flatMap((description) => (description.type === "body" ? [[description.head, description]] : [])));
  const read = new Set<Description>();
  const readBody = (description: DescriptionOf<"body">): void => {
    if (read.has(description)) return;
    read.add(description);
    const body = bodyOf(cast, description);
    if (body < 0) return;
    if (description.named) mention(cast, body, description, "name", "body", 0.9);
    else mention(cast, body, description, "description", "back-reference", 0.7);
  };
  for (const description of descriptions) {
    switch (description.type) {
      case "person":
        mentionPerson(cast, description, offices.get(description) ?? null);
        break;
      case "country":
        mentionState(cast, description);
        break;
      case "body":
        readBody(description);
        break;
      case "role": {
        // "a spokesman for the Interior Ministry": whom he speaks for stands behind him.
        const employer = bodies.get(description.role.employer);
        if (employer) readBody(employer);
        const holder = holderOf(cast, description, paired.get(description));
        if (holder >= 0) mention(cast, holder, description, "description", "role", 0.7);
        break;
      }
      case "group":
        mention(cast, groupOf(cast, description), description, "description", "group", 0.6);
        break;
      case "pronoun": {
        const antecedent = pronouns.get(description.head);
        if (antecedent?.referents.length === 1) cast.at[description.head] = cast.at[antecedent.head];
        break;
      }
    }
  }
  return cast;
}

function mentionPerson(cast: Cast, description: DescriptionOf<"person">, apposed: RoleOf | null): void {
  const person = personOf(cast, description, apposed);
  if (person < 0) return;
  mention(cast, person, description, "name", "name", 0.95);
  for (let word = description.range.first; word <= description.range.last; word++) if (cast.at[word] < 0) cast.at[word] = person;
  cast.at[description.head] = person;
}

function mentionState(cast: Cast, description: DescriptionOf<"country">): void {
  const state = stateIn(cast, description.country);
  const isName = description.form === "name" || description.form === "people";
  mention(cast, state, description, "name", description.form, isName ? 0.95 : 0.7);
  for (let word = description.range.first; word <= description.range.last; word++) cast.at[word] = state;
}

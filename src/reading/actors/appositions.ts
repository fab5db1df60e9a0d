import { baseRelOf, formOf, sentenceOf, uposOf, xposOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import type { Description, DescriptionOf } from "./description.js";

type PersonDescription = DescriptionOf<"person">;
type RoleDescription = DescriptionOf<"role">;

/** How many words may stand between a function and the name that follows it behind a comma ("the director of the port in Lomé, Ana Lund,"). */
const REACH = 14;

/**
 * Functions that are a named person's: role descriptions with the person that stands in apposition to them, on either side. By the tree where
 * it says so, and along the line where it does not: a name between commas behind a function ("the ministry's spokesman, Ana Lund, said"), a
 * function behind a name and a comma ("Ana Lund, the ministry's spokesman, said").
 */
export function appositions(reading: Reading, descriptions: readonly Description[]): ReadonlyMap<RoleDescription, PersonDescription> {
  const people = descriptions.filter((description): description is PersonDescription => description.type === "person");
  // An apposition stands in the sentence of its noun. Those whose name has no title yet go first.
  const inSentence = new Map<number, PersonDescription[]>();
  for (const person of [...people.filter(({ role }) => role === null), ...people.filter(({ role }) => role !== null)]) {
    const sentence = sentenceOf(reading.doc, person.head);
    const others = inSentence.get(sentence);
    if (others) others.push(person);
    else inSentence.set(sentence, [person]);
  }
  const pairs = new Map<RoleDescription, PersonDescription>();
  const taken = new Set<PersonDescription>();
  for (const role of descriptions) {
    // "The governor's spokesman, Ana Lund": she is the spokesman.
    if (role.type !== "role" || role.plural || isOwner(reading, role.range.last)) continue;
    const person = inSentence
      .get(sentenceOf(reading.doc, role.head))
      ?.find(
        (other) =>
          !taken.has(other) && (inTree(reading, role, other) || nameBehind(reading, role, other) || nameBefore(reading, role, other)),
      );
    if (!person) continue;
    pairs.set(role, person);
    taken.add(person);
  }
  return pairs;
}

/** Whether the words up to this one are an owner: "the governor" of "the governor's spokesman". */
const isOwner = ({ doc }: Reading, last: number): boolean => last + 1 < doc.length && xposOf(doc, last + 1) === "POS";

const isIn = (word: number, { range }: Description): boolean => word >= range.first && word <= range.last;

function inTree({ doc }: Reading, role: RoleDescription, person: PersonDescription): boolean {
  const relates = (word: number): boolean => ["appos", "flat"].includes(baseRelOf(doc, word));
  return (relates(person.head) && isIn(doc.head[person.head], role)) || (relates(role.head) && isIn(doc.head[role.head], person));
}

function nameBehind({ doc }: Reading, role: RoleDescription, { range }: PersonDescription): boolean {
  const distance = range.first - role.range.last;
  if (
    distance < 2 ||
    distance > REACH ||
    formOf(doc, range.first - 1) !== "," ||
    sentenceOf(doc, role.head) !== sentenceOf(doc, range.first)
  )
    return false;
  if (range.last + 1 < doc.length && !/^[,.]$/.test(formOf(doc, range.last + 1))) return false;
  for (let word = role.range.last + 1; word < range.first - 1; word++) {
    if (["VERB", "AUX", "PUNCT", "CCONJ"].includes(uposOf(doc, word)) && formOf(doc, word) !== "-") return false;
  }
  return true;
}

/** Relations of a function that merely explains the name before it; as the subject of its own verb it is somebody else. */
const EXPLAINING = new Set(["appos", "conj", "dep", "nmod", "flat", "list", "parataxis"]);

function nameBefore({ doc }: Reading, role: RoleDescription, person: PersonDescription): boolean {
  const { last } = person.range;
  if (role.range.first !== last + 2 || formOf(doc, last + 1) !== ",") return false;
  return EXPLAINING.has(baseRelOf(doc, role.head)) || isIn(doc.head[role.head], person);
}

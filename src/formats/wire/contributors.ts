import type { Knowledge } from "./knowledge.js";
import { type People, peopleOf } from "./people.js";

const NOBODY: People = { names: [], agency: null };

/** Longest line of contributors: Reuters names a dozen people in one. */
const LONGEST = 700;

/**
 * Reads a line that names those who wrote a story with others: "(Reporting by A in Oslo; Additional reporting by B; Editing by C)", "— With files
 * from A in Rome", "A in Oslo and B in Rome, Italy, contributed." Editors and photographers are not among the names. Null for other lines.
 */
export function contributorsOf(line: string, knowledge: Knowledge): People | null {
  if (line.length > LONGEST) return null;
  const bare = line.replace(/^[\s([_–—-]+|[\s)\]_]+$/g, "");
  if (knowledge.phrase("clause", bare) !== null) return clausesOf(bare, knowledge);
  const tail = knowledge.phrase("end", bare);
  if (tail === null || tail.row.region !== "contributors" || tail.start === 0) return null;
  const people = peopleOf(bare.slice(0, tail.start), knowledge);
  // "He contributed": a pronoun would pass for somebody of one name.
  return people !== null && people.names.length > 0 && people.names.every((name) => name.includes(" ")) ? people : null;
}

/** Clauses part at semicolons and full stops, or at a comma before the next phrase: "Writing by A, Editing by B". */
function clausesOf(line: string, knowledge: Knowledge): People | null {
  const names: string[] = [];
  let clauses = 0;
  let rest = line;
  while (rest !== "") {
    const phrase = knowledge.phrase("clause", rest);
    if (phrase === null) break;
    clauses++;
    const list = rest.slice(phrase.end).replace(/^[:\s]+/, "");
    const end = endOfClause(list, knowledge);
    if (phrase.row.gives === "writer") names.push(...(peopleOf(list.slice(0, end), knowledge) ?? NOBODY).names);
    rest = list.slice(end).replace(/^[\s,;.]+(?:and\s+)?/, "");
  }
  // What follows the last clause is no part of it: a paragraph may open with "Written by" and go on.
  return clauses > 0 && rest.length < 80 ? { names, agency: null } : null;
}

function endOfClause(list: string, knowledge: Knowledge): number {
  for (const { index, 0: mark } of list.matchAll(/[;,.]\s+(?:and\s+)?|\s+and\s+/g)) {
    if (mark.startsWith(";")) return index;
    if (knowledge.phrase("clause", list.slice(index + mark.length)) !== null) return index;
  }
  return list.length;
}

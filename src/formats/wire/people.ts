import type { Knowledge } from "./knowledge.js";

/** Writers named in a line, in ordinary case, and the agency that they write for. */
export interface People {
  readonly names: readonly string[];
  readonly agency: string | null;
}

const CALENDAR =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)$/i;

/** Where somebody reports from, behind the name: "Ana Lund in Oslo", "Bo Ek at the United Nations". */
const WHEREABOUTS = /\s+(?:in|at|near|from|aboard|on|for|with)\s+(?:the\s+)?\p{Lu}.*$/iu;

/**
 * People of a list such as "Ana Lund in Oslo and Bo Ek, The Canadian Press" or "ANA LUND, BO EK and MARIA DE SOUZA". Places, jobs and agencies are
 * left out. Null if the list holds anything else: then it is no list of people.
 */
export function peopleOf(list: string, knowledge: Knowledge): People | null {
  const [people] = list.replace(/\S+@\S+|@\w+/g, "").split(/\s*\|\s*/);
  const parts = people
    .split(/\s*[,;]\s*(?:and\s+|&\s+)?|\s+(?:and|&)\s+/i)
    .map((part) => part.replace(/^[\s"“(]+|[\s"”).:]+$/g, ""))
    .filter((part) => part !== "");
  const names: string[] = [];
  let agency: string | null = null;
  for (const part of parts) {
    agency ??= knowledge.agencyOf(part);
    const name = withoutFirm(part.replace(WHEREABOUTS, "").trim(), knowledge);
    agency ??= name.agency;
    if (isFurther(name.words, knowledge) || name.words === "") continue;
    if (isName(name.words, knowledge)) names.push(ordinaryCase(name.words, knowledge));
    else if (!/^\p{Lu}[\p{L}.'’-]*$/u.test(name.words)) return null;
    // A single capitalised word is a place ("in Kyiv, Ukraine") unless it stands alone: some people have one name.
    else if (parts.length === 1 && name.words === part && !CALENDAR.test(part)) names.push(ordinaryCase(part, knowledge));
  }
  return { names, agency };
}

/** A part of a list that names no person. */
function isFurther(part: string, knowledge: Knowledge): boolean {
  return knowledge.agencyOf(part) !== null || knowledge.isRole(part) || knowledge.isPlace(part);
}

interface WithoutFirm {
  readonly words: string;
  readonly agency: string | null;
}

/** Takes a job from before a name, with its agency, or an agency from behind it: "Associated Press writers Ana Lund", "BO EK Associated Press". */
function withoutFirm(part: string, knowledge: Knowledge): WithoutFirm {
  const words = part.split(/\s+/);
  for (let length = words.length - 1; length > 0; length--) {
    const firm = words.slice(0, length).join(" ");
    if (!knowledge.isRole(firm)) continue;
    const agency = knowledge.agencyOf(firm) ?? knowledge.agencyOf(words.slice(0, length - 1).join(" "));
    return { words: words.slice(length).join(" "), agency };
  }
  for (let length = words.length - 2; length > 0; length--) {
    const agency = knowledge.agencyOf(words.slice(-length).join(" "));
    if (agency !== null) return { words: words.slice(0, -length).join(" "), agency };
  }
  return { words: part, agency: null };
}

function isName(phrase: string, knowledge: Knowledge): boolean {
  const words = phrase.split(/\s+/);
  if (words.length < 2 || words.length > 6 || words.some((word) => CALENDAR.test(word))) return false;
  return words.every((word, i) => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) || (knowledge.isParticle(word) && i < words.length - 1));
}

/** "ANA O'NEIL-MCGEE" → "Ana O'Neil-McGee". Words that are not all capitals stay as they are, and so do initials. */
export function ordinaryCase(name: string, knowledge: Knowledge): string {
  const words = name.split(/\s+/);
  if (/\p{Ll}{2}/u.test(name.replace(/\bMa?c(?=\p{Lu})/gu, ""))) return words.join(" ");
  return words
    .map((word, i) => {
      if (i > 0 && i < words.length - 1 && knowledge.isParticle(word)) return word.toLowerCase();
      if (/^(?:\p{L}\.)+$/u.test(word)) return word;
      return word
        .toLowerCase()
        .replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
        .replace(/(?<![\p{L}\p{M}])Mc\p{L}/gu, (start) => `Mc${start.slice(2).toUpperCase()}`);
    })
    .join(" ");
}

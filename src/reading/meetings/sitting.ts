import { baseRelOf, formOf, lemmaOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import type { Draft } from "../statements/index.js";
import { dependents, ownSubject } from "../syntax.js";
import type { Mention } from "./mentions.js";

/**
 * Who sat in the sitting that a whole story reports: in a summary of a council's meeting ("The meeting began at 10 a.m."), the council whose act the
 * story opens with, and all who speak in it. Null where the story is none.
 */
export function sitters(
  reading: Reading,
  referents: Referents,
  { word, takes }: Mention,
  statements: readonly Draft[],
): readonly number[] | null {
  const { doc, syntax } = reading;
  const verb = doc.head[word];
  const isTold = verb >= 0 && baseRelOf(doc, word) === "nsubj" && BOUNDS.has(lemmaOf(doc, verb));
  const isThe = dependents(syntax, word).some((i) => i < word && formOf(doc, i).toLowerCase() === "the");
  if (takes !== null || !isTold || !isThe) return null;
  const council = councilOf(reading, referents);
  if (council < 0) return null;
  const speakers = statements.flatMap(({ source }) => (source.kind === "referent" ? [source.referent, ...source.joint] : []));
  const parties = speakers.flatMap((referent) => {
    const { hidden, name, standsFor, kind } = referents.all[referent];
    if (name === null && standsFor >= 0) return [standsFor];
    return hidden || name === null || kind === "group" ? [] : [referent];
  });
  return [...new Set([council, ...parties])];
}

/** Verbs that tell when a sitting was. */
const BOUNDS = new Set(["begin", "start", "open", "end", "adjourn", "close", "rise", "conclude", "last", "resume"]);

/** Names of bodies that sit. */
export const SITS = /\b(?:council|committee|assembly|board|commission|parliament|chamber|panel|tribunal)\b/i;

/** The body that sits, which is the subject of the first sentence that tells of one; -1 where another subject comes first. */
function councilOf({ doc, syntax, story }: Reading, { all, at }: Referents): number {
  const headlines = story.regions.filter(({ type }) => type === "headline");
  for (let word = 0; word < doc.length; word++) {
    if (doc.head[word] >= 0 || headlines.some(({ start, end }) => start <= doc.start[word] && doc.start[word] < end)) continue;
    const subject = ownSubject(syntax, word);
    if (subject < 0) continue;
    // "The Council today extended": "today" is the subject to some trees.
    const head = at[subject] < 0 ? dependents(syntax, subject).find((i) => i < subject && at[i] >= 0) : subject;
    if (head === undefined) return -1;
    const referent = at[head];
    return referent >= 0 && all[referent].kind === "organization" && SITS.test(all[referent].name ?? "") ? referent : -1;
  }
  return -1;
}

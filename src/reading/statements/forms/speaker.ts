import { formOf, lemmaOf, uposOf, type WordRange } from "../../../language/index.js";
import type { Referents } from "../../actors/index.js";
import type { Reading } from "../../reading.js";

/** Words that a source beside a colon may have: "Norway's fisheries minister". */
const LONGEST = 8;

/** The noun that heads a short phrase without a verb, as it stands in headlines, where trees are doubtful: the last before a preposition; -1 for none. */
export function headOfPhrase({ doc }: Reading, { first, last }: WordRange): number {
  if (last < first || last - first >= LONGEST) return -1;
  let head = -1;
  let isOver = false;
  for (let word = first; word <= last; word++) {
    const tag = uposOf(doc, word);
    if (["VERB", "AUX", "PRON", "SCONJ"].includes(tag) || /^[“”"‘;:!?]$/.test(formOf(doc, word))) return -1;
    if (tag === "ADP" && head >= 0) isOver = true;
    if (["NOUN", "PROPN"].includes(tag) && !isOver) head = word;
  }
  return head;
}

/** What may stand beside a colon: somebody who speaks, one of whom that is sure only where words are quoted ("Norway: …"), or nobody who speaks. */
export type Voice = "speaker" | "perhaps" | "none";

export function voiceOf({ doc, knowledge: { lexicon } }: Reading, { all, at }: Referents, head: number): Voice {
  if (head < 0) return "none";
  const referent = at[head] >= 0 ? all[at[head]] : null;
  if (referent !== null) {
    // "Norway: strike is over" tells where; "Kremlin: no talks" tells who.
    const named = referent.kind === "state" && referent.mentions.some((mention) => mention.head === head && mention.rule === "actors/name");
    return named ? "perhaps" : "speaker";
  }
  const form = formOf(doc, head).toLowerCase();
  const lemma = lemmaOf(doc, head).toLowerCase();
  const isPersonal = lexicon.roleNouns.has(lemma) || lexicon.groupNouns.has(form) || lexicon.bodyNouns.has(lemma);
  const kind = (lexicon.media.get(form) ?? lexicon.media.get(lemma))?.kind;
  if (isPersonal || kind === "document") return "speaker";
  return uposOf(doc, head) === "PROPN" || /^\p{Lu}/u.test(formOf(doc, head)) ? "perhaps" : "none";
}

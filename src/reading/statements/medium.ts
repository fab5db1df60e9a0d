import { baseRelOf, formOf, lemmaOf, spanOf, uposOf } from "../../language/index.js";
import { foldKey } from "../../lexicon/index.js";
import { type Anchor, quoteAt, type Span } from "../../model/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents, nounPhrase } from "../syntax.js";
import { isTemporal } from "./cues/temporal.js";
import type { Draft } from "./drafts.js";
import { covers } from "./quoted.js";

/** Prepositions of occasions and channels: "in a statement", "on Telegram", "by telephone", "at a briefing". */
const PREPOSITIONS = new Set(["in", "on", "at", "by", "via", "during", "through", "over", "to"]);

/** Whether a word names an agency or a paper: "told AFP" says through whom it came, not to whom it was said. */
export function isNewsOrganization({ doc, knowledge: { phrasebook, lexicon } }: Reading, word: number): boolean {
  const entry = phrasebook.entries.get(foldKey(formOf(doc, word)));
  return entry?.kind === "organization" && lexicon.organizations.get(entry.organization)?.kind === "media";
}

/** How or to what audience it was said ("told reporters", "in a statement"), where the table of media knows the noun; null for none. */
export function mediumOf(reading: Reading, { cue, content }: Draft): Anchor | null {
  const { doc, syntax, story, knowledge } = reading;
  const kindOf = (word: number): string | undefined => {
    if (isNewsOrganization(reading, word)) return "audience";
    const before = word > 0 ? `${formOf(doc, word - 1)} ${formOf(doc, word)}`.toLowerCase() : "";
    const table = knowledge.lexicon.media;
    return (
      table.get(before) ??
      table.get(formOf(doc, word)) ??
      table.get(formOf(doc, word).toLowerCase()) ??
      table.get(lemmaOf(doc, word))
    )?.kind;
  };
  for (const word of dependents(syntax, cue.word)) {
    const kind = kindOf(word);
    if (kind === undefined) continue;
    const span = spanOf(doc, word);
    if (covers(content, span)) continue;
    const relation = baseRelOf(doc, word);
    const { first, last } = nounPhrase(syntax, word);
    if ((relation === "obj" || relation === "iobj") && word > cue.word && cue.frame.object === "addressee") {
      const { start } = spanOf(doc, cue.word);
      return [quoteAt(story.text, start, spanOf(doc, endOfMedium(reading, content, word, last)).end)];
    }
    const governor = caseOf(syntax, word) ?? "";
    // "in a statement", but not "on a conciliatory note".
    if (relation === "obl" && PREPOSITIONS.has(governor) && (kind !== "document" || governor === "in")) {
      const end = endOfMedium(reading, content, word, Math.max(first, last));
      return [quoteAt(story.text, spanOf(doc, syntax.left[word]).start, spanOf(doc, end).end)];
    }
  }
  return null;
}

/**
 * The last word of a medium: before what is said, which a tree may hang on it ("told a news conference that the port was shut"), and before the day on which it
 * was said ("told reporters on Tuesday").
 */
function endOfMedium({ doc, syntax, knowledge: { lexicon } }: Reading, content: readonly Span[], head: number, last: number): number {
  for (let word = head + 1; word <= last; word++) {
    const isSaid = content.some(({ start, end }) => start < doc.end[word] && doc.start[word] < end);
    if (isSaid || isTemporal(syntax, lexicon, word)) {
      let end = word - 1;
      while (end > head && ["ADP", "DET", "PUNCT", "SCONJ"].includes(uposOf(doc, end))) end--;
      return end;
    }
  }
  return last;
}

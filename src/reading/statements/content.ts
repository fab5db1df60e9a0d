import { baseRelOf, formOf, sentenceOf, wordsOf } from "../../language/index.js";
import { overlaps, type Span } from "../../model/index.js";
import { caseOf, dependents, nounPhrase, type Syntax } from "../syntax.js";
import { hasClauseBehind, inverted, resumed } from "./closing.js";
import { addresseeOf, complementContent, passiveContent } from "./complement.js";
import type { Content, Context } from "./content-context.js";
import type { CueCandidate } from "./cues/index.js";
import { isBehindColon, isWholeClause, quotedBehind } from "./opening.js";
import { tidy } from "./tidy.js";

/**
 * Content of a cue, or null where there is none ("told a different story"). Tries, in this order: the dependents that the cue's frame
 * licenses; words before the cue that it closes (`"…," she said`, `The ceasefire had failed, he added`); a quotation that touches it.
 */
export function contentOf(context: Context, cue: CueCandidate): Content | null {
  if (cue.kind === "phrase") return phraseContent(context, cue);
  if (cue.kind === "noun") return nounContent(context, cue);
  return verbContent(context, cue);
}

function verbContent(context: Context, cue: CueCandidate): Content | null {
  const { syntax } = context;
  const addressee = addresseeOf(syntax, cue);
  const after = cue.passive ? passiveContent(context, cue) : complementContent(context, cue);
  const quoted = quotedBehind(context, cue);
  const hasContent = after !== null && (after.rule !== "statements/ccomp" || hasClauseBehind(context.syntax, cue));
  const closed = inverted(context, cue, hasContent);
  // A clause behind the cue is its content, unless what stands before is a whole sentence in quotation marks.
  const governs =
    after?.rule === "statements/ccomp" && hasClauseBehind(context.syntax, cue) && !(closed && isWholeQuotation(context, closed));
  const before = governs ? null : closed;
  if (quoted && !after?.spans.some((span) => overlaps(span, quoted))) {
    // "A," he said, "B" is one statement; `…, he warned: "B"` says B, whatever stands before.
    const both =
      before !== null && /["”’']$/.test(context.syntax.doc.text.slice(before.start, before.end)) && !isBehindColon(context, quoted);
    return { spans: both ? [before, quoted] : [quoted], rule: "statements/quoted", addressee, confidence: 0.9 };
  }
  if (before) {
    // "A," he said, "B": what follows the interruption belongs to the same sentence.
    const rest = resumed(context, cue, before);
    return { spans: rest ? [before, rest] : [before], rule: "statements/inverted", addressee, confidence: 0.9 };
  }
  if (after) return { ...after, addressee };
  return null;
}

const isWholeQuotation = ({ syntax: { doc }, quotations }: Context, span: Span): boolean =>
  quotations.some((q) => q.start <= span.start && span.end <= q.end && isWholeClause(doc.text, q));

function nounContent(context: Context, cue: CueCandidate): Content | null {
  const { syntax } = context;
  const { doc } = syntax;
  const head = doc.head[cue.word];
  const around = [...dependents(syntax, cue.word), ...(cue.words.length > 1 && head >= 0 ? dependents(syntax, head) : [])];
  const licensed = around.find((i) => {
    if (i < cue.word || i === cue.source) return false;
    const relation = baseRelOf(doc, i);
    const marker = caseOf(syntax, i);
    if (relation === "acl" || relation === "advcl" || relation === "ccomp" || relation === "xcomp") {
      if (marker === "to") return cue.frame.takes.has("inf");
      if (marker === "that") return cue.frame.takes.has("clause");
      return marker !== null && cue.frame.takes.has(marker);
    }
    return (relation === "nmod" || relation === "obl") && marker !== null && cue.frame.takes.has(marker);
  });
  if (licensed === undefined) return null;
  const marker = caseOf(syntax, licensed);
  const first = syntax.left[licensed] + (marker !== null && marker !== "to" && marker !== "that" ? 1 : 0);
  const span = tidy(context, first, syntax.right[licensed]);
  return span && { spans: [span], rule: "statements/noun", addressee: -1, confidence: 0.55 };
}

/** The rest of the sentence or clause that "according to X" stands in, on whichever sides of it. */
function phraseContent(context: Context, cue: CueCandidate): Content | null {
  const { syntax } = context;
  const { doc } = syntax;
  const { first, last } = wordsOf(doc, sentenceOf(doc, cue.word));
  const source = nounPhrase(syntax, cue.source);
  const named = context.nameAround(cue.source);
  const phraseEnd = Math.max(source.last, named?.last ?? 0, ...cue.words);
  const end = Math.max(phraseEnd, relativeEnd(syntax, cue.source, phraseEnd));
  const before = cue.word > first ? tidy(context, first, cue.word - 1) : null;
  const after = end < last ? tidy(context, end + 1, last) : null;
  const spans = [before, after].filter((span): span is Span => span !== null && /[\p{L}\p{N}]/u.test(doc.text.slice(span.start, span.end)));
  return spans.length === 0 ? null : { spans, rule: "statements/phrase", addressee: -1, confidence: 0.8 };
}

/** End of a source's relative clause or participle ("a note seen by Reuters"), which is neither source nor content. */
function relativeEnd(syntax: Syntax, source: number, phraseEnd: number): number {
  const { doc } = syntax;
  // ", who said …": whatever the tree hangs it on, it goes on to the next comma.
  const { last } = wordsOf(doc, sentenceOf(doc, source));
  let behind = phraseEnd + 1;
  if (behind + 1 < last && formOf(doc, behind) === "," && /^(?:who|which|whose|whom)$/i.test(formOf(doc, behind + 1))) {
    behind += 2;
    while (behind < last && formOf(doc, behind) !== ",") behind++;
  } else behind = source;
  return Math.max(
    behind,
    ...dependents(syntax, source)
      .filter((i) => i > source && baseRelOf(syntax.doc, i) === "acl")
      .map((i) => syntax.right[i]),
  );
}

import type { Span } from "../../model/index.js";
import type { Direction } from "./construct.js";
import type { Cues } from "./vocabulary.js";

/** How many words on each side are looked at: longer than nearly all clauses, and bounded. */
const REACH = 24;
const BOUNDARY = new Set([
  ";",
  ":",
  "“",
  "”",
  '"',
  "—",
  "–",
  "(",
  ")",
  "that",
  "who",
  "which",
  "while",
  "because",
  "when",
  "if",
  "but",
  "where",
  "whether",
  "after",
  "although",
]);
const NOT_INFINITIVE =
  /^(?:the|a|an|his|her|its|their|our|my|your|this|that|these|those|all|both|some|any|no|one|two|three|\d.*|.*ing|.*s)$/;
const DETERMINERS = /^(?:the|a|an|this|next|last|early|late|mid|his|her|its|their|\p{L}+['’]s)$/u;
const PRONOUN = /^(?:he|she|it|they|we|you|i)$/;
/** Between a verb of saying and its own time there are an addressee, a place or an occasion only: "told reporters in Geneva on Tuesday". */
const SAYING_GAP =
  /^(?:(?:reporters|journalists|lawmakers|parliament|state|local|national|television|tv|radio|media|\p{Lu}[\p{L}.-]*)\s?){0,3}(?:(?:in|at|during|from|through|via|by|to|on|late|early|of)(?:\s[\p{L}\d.'’-]+){0,4}\s?){0,3}$/u;

interface Word {
  /** In small letters. */
  readonly lower: string;
  readonly raw: string;
}

const BRACKETS = /\([^()]{0,80}\)/g;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*|['’]ll\b|[^\s]/gu)].map(([raw]) => ({
    raw,
    lower: raw.toLowerCase().replace(/’/g, "'"),
  }));
}

/**
 * Where the clause around `span` stands in time, by its words alone: "officials had been due to meet on Friday" is forward, "talks on Thursday
 * would show" as well, "said on Friday that it will" is back. Used where there is no parse; looks at no more than the sentence.
 */
export function directionByWords(text: string, sentence: Span, span: Span, cues: Cues): Direction {
  // What stands in brackets is no part of the clause: "at 6 a.m. (0400 GMT) on Friday".
  const leftText = text.slice(Math.max(sentence.start, span.start - 240), span.start).replace(BRACKETS, " ");
  const rightText = text.slice(span.end, Math.min(sentence.end, span.end + 240)).replace(BRACKETS, " ");
  const left = wordsOf(leftText).slice(-REACH);
  const right = wordsOf(rightText).slice(0, REACH);

  const beside = adjacent(left, cues);
  if (beside === "forward" || beside === "back") return beside;
  const before = leftward(left, cues, leftText, /^['’]s\b/.test(rightText));
  if (before === "back" || before === "forward") return before;
  const clause = left.slice(left.findLastIndex(({ lower }) => BOUNDARY.has(lower)) + 1);
  const opensClause = clause.every(({ lower }) => DETERMINERS.test(lower) || /^(?:on|in|at|by|from|[“"(])$/.test(lower));
  const behind = rightward(right, cues, opensClause);
  if (behind !== "open") return behind;
  // "By" and "before" also bound what is past ("by Friday ten people had died"), so the verbs come first.
  if (beside === "bound") return "forward";
  return before === "said" ? "back" : "open";
}

/** Cues right before the time, articles aside: "until", "ahead of", "set for", "since"; "bound" for "by" and "before". */
function adjacent(left: readonly Word[], cues: Cues): Direction | "bound" | null {
  let i = left.length - 1;
  while (i >= 0 && DETERMINERS.test(left[i].lower)) i--;
  if (i < 0) return null;
  const two = i > 0 ? `${left[i - 1].lower} ${left[i].lower}` : "";
  const three = i > 1 ? `${left[i - 2].lower} ${two}` : "";
  if (cues.adjacent.has(left[i].lower) || cues.adjacent.has(two) || cues.adjacent.has(three)) {
    return left[i].lower === "by" || left[i].lower === "before" ? "bound" : "forward";
  }
  if (left[i].lower === "since") return "back";
  const behindPreposition = /^(?:for|on|in|to|at|until|by|during)$/.test(left[i].lower) ? i - 1 : i;
  return behindPreposition >= 0 &&
    cues.timetable.has(stem(left[behindPreposition].lower, cues.timetable)) &&
    !isPronoun(left[behindPreposition - 1])
    ? "forward"
    : null;
}

/** "They set on Friday" is no timetable; "is set", "talks set" are. Pronouns before make it a verb of the past. */
const isPronoun = (word: Word | undefined): boolean => word !== undefined && PRONOUN.test(word.lower);

/**
 * The nearest verb before the time, in its clause. "said" where that is a verb of saying whose words the time may belong to; `possessive` tells that
 * the time is the owner of the noun behind it.
 */
function leftward(left: readonly Word[], cues: Cues, text: string, possessive: boolean): Direction | "said" {
  for (let i = left.length - 1; i >= 0; i--) {
    const { lower, raw } = left[i];
    if (BOUNDARY.has(lower)) return "open";
    if (lower === "," && i < left.length - 1 && /^(?:and|but|said|he|she|it|they|who|which)$/.test(left[i + 1].lower)) return "open";
    if (isModal(lower, cues)) return "forward";
    if (lower === "to" && i + 1 < left.length && /^\p{Ll}/u.test(left[i + 1].raw) && !NOT_INFINITIVE.test(left[i + 1].lower)) {
      const governor = left[i - 1]?.lower ?? "";
      if (cues.aspectual.has(stem(governor, cues.aspectual))) return isPast(governor, cues) ? "back" : "open";
      if (cues.governor.has(stem(governor, cues.governor)) || /^(?:is|are|was|were|be)$/.test(governor)) return "forward";
      // "called on both governments to convene by 30 September": the one who is to act stands between.
      if (left.slice(Math.max(0, i - 6), i).some((word) => cues.governor.has(stem(word.lower, cues.governor)))) return "forward";
      continue;
    }
    if (isPast(lower, cues)) {
      // "will be held", "to be announced": the participle's time is its auxiliary's.
      const group = left.slice(Math.max(0, i - 6), i);
      const modal = group.findLastIndex((word) => isModal(word.lower, cues));
      if (modal >= 0 && !group.slice(modal).some((word) => BOUNDARY.has(word.lower) || word.lower === ",")) return "forward";
      if (/^(?:be|being)$/.test(left[i - 1]?.lower ?? "") && left[i - 2]?.lower === "to") return "forward";
      if (cues.reporting.has(stem(lower, cues.reporting)) || lower === "said" || lower === "told" || lower === "wrote") {
        const at = text.toLowerCase().replace(/’/g, "'").lastIndexOf(lower);
        // "said Thursday's vote would go ahead": the vote's time, not the saying's.
        return !possessive && at >= 0 && SAYING_GAP.test(text.slice(at + raw.length).trim()) ? "back" : "said";
      }
      return "back";
    }
    if ((lower === "is" || lower === "are") && /ing$/.test(left[i + 1]?.lower ?? "")) return "forward";
    if (lower === "has" || lower === "have") return "back";
    if (left[i - 1]?.lower === "to") continue;
    if (isPresent(lower, raw, cues.scheduled) || isPresent(lower, raw, cues.expecting)) return "forward";
    const beside = left
      .slice(i + 1)
      .every((word) => DETERMINERS.test(word.lower) || /^(?:on|in|at|by|from|until|effect)$/.test(word.lower));
    if (beside && isPresent(lower, raw, cues.nounLike)) return "forward";
  }
  return "open";
}

/** The first verb behind the time, where none stood before it: "On Friday the envoy will …", "talks on Thursday would …". */
function rightward(right: readonly Word[], cues: Cues, opensClause: boolean): Direction {
  let commas = 0;
  for (let i = 0; i < right.length; i++) {
    const { lower } = right[i];
    if (BOUNDARY.has(lower) || (i === 0 && PRONOUN.test(lower) && !opensClause)) return "open";
    if (lower === "," && ++commas > (opensClause ? 1 : 0)) return "open";
    if (isModal(lower, cues)) return "forward";
    if (isPast(lower, cues)) return cues.timetable.has(stem(lower, cues.timetable)) ? "forward" : "back";
    if (/^(?:is|are)$/.test(lower)) {
      const next = right[i + 1]?.lower ?? "";
      return next === "to" || cues.governor.has(stem(next, cues.governor)) ? "forward" : "open";
    }
    if (lower === "has" || lower === "have") return "back";
  }
  return "open";
}

/** "expires", "meet": a form of the present, in small letters. */
const isPresent = (lower: string, raw: string, list: ReadonlySet<string>): boolean =>
  /^\p{Ll}/u.test(raw) &&
  [lower, lower.replace(/s$/, ""), lower.replace(/es$/, ""), lower.replace(/ies$/, "y")].some((form) => list.has(form));

const isModal = (word: string, cues: Cues): boolean =>
  cues.modal.has(word) || (/(?:n't|'ll)$/.test(word) && (word.endsWith("'ll") || cues.modal.has(word.slice(0, -3))));

const isPast = (word: string, cues: Cues): boolean =>
  cues.preterite.has(word) ||
  (/\p{L}{2}ed$/u.test(word) && !/(?:eed|united|hundred|sacred|red|bed|led-)$/.test(word) && !word.includes("-"));

/** The form of a verb that the list holds: "scheduled" → "schedule", "plans" → "plan"; the word itself where none fits. */
function stem(word: string, list: ReadonlySet<string>): string {
  const forms = [
    word,
    word.replace(/s$/, ""),
    word.replace(/es$/, ""),
    word.replace(/ed$/, ""),
    word.replace(/d$/, ""),
    word.replace(/(.)\1ed$/, "$1"),
    word.replace(/ied$/, "y"),
    word.replace(/ing$/, ""),
    word.replace(/ing$/, "e"),
  ];
  if (word === "began" && list.has("begin")) return "begin";
  return forms.find((form) => list.has(form)) ?? word;
}

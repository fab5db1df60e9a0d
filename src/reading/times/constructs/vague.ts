import { type Construct, GAP } from "../construct.js";
import { CUED, resolved } from "../resolution.js";
import { fold } from "../vocabulary.js";

/** What may follow "in the past" where it is a time: not a noun ("the past government"). */
const GOES_ON =
  /^(?:\s*[.,;:!?)”"’—–]|\s*$|\s+(?:that|as|and|or|but|to|for|with|because|when|if|he|she|it|they|we|is|was|were|has|had|have|will|would|by|over|at|in|on|which|who|been)\b)/i;

/** "now", "in the past", "recently": references without a place on the calendar. The lexicon says which of them the record lists. */
export const vague: Construct = {
  name: "vague",
  needs: ({ vague: phrase }) => phrase,
  pattern: ({ vague: phrase }) => `(?<phrase>${phrase})`,
  read: ({ groups, before, after }, { vagueTimes }) => {
    const phrase = fold(groups.phrase ?? "");
    const time = vagueTimes.get(phrase);
    if (time === undefined || /^-/.test(after)) return null;
    // "Now" that only moves a speech on ("Now, look", "now that …") names no time.
    if (phrase === "now" && (/^\s+that\b/.test(after) || (/^,/.test(after) && /(?:^|[.!?“"])\s*$/.test(before)))) return null;
    if (
      (phrase === "the past" || phrase === "the future") &&
      (!GOES_ON.test(after) || !/\b(?:in|of|from|for|into|than|to|about)\s+$/i.test(before))
    )
      return null;
    return {
      type: time.type,
      skip: time.kept ? null : "vague",
      resolve: () => resolved(time.value, time.type === "DATE" ? "vague" : null, CUED),
    };
  },
};

/** "later", "a later date", "at some point", "in due course": words that only order things in time. */
export const ordering: Construct = {
  name: "ordering",
  needs: () => "later|some|due",
  pattern: () => `(?:a${GAP}later${GAP}(?:time|date|stage)|some${GAP}(?:time|day)|at${GAP}some${GAP}point|in${GAP}due${GAP}course)`,
  read: () => ({ type: "DATE", skip: "vague", resolve: () => resolved("FUTURE_REF", "vague", 0.5) }),
};

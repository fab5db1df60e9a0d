import { type Construct, GAP } from "../construct.js";
import { atPart, NO_DAY, unresolved } from "../resolution.js";
import { fold, partMod } from "../vocabulary.js";

/** "in the morning", "later in the evening", "in the early afternoon": of the day that the text is at, or of the story's. "At night" is any. */
export const partOfDay: Construct = {
  name: "part-of-day",
  needs: ({ part }) => part,
  pattern: ({ part }) => `(?:in|during|by)${GAP}the${GAP}(?:(?<edge>early|late)${GAP})?(?<part>${part})(?!s)`,
  read: ({ groups, text, start, after }, { names }) => {
    if (/^(?:-|\s+of\b)/.test(after)) return null;
    const code = names.get(fold(groups.part ?? "")) ?? "";
    return {
      type: "TIME",
      mod: partMod(groups.edge),
      dependent: true,
      start: start + text.toLowerCase().indexOf("the"),
      resolve: (context) => {
        const day = context.focusDay("around") ?? context.published?.day ?? null;
        return day === null ? unresolved(NO_DAY) : atPart(day, code, 0.6);
      },
    };
  },
};

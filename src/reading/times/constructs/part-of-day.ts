import { type Construct, GAP } from "../construct.js";
import { atPart, NO_DAY, unresolved } from "../resolution.js";
import { fold, partMod } from "../vocabulary.js";
import { resolveWeekday } from "./weekday.js";

/** "the early hours of Monday", "at dawn on Sunday", "before dusk on 3 May": a part of the day that a weekday behind it names. */
export const hoursOf: Construct = {
  name: "hours-of",
  needs: () => "hours|dawn|dusk|sunrise|sunset",
  pattern: ({ weekday }) =>
    `(?:the${GAP}(?:early|small|wee)${GAP}hours${GAP}(?:of${GAP})?|(?<light>dawn|sunrise|daybreak|dusk|sunset|nightfall)${GAP}(?:on|of)${GAP})(?<weekday>${weekday})(?:${GAP}morning)?`,
  read: ({ groups }, { weekdays }) => {
    const name = groups.weekday ?? "";
    if (!/^\p{Lu}/u.test(name)) return null;
    const code = /^(?:dusk|sunset|nightfall)$/i.test(groups.light ?? "") ? "EV" : "MO";
    return {
      type: "TIME",
      mod: groups.light === undefined ? "START" : null,
      resolve: (context) => {
        const day = resolveWeekday(context, weekdays.get(name.toLowerCase()) ?? 0);
        return day.point?.day == null ? day : atPart(day.point.day, code, day.confidence);
      },
    };
  },
};

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

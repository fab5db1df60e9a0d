import type { Construct } from "../construct.js";
import { resolved } from "../resolution.js";

/** "Sunday Times", "Black Monday", "day and night": names and phrases that hold a word for a time. Found so that no rule reads the word. */
export const exception: Construct = {
  name: "exception",
  needs: ({ exceptionWord }) => exceptionWord,
  pattern: ({ exception: phrase }) => phrase,
  read: () => ({ type: "DATE", skip: "name", resolve: () => resolved("", "vague") }),
};

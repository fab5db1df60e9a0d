export const INPUT_ERROR_CODES = [
  /** Nothing but white space. */
  "empty",
  /** A PDF, a picture, an archive, a program … */
  "binary",
  /** Text in no encoding that could be made out. */
  "not-text",
  /** More than a news story can be. */
  "too-large",
  /** Text, but no story in it: a page without an article, a line without words. */
  "no-story",
  /** A line of JSONL that is no story object. */
  "bad-line",
  /** A line of JSONL with a date that is none. */
  "bad-date",
] as const;
export type InputErrorCode = (typeof INPUT_ERROR_CODES)[number];

/**
 * Why an input, or one line of it, gave no story. A result like any other, since the rest of the input goes on: `storiesOf` yields it
 * and never throws it. The message is one sentence for the user: what is wrong and what to do about it, behind the input's name.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly code: InputErrorCode;
  /** Name of the input, with ":7" for line 7 of a JSONL file; "input" where it has none. */
  readonly input: string;

  constructor(code: InputErrorCode, input: string, reason: string) {
    super(`${input}: ${reason}`);
    this.code = code;
    this.input = input;
  }
}

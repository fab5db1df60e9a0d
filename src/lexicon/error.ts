/** What is wrong at one place of a table. */
export interface LexiconProblem {
  readonly file: string;
  /** From 1; null where the whole file is meant. */
  readonly line: number | null;
  /** The column by its name in the header; null where the whole line is meant. */
  readonly column: string | null;
  /** The cell or line as written; null where nothing is written. */
  readonly value: string | null;
  /** What was found and what is wanted: 'must be "yes" or empty'. */
  readonly message: string;
}

/** A table that does not say what its definition asks for. Lists every problem, so that an editor needs one round and not ten. */
export class LexiconError extends Error {
  override readonly name = "LexiconError";
  readonly problems: readonly LexiconProblem[];

  constructor(problems: readonly LexiconProblem[]) {
    super(problems.map(describe).join("\n"));
    this.problems = problems;
  }
}

function describe({ file, line, column, value, message }: LexiconProblem): string {
  const place = line === null ? file : `${file}:${line}`;
  const cell = column === null ? "" : ` column "${column}"`;
  const found = value === null ? "" : ` (found ${JSON.stringify(value)})`;
  return `${place}:${cell} ${message}${found}`;
}

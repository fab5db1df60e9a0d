/** A word as it is aligned: `MarkedWord` is one, and so is a bare `{ word }`. */
export interface AlignedWord {
  readonly word: string;
  readonly bracketed?: boolean;
  readonly gapBefore?: boolean;
}

/** A stretch of words that agrees, or that one side has and the other has not. */
export interface Difference {
  /** "same"; "missing": asked for, not on record; "added": on record, not asked for. */
  readonly kind: "same" | "missing" | "added";
  /** An editor's sign owns up to it: an ellipsis stands where words are left out, or brackets round what was put in. */
  readonly marked: boolean;
  readonly words: readonly string[];
}

/** How words that were asked for stand in words on record: at `[start, end)` of these. */
export interface Alignment {
  readonly start: number;
  readonly end: number;
  /** Asked words that stand there in order. */
  readonly shared: number;
  /** Least number of words put in, left out or put in another's place, those that an editor's sign owns up to not counted. */
  readonly edits: number;
  readonly differences: readonly Difference[];
}

/**
 * The stretch of `record` that is nearest to `asked`, by Sellers' algorithm (J. Algorithms 1, 1980): edit distance over words, with what
 * stands before and after the stretch free. Of several with as few edits the one that shares more words: "we will go" is "we will not
 * go" with a word put in, not "we will" with one left out. Then the first. A word that differs is told with what stands in its place. Words in brackets, and words of the one side where the other
 * has an ellipsis, may differ for nothing: "we will … go" is "we will not go", and the cut shows. Time and memory grow with the product of
 * both lengths.
 */
export const align = (asked: readonly AlignedWord[], record: readonly AlignedWord[]): Alignment => aligned(asked, record, true);

/** As `align`, with all of `record`: what stands before and after is a difference too. For two whole versions of a quotation. */
export const alignWhole = (asked: readonly AlignedWord[], record: readonly AlignedWord[]): Alignment => aligned(asked, record, false);

function aligned(asked: readonly AlignedWord[], record: readonly AlignedWord[], ends: boolean): Alignment {
  const costs = costsOf(asked, record);
  const { edit, width, openAsked, openRecord } = costs;
  // cost[i * width + j]: least cost of turning the first i asked words into some stretch of the record that ends before its word j.
  const cost = new Float64Array((asked.length + 1) * width);
  if (!ends) for (let j = 1; j < width; j++) cost[j] = cost[j - 1] + (record[j - 1].bracketed ? 0 : edit);
  for (let i = 1; i <= asked.length; i++) {
    const { word, bracketed } = asked[i - 1];
    for (let j = 0; j < width; j++) {
      let least = cost[(i - 1) * width + j] + (bracketed || openRecord[j] ? 0 : edit);
      if (j > 0) {
        const other = record[j - 1];
        const paired = word === other.word ? -1 : bracketed || other.bracketed ? 0 : edit;
        least = Math.min(
          least,
          cost[(i - 1) * width + j - 1] + paired,
          cost[i * width + j - 1] + (openAsked[i] || other.bracketed ? 0 : edit),
        );
      }
      cost[i * width + j] = least;
    }
  }
  const last = cost.subarray(asked.length * width);
  const end = ends ? firstLeast(last) : record.length;
  return trace(asked, record, cost, costs, end, ends);
}

/** The first of the ends that cost least; with the words after it that may stand in the place of the last asked ones, to show what does. */
function firstLeast(last: Float64Array): number {
  let end = last.indexOf(last.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY));
  while (last[end + 1] === last[end]) end++;
  return end;
}

interface Costs {
  readonly width: number;
  /** What an edit costs: more than all words that could be shared. */
  readonly edit: number;
  /** By the number of words before a place: whether an ellipsis or a bracket lets words of the other side stand there for nothing. */
  readonly openAsked: readonly boolean[];
  readonly openRecord: readonly boolean[];
}

const costsOf = (asked: readonly AlignedWord[], record: readonly AlignedWord[]): Costs => ({
  width: record.length + 1,
  edit: asked.length + 1,
  openAsked: opensOf(asked),
  openRecord: opensOf(record),
});

const opensOf = (words: readonly AlignedWord[]): readonly boolean[] =>
  Array.from({ length: words.length + 1 }, (_, i) =>
    i === 0 || i === words.length ? false : !!(words[i].gapBefore || words[i].bracketed || words[i - 1].bracketed),
  );

interface Step {
  readonly kind: Difference["kind"];
  readonly marked: boolean;
  readonly word: string;
}

/** Walks back from the end of the best stretch. A replaced word is a missing one and an added one. */
function trace(
  asked: readonly AlignedWord[],
  record: readonly AlignedWord[],
  cost: Float64Array,
  { width, edit, openAsked, openRecord }: Costs,
  end: number,
  ends: boolean,
): Alignment {
  const steps: Step[] = [];
  let shared = 0;
  let edits = 0;
  let i = asked.length;
  let j = end;
  const missing = (marked: boolean): void => void steps.push({ kind: "missing", marked, word: asked[--i].word });
  const added = (marked: boolean): void => void steps.push({ kind: "added", marked, word: record[--j].word });
  while (i > 0 || (!ends && j > 0)) {
    const here = cost[i * width + j];
    if (i > 0 && j > 0) {
      const [one, other] = [asked[i - 1], record[j - 1]];
      const diagonal = cost[(i - 1) * width + j - 1];
      if (one.word === other.word && here === diagonal - 1) {
        steps.push({ kind: "same", marked: false, word: other.word });
        i--;
        j--;
        shared++;
        continue;
      }
      const marked = !!(one.bracketed || other.bracketed);
      if (one.word !== other.word && here === diagonal + (marked ? 0 : edit)) {
        added(marked);
        missing(marked);
        if (!marked) edits++;
        continue;
      }
    }
    const free = i > 0 && !!(asked[i - 1].bracketed || openRecord[j]);
    if (i > 0 && here === cost[(i - 1) * width + j] + (free ? 0 : edit)) {
      missing(free);
      if (!free) edits++;
      continue;
    }
    const open = !!(openAsked[i] || record[j - 1].bracketed);
    added(open);
    if (!open) edits++;
  }
  return { start: j, end, shared, edits, differences: grouped(steps.reverse()) };
}

/** Runs of one kind; within a stretch of changes all missing words come before all added ones. */
function grouped(steps: readonly Step[]): readonly Difference[] {
  const differences: Difference[] = [];
  let run: Step[] = [];
  const flush = (): void => {
    for (const kind of ["same", "missing", "added"] as const) {
      const words = run.filter((step) => step.kind === kind).map(({ word }) => word);
      if (words.length > 0) differences.push({ kind, marked: run[0].marked, words });
    }
    run = [];
  };
  for (const step of steps) {
    const [first] = run;
    if (first !== undefined && ((first.kind === "same") !== (step.kind === "same") || first.marked !== step.marked)) flush();
    run.push(step);
  }
  flush();
  return differences;
}

/** A stretch of words that agrees, or that one side has and the other has not. */
export interface Difference {
  /** "same"; "missing": asked for, not on record; "added": on record, not asked for. */
  readonly kind: "same" | "missing" | "added";
  readonly words: readonly string[];
}

/** How words that were asked for stand in words on record: at `[start, end)` of these. */
export interface Alignment {
  readonly start: number;
  readonly end: number;
  /** Asked words that stand there in order. */
  readonly shared: number;
  /** Least number of words put in, left out or put in another's place. */
  readonly edits: number;
  readonly differences: readonly Difference[];
}

/**
 * The stretch of `record` that is nearest to `asked`, by Sellers' algorithm (J. Algorithms 1, 1980): edit distance over words, with what
 * stands before and after the stretch free. Of several with as few edits the one that shares more words: "we will go" is "we will not
 * go" with a word put in, not "we will" with one left out. Then the first. Time and memory grow with the product of both lengths.
 */
export function align(asked: readonly string[], record: readonly string[]): Alignment {
  const width = record.length + 1;
  // An edit weighs more than all words that could be shared.
  const edit = asked.length + 1;
  // cost[i * width + j]: least cost of turning the first i asked words into some stretch of the record that ends before its word j.
  const cost = new Float64Array((asked.length + 1) * width);
  for (let i = 1; i <= asked.length; i++) {
    cost[i * width] = i * edit;
    for (let j = 1; j < width; j++) {
      const paired = cost[(i - 1) * width + j - 1] + (asked[i - 1] === record[j - 1] ? -1 : edit);
      cost[i * width + j] = Math.min(paired, cost[(i - 1) * width + j] + edit, cost[i * width + j - 1] + edit);
    }
  }
  const last = cost.subarray(asked.length * width);
  const end = last.indexOf(Math.min(...last));
  return trace(asked, record, cost, end);
}

/** Walks back from the end of the best stretch. A replaced word is a missing one and an added one. */
function trace(asked: readonly string[], record: readonly string[], cost: Float64Array, end: number): Alignment {
  const width = record.length + 1;
  const edit = asked.length + 1;
  const steps: { readonly kind: Difference["kind"]; readonly word: string }[] = [];
  let shared = 0;
  let edits = 0;
  let j = end;
  for (let i = asked.length; i > 0; ) {
    const here = cost[i * width + j];
    if (j > 0 && asked[i - 1] === record[j - 1] && here === cost[(i - 1) * width + j - 1] - 1) {
      steps.push({ kind: "same", word: record[--j] });
      i--;
      shared++;
      continue;
    }
    edits++;
    if (j > 0 && asked[i - 1] !== record[j - 1] && here === cost[(i - 1) * width + j - 1] + edit) {
      steps.push({ kind: "added", word: record[--j] }, { kind: "missing", word: asked[--i] });
    } else if (here === cost[(i - 1) * width + j] + edit) {
      steps.push({ kind: "missing", word: asked[--i] });
    } else {
      steps.push({ kind: "added", word: record[--j] });
    }
  }
  return { start: j, end, shared, edits, differences: grouped(steps.reverse()) };
}

/** Runs of one kind; within a stretch of changes all missing words come before all added ones. */
function grouped(steps: readonly { readonly kind: Difference["kind"]; readonly word: string }[]): readonly Difference[] {
  const differences: Difference[] = [];
  let changed: { missing: string[]; added: string[] } = { missing: [], added: [] };
  const flush = (): void => {
    for (const kind of ["missing", "added"] as const) if (changed[kind].length > 0) differences.push({ kind, words: changed[kind] });
    changed = { missing: [], added: [] };
  };
  let same: string[] = [];
  for (const { kind, word } of steps) {
    if (kind === "same") {
      flush();
      same.push(word);
    } else {
      if (same.length > 0) differences.push({ kind: "same", words: same });
      same = [];
      changed[kind].push(word);
    }
  }
  if (same.length > 0) differences.push({ kind: "same", words: same });
  flush();
  return differences;
}

import { uposCode, xposCode } from "../tags.js";
import type { WordClusters } from "./clusters.js";
import type { Forms } from "./forms.js";
import { hashText } from "./templates.js";

/** Counts that `between` reads: how many of a kind stand before each place. */
const KINDS = 5;
const COMMA = 0;
const QUOTE = 1;
const VERB = 2;
const CONJUNCTION = 3;
const BRACKET = 4;

const COMMA_FORM = hashText(",");
const BRACKETS: ReadonlySet<number> = new Set(["(", ")", "[", "]", ":", ";", "–", "--", "-"].map(hashText));
const VERB_CODES: ReadonlySet<number> = new Set([uposCode.get("VERB"), uposCode.get("AUX")].map(Number));
const CCONJ = uposCode.get("CCONJ");

/** What the parser is told of the words of a text: one entry a word in each. Tags are codes of UPOS and XPOS. */
export interface TaggedWords {
  readonly forms: Forms;
  readonly clusters: WordClusters;
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
}

/** Tag of the root, which stands behind the last word, and of no word at all. */
const ROOT = 0x10000;
const NOTHING = 0x10001;

/** One number for a word's UPOS and XPOS. */
export const tagOf = (upos: number, xpos: number): number => upos * xposCode.size + xpos;

const atMost2 = (count: number): number => Math.min(count, 2);

/**
 * A sentence while it is parsed, in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, a buffer of which only the
 * front is needed, and the arcs made. Words are numbered from 0 in the sentence; the root stands behind the last, at `length` (Ballesteros
 * and Nivre 2013). A last place, `nowhere`, has the values of no word, so that features need no branches. Arrays are reused from sentence to sentence.
 */
export class ParseState {
  length = 0;
  nowhere = 1;
  size = 0;
  front = 0;
  private capacity = 0;

  stack = new Int32Array(0);
  form = new Int32Array(0);
  suffix = new Int32Array(0);
  shape = new Int32Array(0);
  tag = new Int32Array(0);
  upos = new Int32Array(0);
  /** Clusters at the middle and the fine grain. */
  middle = new Int32Array(0);
  fine = new Int32Array(0);
  quoted = new Int32Array(0);
  /** Head of each word, -1 before it has one. */
  head = new Int32Array(0);
  /** Relation to the head, 255 before there is one. */
  relation = new Int32Array(0);
  /** Outermost and second outermost dependents so far. */
  leftmost = new Int32Array(0);
  rightmost = new Int32Array(0);
  leftmost2 = new Int32Array(0);
  rightmost2 = new Int32Array(0);
  /** Number of dependents on each side, at most 5, and the set of their relations, one of 32 bits each. */
  lefts = new Int32Array(0);
  rights = new Int32Array(0);
  leftSet = new Int32Array(0);
  rightSet = new Int32Array(0);
  private before = new Int32Array(0);

  /** Starts on the words `[first, behind)` of a text. */
  begin({ forms, clusters, upos, xpos }: TaggedWords, first: number, behind: number): void {
    const length = behind - first;
    this.length = length;
    this.nowhere = length + 1;
    this.size = 0;
    this.front = 0;
    if (length + 2 > this.capacity) this.grow(length + 2);
    for (let i = 0; i < length; i++) {
      const word = first + i;
      this.form[i] = forms.form[word];
      this.suffix[i] = forms.suffix3[word];
      this.shape[i] = forms.shape[word];
      this.upos[i] = upos[word];
      this.middle[i] = clusters.middle[word];
      this.fine[i] = clusters.fine[word];
      this.tag[i] = tagOf(upos[word], xpos[word]);
      this.quoted[i] = forms.quoted[word];
      this.countAt(i);
    }
    this.setMark(length, ROOT);
    this.setMark(this.nowhere, NOTHING);
    const { nowhere } = this;
    this.head.fill(-1, 0, nowhere + 1);
    this.relation.fill(255, 0, nowhere + 1);
    this.leftmost.fill(nowhere, 0, nowhere + 1);
    this.rightmost.fill(nowhere, 0, nowhere + 1);
    this.leftmost2.fill(nowhere, 0, nowhere + 1);
    this.rightmost2.fill(nowhere, 0, nowhere + 1);
    this.lefts.fill(0, 0, nowhere + 1);
    this.rights.fill(0, 0, nowhere + 1);
    this.leftSet.fill(0, 0, nowhere + 1);
    this.rightSet.fill(0, 0, nowhere + 1);
  }

  /** Whether nothing is left to do: every word has its head. */
  get done(): boolean {
    return this.size === 0 && this.front === this.length;
  }

  /** Moves the front of the buffer onto the stack. */
  shift(): void {
    this.stack[this.size++] = this.front++;
  }

  /** Takes the top off the stack and hangs it under the front of the buffer. */
  leftArc(relation: number): void {
    const dependent = this.stack[--this.size];
    const head = this.front;
    this.head[dependent] = head;
    this.relation[dependent] = relation;
    this.leftmost2[head] = this.leftmost[head];
    this.leftmost[head] = dependent;
    if (this.lefts[head] < 5) this.lefts[head]++;
    this.leftSet[head] |= 1 << relation;
  }

  /** Takes the top off the stack and hangs it under the word below it. */
  rightArc(relation: number): void {
    const dependent = this.stack[--this.size];
    const head = this.stack[this.size - 1];
    this.head[dependent] = head;
    this.relation[dependent] = relation;
    this.rightmost2[head] = this.rightmost[head];
    this.rightmost[head] = dependent;
    if (this.rights[head] < 5) this.rights[head]++;
    this.rightSet[head] |= 1 << relation;
  }

  /** What stands between two places, `low < high`, as one number: commas, quotation marks, verbs (to 2 each), conjunctions, brackets and dashes. */
  between(low: number, high: number): number {
    if (high - low === 1) return 0;
    const from = (low + 1) * KINDS;
    const to = high * KINDS;
    const { before } = this;
    const commas = before[to + COMMA] - before[from + COMMA];
    const quotes = before[to + QUOTE] - before[from + QUOTE];
    const verbs = before[to + VERB] - before[from + VERB];
    const conjunction = before[to + CONJUNCTION] > before[from + CONJUNCTION] ? 1 : 0;
    const bracket = before[to + BRACKET] > before[from + BRACKET] ? 1 : 0;
    return (((atMost2(commas) * 3 + atMost2(quotes)) * 3 + atMost2(verbs)) * 2 + conjunction) * 2 + bracket;
  }

  private countAt(word: number): void {
    const { before, form, upos } = this;
    const at = word * KINDS;
    if (word === 0) before.fill(0, 0, KINDS);
    before[at + KINDS + COMMA] = before[at + COMMA] + (form[word] === COMMA_FORM ? 1 : 0);
    before[at + KINDS + QUOTE] = before[at + QUOTE] + (this.quoted[word] > 1 ? 1 : 0);
    before[at + KINDS + VERB] = before[at + VERB] + (VERB_CODES.has(upos[word]) ? 1 : 0);
    before[at + KINDS + CONJUNCTION] = before[at + CONJUNCTION] + (upos[word] === CCONJ ? 1 : 0);
    before[at + KINDS + BRACKET] = before[at + BRACKET] + (BRACKETS.has(form[word]) ? 1 : 0);
  }

  private setMark(at: number, mark: number): void {
    this.form[at] = mark;
    this.suffix[at] = mark;
    this.shape[at] = 0;
    this.tag[at] = mark;
    this.upos[at] = mark;
    this.middle[at] = mark;
    this.fine[at] = mark;
    this.quoted[at] = 0;
  }

  private grow(needed: number): void {
    const capacity = Math.max(needed, this.capacity * 2, 128);
    this.capacity = capacity;
    this.stack = new Int32Array(capacity);
    this.form = new Int32Array(capacity);
    this.suffix = new Int32Array(capacity);
    this.shape = new Int32Array(capacity);
    this.tag = new Int32Array(capacity);
    this.upos = new Int32Array(capacity);
    this.middle = new Int32Array(capacity);
    this.fine = new Int32Array(capacity);
    this.quoted = new Int32Array(capacity);
    this.head = new Int32Array(capacity);
    this.relation = new Int32Array(capacity);
    this.leftmost = new Int32Array(capacity);
    this.rightmost = new Int32Array(capacity);
    this.leftmost2 = new Int32Array(capacity);
    this.rightmost2 = new Int32Array(capacity);
    this.lefts = new Int32Array(capacity);
    this.rights = new Int32Array(capacity);
    this.leftSet = new Int32Array(capacity);
    this.rightSet = new Int32Array(capacity);
    this.before = new Int32Array((capacity + 1) * KINDS);
  }
}

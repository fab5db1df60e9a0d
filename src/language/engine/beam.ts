import { fillLabellerAtoms, labellerAtoms, labellerTemplates } from "./label-features.js";
import { Memo } from "./memo.js";
import type { ParseState } from "./parse-state.js";
import { fillParserAtoms, parserAtoms, parserTemplates } from "./parser-features.js";
import { bestRelation, ROOT_RELATION, type SureRelations } from "./relations.js";

/** The parser's actions, as the columns of its weight table. */
export const LEFT = 0;
export const RIGHT = 1;
export const SHIFT = 2;

/** Weights to choose actions or relations with: those of a model, or those in training. */
export interface Scorer {
  score(rows: Int32Array, count: number, scores: Int32Array): void;
}

/** What names an arc: weights of all relations, but for pairs of tags that leave no doubt. */
export interface ArcNamer {
  readonly relations: Scorer & { readonly labels: number };
  readonly sure: SureRelations;
}

/** Numbers that a record has: its word, then what `hold` writes to the state. */
const RECORD = 12;

/**
 * Several parses of a sentence side by side, the best `width` of those that have taken equally many actions (Zhang and Clark 2008). Parses share their past and
 * nothing is copied: a parse is a number; it knows the parse that it came from by one action, the top of its stack, which is a list in
 * links (Tomita 1985), and a record of the word at the front. A record, never changed once made, is what features may ask of a word's dependents. To
 * look at a parse, its upper records are laid out in the one `ParseState`.
 */
export class Beam {
  private readonly atoms = parserAtoms();
  /** Rows of the features of the parse looked at last. */
  readonly rows = new Int32Array(parserTemplates.count);
  private readonly sums = new Int32Array(3);
  private readonly arcAtoms = labellerAtoms();
  private readonly arcRows = new Int32Array(labellerTemplates.count);
  private readonly arcScores: Int32Array;
  /** What the features of a parse and of an arc came to in this sentence: parses of a beam differ in few places, and mostly far from those looked at. */
  private readonly weighed = new Memo(11, this.atoms.length);
  private readonly named = new Memo(11, this.arcAtoms.length);
  private capacity = 0;
  private count = 0;
  /** The parse that lies in the state now, or -1. */
  private held = -1;

  /** Of each parse: sum of the scores of its actions, the parse it came from, by which action, and the relation of the arc then made. */
  private score = new Float64Array(0);
  private parent = new Int32Array(0);
  private action = new Uint8Array(0);
  private relation = new Uint8Array(0);
  private size = new Int32Array(0);
  private front = new Int32Array(0);
  private frontRecord = new Int32Array(0);
  /** Top link of its stack, -1 where that is empty. A link has the number of the parse that made it, and so has a record, behind those of the bare words. */
  private top = new Int32Array(0);
  private linkRecord = new Int32Array(0);
  private linkBelow = new Int32Array(0);
  private records = new Int32Array(0);

  /** The best next parses, best first, before they are made. */
  private ranked = 0;
  private readonly nextScore: Float64Array;
  private readonly nextParent: Int32Array;
  private readonly nextAction: Uint8Array;

  constructor(
    private readonly state: ParseState,
    private readonly actions: Scorer,
    private readonly namer: ArcNamer,
    readonly width: number,
  ) {
    this.arcScores = new Int32Array(namer.relations.labels);
    this.nextScore = new Float64Array(width);
    this.nextParent = new Int32Array(width);
    this.nextAction = new Uint8Array(width);
  }

  /** Starts on the sentence that the state was begun with. Parse 0 has taken no action. */
  begin(): void {
    const { length, nowhere } = this.state;
    // The parses kept of each step, and one more, which training follows.
    const needed = (2 * length + 1) * (this.width + 1);
    if (needed > this.capacity) this.grow(needed, length);
    if ((needed + length + 1) * RECORD > this.records.length) this.records = new Int32Array((this.capacity + length + 1) * RECORD);
    for (let word = 0; word <= length; word++) {
      const at = word * RECORD;
      this.records.fill(0, at, at + RECORD);
      this.records[at] = word;
      for (let child = at + 1; child < at + 9; child += 2) {
        this.records[child] = nowhere;
        this.records[child + 1] = 255;
      }
    }
    this.score[0] = 0;
    this.size[0] = 0;
    this.front[0] = 0;
    this.frontRecord[0] = 0;
    this.top[0] = -1;
    this.parent[0] = -1;
    this.count = 1;
    this.held = -1;
    this.weighed.forget();
    this.named.forget();
  }

  /** The best parse of the sentence: of each step those are kept whose score is at most `margin` below the best. */
  best(margin: number): number {
    let from = 0;
    for (let step = 2 * this.state.length; step > 0; step--) {
      const to = this.count;
      this.advance(from, to, margin);
      from = to;
    }
    return from;
  }

  /** Takes a step: makes the best next parses of the parses `[from, to)`, best first. Of equals the one of the earlier parse comes first, then shift, left, right. */
  advance(from: number, to: number, margin: number): void {
    this.ranked = 0;
    for (let parse = from; parse < to; parse++) {
      const score = this.score[parse];
      const forced = this.forced(parse);
      if (forced >= 0) this.offer(parse, forced, score);
      else {
        const { sums } = this;
        this.weigh(parse);
        this.offer(parse, SHIFT, score - sums[LEFT] - sums[RIGHT]);
        this.offer(parse, LEFT, score + sums[LEFT]);
        if (this.size[parse] > 1) this.offer(parse, RIGHT, score + sums[RIGHT]);
      }
    }
    const least = this.nextScore[0] - margin;
    for (let i = 0; i < this.ranked && this.nextScore[i] >= least; i++)
      this.extend(this.nextParent[i], this.nextAction[i], this.nextScore[i]);
  }

  /** The one action that a parse can take, or -1. With only the root ahead, what is on the stack hangs under what is below it, the last word under the root. */
  forced(parse: number): number {
    if (this.size[parse] === 0) return SHIFT;
    if (this.front[parse] < this.state.length) return -1;
    return this.size[parse] > 1 ? RIGHT : LEFT;
  }

  /** The score that an action adds to that of a parse. */
  weight(parse: number, action: number): number {
    if (this.forced(parse) >= 0) return 0;
    this.weigh(parse);
    return action === SHIFT ? -this.sums[LEFT] - this.sums[RIGHT] : this.sums[action];
  }

  /** Writes the rows of the features of a parse to `rows`. */
  look(parse: number): void {
    this.hold(parse);
    fillParserAtoms(this.atoms, this.state);
    parserTemplates.rowsOf(this.atoms, this.rows);
  }

  /** Makes the parse that comes of another by an action, and gives its number. */
  extend(parse: number, action: number, score: number): number {
    const { length } = this.state;
    const made = this.count++;
    const link = this.top[parse];
    this.score[made] = score;
    this.parent[made] = parse;
    this.action[made] = action;
    if (action === SHIFT) {
      this.top[made] = made;
      this.linkRecord[made] = this.frontRecord[parse];
      this.linkBelow[made] = link;
      this.size[made] = this.size[parse] + 1;
      this.front[made] = this.front[parse] + 1;
      this.frontRecord[made] = this.front[made];
      return made;
    }
    const below = this.linkBelow[link];
    const dependent = this.records[this.linkRecord[link] * RECORD];
    const headRecord = action === LEFT ? this.frontRecord[parse] : this.linkRecord[below];
    const head = this.records[headRecord * RECORD];
    const relation = head === length ? ROOT_RELATION : this.relationOf(parse, dependent, head);
    const record = length + 1 + made;
    this.adopt(record, headRecord, dependent, relation, action === LEFT ? 1 : 5);
    this.relation[made] = relation;
    this.size[made] = this.size[parse] - 1;
    this.front[made] = this.front[parse];
    if (action === LEFT) {
      this.top[made] = below;
      this.frontRecord[made] = record;
    } else {
      this.top[made] = made;
      this.linkRecord[made] = record;
      this.linkBelow[made] = this.linkBelow[below];
      this.frontRecord[made] = this.frontRecord[parse];
    }
    return made;
  }

  /** Number of parses made so far; the last step's are the last. */
  get made(): number {
    return this.count;
  }

  scoreOf(parse: number): number {
    return this.score[parse];
  }

  /** The parse that a parse came from, or -1. */
  before(parse: number): number {
    return this.parent[parse];
  }

  /** The action by which it came from there. */
  lastAction(parse: number): number {
    return this.action[parse];
  }

  /** Writes heads (as numbers of the text, -1 at the root) and relations of a whole parse, whose first word is word `first` of the text. */
  write(parse: number, first: number, heads: Int32Array, deprels: Uint8Array): void {
    for (let at = parse; this.parent[at] >= 0; at = this.parent[at]) {
      if (this.action[at] === SHIFT) continue;
      const link = this.top[this.parent[at]];
      const dependent = this.records[this.linkRecord[link] * RECORD];
      const headRecord = this.action[at] === LEFT ? this.frontRecord[at] : this.linkRecord[this.linkBelow[link]];
      const head = this.records[headRecord * RECORD];
      heads[first + dependent] = head === this.state.length ? -1 : first + head;
      deprels[first + dependent] = this.relation[at];
    }
  }

  private offer(parse: number, action: number, score: number): void {
    const { nextScore, nextParent, nextAction, width } = this;
    let place = this.ranked;
    if (place === width) {
      if (score <= nextScore[width - 1]) return;
      place--;
    } else this.ranked++;
    for (; place > 0 && score > nextScore[place - 1]; place--) {
      nextScore[place] = nextScore[place - 1];
      nextParent[place] = nextParent[place - 1];
      nextAction[place] = nextAction[place - 1];
    }
    nextScore[place] = score;
    nextParent[place] = parse;
    nextAction[place] = action;
  }

  private weigh(parse: number): void {
    const { atoms, sums, weighed } = this;
    this.hold(parse);
    fillParserAtoms(atoms, this.state);
    if (weighed.has(atoms)) {
      sums[LEFT] = weighed.first;
      sums[RIGHT] = weighed.second;
      return;
    }
    parserTemplates.rowsOf(atoms, this.rows);
    this.actions.score(this.rows, parserTemplates.count, sums);
    weighed.keep(atoms, sums[LEFT], sums[RIGHT]);
  }

  private relationOf(parse: number, dependent: number, head: number): number {
    const { arcAtoms, arcRows, arcScores, named, state } = this;
    const { relations, sure } = this.namer;
    const plain = sure.of(state.tag[dependent], state.upos[head], dependent > head);
    if (plain >= 0) return plain;
    this.hold(parse);
    fillLabellerAtoms(arcAtoms, state, dependent, head);
    if (named.has(arcAtoms)) return named.first;
    labellerTemplates.rowsOf(arcAtoms, arcRows);
    relations.score(arcRows, labellerTemplates.count, arcScores);
    const relation = bestRelation(arcScores);
    named.keep(arcAtoms, relation, 0);
    return relation;
  }

  /** Makes a record from that of a head and a new outermost dependent; `side` is 1 on the left, 5 on the right, where the record has the dependents of that side. */
  private adopt(record: number, of: number, dependent: number, relation: number, side: number): void {
    const { records } = this;
    const at = record * RECORD;
    records.copyWithin(at, of * RECORD, (of + 1) * RECORD);
    records[at + side + 2] = records[at + side];
    records[at + side + 3] = records[at + side + 1];
    records[at + side] = dependent;
    records[at + side + 1] = relation;
    const counts = records[at + 9];
    if (side === 1) {
      if ((counts & 7) < 5) records[at + 9] = counts + 1;
      records[at + 10] |= 1 << relation;
    } else {
      if (counts >> 3 < 5) records[at + 9] = counts + 8;
      records[at + 11] |= 1 << relation;
    }
  }

  /** Lays a parse out in the state, as far as features ask: three words of the stack, the front, and the dependents of two and of the front. */
  private hold(parse: number): void {
    if (this.held === parse) return;
    this.held = parse;
    const { state, records, linkRecord, linkBelow } = this;
    const size = Math.min(this.size[parse], 3);
    state.size = size;
    state.front = this.front[parse];
    this.lay(this.frontRecord[parse]);
    let link = this.top[parse];
    for (let place = size - 1; place >= 0; place--) {
      const record = linkRecord[link];
      state.stack[place] = records[record * RECORD];
      if (place > size - 3) this.lay(record);
      link = linkBelow[link];
    }
  }

  private lay(record: number): void {
    const { state, records } = this;
    const at = record * RECORD;
    const word = records[at];
    state.leftmost[word] = records[at + 1];
    state.relation[records[at + 1]] = records[at + 2];
    state.leftmost2[word] = records[at + 3];
    state.relation[records[at + 3]] = records[at + 4];
    state.rightmost[word] = records[at + 5];
    state.relation[records[at + 5]] = records[at + 6];
    state.rightmost2[word] = records[at + 7];
    state.relation[records[at + 7]] = records[at + 8];
    state.lefts[word] = records[at + 9] & 7;
    state.rights[word] = records[at + 9] >> 3;
    state.leftSet[word] = records[at + 10];
    state.rightSet[word] = records[at + 11];
  }

  private grow(needed: number, length: number): void {
    const capacity = Math.max(needed, this.capacity * 2);
    this.capacity = capacity;
    this.score = new Float64Array(capacity);
    this.parent = new Int32Array(capacity);
    this.action = new Uint8Array(capacity);
    this.relation = new Uint8Array(capacity);
    this.size = new Int32Array(capacity);
    this.front = new Int32Array(capacity);
    this.frontRecord = new Int32Array(capacity);
    this.top = new Int32Array(capacity);
    this.linkRecord = new Int32Array(capacity);
    this.linkBelow = new Int32Array(capacity);
    this.records = new Int32Array((capacity + length + 1) * RECORD);
  }
}

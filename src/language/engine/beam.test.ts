import fc from "fast-check";
import { expect, test } from "vitest";
import { DEPREL } from "../tags.js";
import type { Words } from "../words.js";
import { Beam, LEFT, RIGHT, SHIFT } from "./beam.js";
import { formsOf } from "./forms.js";
import { ParseState } from "./parse-state.js";
import { fillParserAtoms, parserAtoms, parserTemplates } from "./parser-features.js";
import { SureRelations } from "./relations.js";

/** Weights drawn from the row's number, the same each time. */
const scorer = (labels: number, seed: number) => ({
  labels,
  score(rows: Int32Array, count: number, scores: Int32Array): void {
    scores.fill(0);
    for (let i = 0; i < count; i++)
      for (let label = 0; label < labels; label++) scores[label] += ((Math.imul(rows[i] ^ seed, 0x9e3779b1 + 2 * label) >>> 24) & 31) - 15;
  },
});

/** Begins a state on words drawn from ten, tagged by what they are. */
function begin(state: ParseState, drawn: readonly number[]): void {
  const length = drawn.length;
  const words: Words = {
    text: drawn.map((word) => `${word} `.replace(/\d/, "abcdefgh,“".charAt(word))).join(""),
    length,
    start: Uint32Array.from({ length }, (_, i) => 2 * i),
    end: Uint32Array.from({ length }, (_, i) => 2 * i + 1),
    joined: new Uint8Array(length),
    sentences: Uint32Array.of(0, length),
    blockOf: new Uint32Array(1),
  };
  const tags = Uint8Array.from(drawn, (word) => word % 7);
  const none = new Uint16Array(length);
  state.begin({ forms: formsOf(words), clusters: { coarse: none, middle: none, fine: none }, upos: tags, xpos: tags }, 0, length);
}

const sentence = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 12 });
const seed = fc.integer();

/** The parses from parse 0 to this one. */
function past(beam: Beam, parse: number): number[] {
  const parses: number[] = [];
  for (let at = parse; at >= 0; at = beam.before(at)) parses.unshift(at);
  return parses;
}

test("a parse looks as if its actions alone had been taken, whatever else is in the beam", () => {
  fc.assert(
    fc.property(sentence, seed, fc.integer({ min: 1, max: 6 }), (drawn, seed, width) => {
      const state = new ParseState();
      begin(state, drawn);
      const beam = new Beam(state, scorer(2, seed), { relations: scorer(DEPREL.length, ~seed), sure: SureRelations.none }, width);
      beam.begin();
      const best = beam.best(Infinity);
      const heads = new Int32Array(drawn.length);
      const deprels = new Uint8Array(drawn.length);
      beam.write(best, 0, heads, deprels);

      const alone = new ParseState();
      begin(alone, drawn);
      const atoms = parserAtoms();
      const rows = new Int32Array(parserTemplates.count);
      const parses = past(beam, best);
      let score = 0;
      for (let i = 1; i < parses.length; i++) {
        const before = parses[i - 1] as number;
        const action = beam.lastAction(parses[i] as number);
        if (beam.forced(before) < 0) {
          beam.look(before);
          fillParserAtoms(atoms, alone);
          parserTemplates.rowsOf(atoms, rows);
          expect(beam.rows).toEqual(rows);
        }
        score += beam.weight(before, action);
        if (action === SHIFT) alone.shift();
        else {
          const dependent = alone.stack[alone.size - 1] as number;
          if (action === LEFT) alone.leftArc(deprels[dependent] as number);
          else alone.rightArc(deprels[dependent] as number);
        }
      }
      expect(alone.done).toBe(true);
      expect(beam.scoreOf(best)).toBe(score);
      expect([...heads]).toEqual([...alone.head.subarray(0, drawn.length)].map((head) => (head === drawn.length ? -1 : head)));
    }),
    { numRuns: 200 },
  );
});

test("a beam that holds every parse finds the best of all", () => {
  const short = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(short, seed, (drawn, seed) => {
      const state = new ParseState();
      begin(state, drawn);
      const beam = new Beam(state, scorer(2, seed), { relations: scorer(DEPREL.length, ~seed), sure: SureRelations.none }, 300);
      beam.begin();
      const best = beam.scoreOf(beam.best(Infinity));

      let most = -Infinity;
      const tryAll = (parse: number, size: number, front: number): void => {
        const score = beam.scoreOf(parse);
        if (size === 0 && front === drawn.length) most = Math.max(most, score);
        const next = (action: number): number => beam.extend(parse, action, score + beam.weight(parse, action));
        if (front < drawn.length) tryAll(next(SHIFT), size + 1, front + 1);
        if (size > 0 && (front < drawn.length || size === 1)) tryAll(next(LEFT), size - 1, front);
        if (size > 1) tryAll(next(RIGHT), size - 1, front);
      };
      beam.begin();
      tryAll(0, 0, 0);
      expect(best).toBe(most);
    }),
    { numRuns: 50 },
  );
});

import { hashText } from "../../../language/index.js";

/** Binary logarithm of the number of rows of the judge's table. */
export const JUDGE_BITS = 20;

/** Takes the features of a case: each is a template, a number of its own for each kind of feature, with up to three values. */
export interface Features {
  add(template: number, a: number, b?: number, c?: number): void;
}

/** Row of the weight table that a feature falls into, by hashing. A collision costs a little accuracy and nothing else. */
const rowOf = (template: number, a: number, b: number, c: number): number =>
  Math.imul(mix(mix(mix(mix(0x2f6b, template), a), b), c), 0x85ebca6b) >>> (32 - JUDGE_BITS);

/** Collects the rows of a case, for training. */
export class Rows implements Features {
  private rows: number[] = [];

  add(template: number, a: number, b = 0, c = 0): void {
    this.rows.push(rowOf(template, a, b, c));
  }

  /** The rows since the last call. */
  take(): Int32Array {
    const taken = Int32Array.from(this.rows);
    this.rows = [];
    return taken;
  }
}

/** Adds up the weights of a case. */
export class Sum implements Features {
  private total = 0;

  constructor(private readonly weights: Int32Array) {}

  add(template: number, a: number, b = 0, c = 0): void {
    this.total += this.weights[rowOf(template, a, b, c)];
  }

  /** The sum since the last call. */
  take(): number {
    const { total } = this;
    this.total = 0;
    return total;
  }
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

const known = new Map<string, number>();

/** A word as a number, the same on every machine. Short words are remembered: there are few of them and they come all the time. */
export function hashed(word: string): number {
  let value = known.get(word);
  if (value === undefined) {
    value = hashText(word);
    if (known.size < 50_000) known.set(word, value);
  }
  return value;
}

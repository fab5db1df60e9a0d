import { blocksOf, type Doc, type English, wordAt } from "../src/language/index.js";
import { readReferents } from "../src/reading/actors/index.js";
import { bestOf, type Choice, type Scene, sceneOf, throughPronouns, type Weights } from "../src/reading/actors/pronouns/index.js";
import { type Knowledge, readingOf } from "../src/reading/reading.js";
import type { Treebank } from "./conllu.js";
import { documentsOf } from "./documents.js";
import type { GapPassage } from "./gap.js";
import { entitiesOf } from "./gum-entities.js";
import { Random } from "./random.js";
import type { readSilverChains } from "./silver-chains.js";

/** A text whose pronouns are known in part: which of a pronoun's candidates are right, and which are wrong though no right one is known. */
export interface CorefText {
  readonly scene: Scene;
  /** Null for a pronoun of which nothing is known. No right and no wrong ones: nobody among the candidates is right. */
  answer(choice: Choice): { readonly right: readonly number[]; readonly wrong: readonly number[] } | null;
}

export interface CorefSettings {
  readonly epochs: number;
  /** Rounds of training: from the second on the pronouns before a pronoun are resolved by the weights of the round before. */
  readonly rounds: number;
  readonly rate: number;
  /** Pull of each weight to zero at each step in which it takes part. */
  readonly decay: number;
  /** Features of fewer candidates get no weight. */
  readonly least: number;
  readonly seed: number;
}

/** A scene of a text that is no story: its paragraphs are its blocks. */
function sceneIn(text: string, doc: Doc, blocks: readonly { readonly start: number; readonly end: number }[], knowledge: Knowledge): Scene {
  const story = { text, regions: [] as unknown } as Parameters<typeof readingOf>[0];
  const reading = readingOf(story, doc, blocks, knowledge);
  return sceneOf(reading, readReferents(reading));
}

/** A passage of GAP: of one pronoun two names are judged. */
export function gapText({ text, pronoun, names }: GapPassage, english: English, knowledge: Knowledge): CorefText {
  const doc = english.parse(text);
  const scene = sceneIn(text, doc, blocksOf(text), knowledge);
  const word = wordAt(doc, pronoun.offset);
  const parties = names.map((name) => partiesAt(scene, name.offset, name.offset + name.name.length));
  return {
    scene,
    answer({ pronoun: { word: asked }, candidates }) {
      if (asked !== word) return null;
      const which = (coreferent: boolean): number[] =>
        [...candidates.keys()].filter((i) =>
          names.some((name, k) => name.coreferent === coreferent && parties[k].has(candidates[i].party)),
        );
      const [right, wrong] = [which(true), which(false)];
      // The right name was not found, so that nothing is learned; or neither is right, and somebody else may be.
      return right.length === 0 && (wrong.length === 0 || names.some(({ coreferent }) => coreferent)) ? null : { right, wrong };
    },
  };
}

/** Parties, single ones, with a mention whose head stands in a stretch of the text. */
function partiesAt({ appearances, parties, reading: { doc } }: Scene, start: number, end: number): ReadonlySet<number> {
  return new Set(
    appearances
      .filter(({ head, party }) => doc.start[head] < end && doc.end[head] > start && parties[party].kind !== "several")
      .map(({ party }) => party),
  );
}

/** Groups of the gold mentions, by the word that heads them, with the last word of each. */
type Gold = Map<number, { readonly group: string; readonly last: number }[]>;

function addGold(gold: Gold, doc: Doc, group: string, first: number, last: number): void {
  const head = headIn(doc, first, last);
  const known = gold.get(head);
  if (known) known.push({ group, last });
  else gold.set(head, [{ group, last }]);
}

/** Candidates whose nearest mention is of a group of the pronoun's. "Lund and Brask" has the head of "Lund", and is told from her by its end. */
function rightOnes({ parties, appearances }: Scene, gold: Gold, { pronoun, candidates }: Choice): number[] {
  const own = new Set(gold.get(pronoun.word)?.map(({ group }) => group));
  return [...candidates.keys()].filter((i) => {
    const { party, nearest } = candidates[i];
    const joined = appearances.find(({ head, party: other }) => head === nearest.head && parties[other].kind === "several");
    const isJoined = parties[party].kind === "several";
    return (gold.get(nearest.head) ?? []).some(
      ({ group, last }) => own.has(group) && (nearest.form === "pronoun" || !joined || isJoined === last >= joined.last),
    );
  });
}

/** The documents of GUM, whose every mention says which group it belongs to. */
export function gumTexts(conllu: string, { doc: words, documents }: Treebank, english: English, knowledge: Knowledge): CorefText[] {
  const entities = entitiesOf(conllu);
  return documentsOf({ words, documents }).map((document) => {
    const doc = english.annotate(document.words);
    const scene = sceneIn(words.text, doc, [{ start: doc.start[0], end: doc.end[doc.length - 1] }], knowledge);
    const gold: Gold = new Map();
    for (const { group, first, last } of entities) {
      if (first >= document.first && last < document.first + doc.length)
        addGold(gold, doc, group, first - document.first, last - document.first);
    }
    return {
      scene,
      answer(choice) {
        const { word, kind } = choice.pronoun;
        // "It is raining": in no group, and so nobody.
        return gold.has(word) || kind.family === "it" ? { right: rightOnes(scene, gold, choice), wrong: [] } : null;
      },
    };
  });
}

/** News with the chains that a program found. Where it found none of the candidates it may be the program that errs, and nothing is learned. */
export function silverTexts(documents: ReturnType<typeof readSilverChains>, english: English, knowledge: Knowledge): CorefText[] {
  return documents.map(({ text, mentions }) => {
    const blocks = blocksOf(text);
    const doc = english.parse(text, blocks);
    const scene = sceneIn(text, doc, blocks, knowledge);
    const gold: Gold = new Map();
    for (const { group, start, end } of mentions) {
      const [first, behind] = [wordAt(doc, start), wordAt(doc, end)];
      if (first < behind) addGold(gold, doc, group, first, behind - 1);
    }
    return {
      scene,
      answer(choice) {
        const right = rightOnes(scene, gold, choice);
        return right.length === 0 ? null : { right, wrong: [] };
      },
    };
  });
}

function headIn(doc: Doc, first: number, last: number): number {
  for (let word = first; word <= last; word++) if (doc.head[word] < first || doc.head[word] > last) return word;
  return last;
}

/** A pronoun: the features of each option, nobody last, and which options would be right. */
interface Example {
  readonly options: readonly (readonly number[])[];
  readonly right: ReadonlySet<number>;
}

/**
 * Trains the choice among a pronoun's candidates and nobody as a log-linear model (Berger, Della Pietra, Della Pietra 1996) by gradient steps of
 * AdaGrad, one pronoun at a time. Weights are whole thousandths.
 */
export function trainCoref(texts: readonly CorefText[], settings: CorefSettings): Weights {
  let weights: Weights = new Map();
  for (let round = 0; round < settings.rounds; round++) {
    const numbers = new Map<string, number>();
    const uses: number[] = [];
    const numberOf = (feature: string): number => {
      const number = numbers.get(feature) ?? numbers.size;
      numbers.set(feature, number);
      uses[number] = (uses[number] ?? 0) + 1;
      return number;
    };
    const examples = texts.flatMap((text) => examplesOf(text, weights, numberOf));
    const values = leastLoss(examples, numbers.size, settings);
    weights = new Map(
      [...numbers].filter(([, i]) => uses[i] >= settings.least).map(([feature, i]) => [feature, Math.round(1000 * values[i])] as const),
    );
  }
  return weights;
}

function examplesOf({ scene, answer }: CorefText, weights: Weights, numberOf: (feature: string) => number): Example[] {
  const examples: Example[] = [];
  throughPronouns(scene, (choice) => {
    const known = answer(choice);
    if (known) {
      const options = [...choice.features, choice.nobody].map((names) => names.map(numberOf));
      const all = [...options.keys()];
      const nobody = known.wrong.length > 0 ? all.filter((i) => !known.wrong.includes(i)) : [options.length - 1];
      examples.push({ options, right: new Set(known.right.length > 0 ? known.right : nobody) });
    }
    return bestOf(weights, choice).candidate?.party ?? -1;
  });
  return examples;
}

function leastLoss(examples: readonly Example[], size: number, { epochs, rate, decay, seed }: CorefSettings): Float64Array {
  const values = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  const random = new Random(seed);
  const order = Uint32Array.from(examples.keys());
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    for (const index of order) {
      const { options, right } = examples[index];
      const scores = options.map((features) => features.reduce((sum, feature) => sum + values[feature], 0));
      const highest = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - highest));
      const total = powers.reduce((sum, power) => sum + power, 0);
      const rightShare = powers.reduce((sum, power, i) => sum + (right.has(i) ? power : 0), 0);
      for (const [i, features] of options.entries()) {
        const slope = powers[i] / total - (right.has(i) ? powers[i] / Math.max(rightShare, 1e-12) : 0);
        if (Math.abs(slope) < 1e-9) continue;
        for (const feature of features) {
          const step = slope + decay * values[feature];
          squares[feature] += step * step;
          values[feature] -= (rate * step) / Math.sqrt(squares[feature]);
        }
      }
    }
  }
  return values;
}

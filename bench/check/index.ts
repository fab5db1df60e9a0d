import { openArchive } from "../../src/archive/index.js";
import { ALTERATIONS, INVENTIONS } from "../archive/alter.js";
import { generateStories, type Utterance } from "../archive/generate.js";
import { oneOf, randomOf } from "../archive/random.js";

const SEED = 7;
const STATEMENTS = 20_000;
/** Quotations of each kind. */
const EACH = 100;

/**
 * Asks an archive of invented stories for quotations that were altered on the way, and for words that nobody said. Recall: of the altered, how many
 * are found at a place that gives the utterance. Precision: of the places that are shown (of exact ones, and of near ones the ten first), how many give it; places
 * shown for words that nobody said are all wrong. Verdict: how often it is what it should be.
 */
export async function run(): Promise<string> {
  const archive = await openArchive(":memory:");
  const said: Utterance[] = [];
  let statements = 0;
  const given = new Map<string, number>();
  function* stories() {
    for (const story of generateStories(SEED)) {
      story.record.statements.forEach(({ id }, i) => void given.set(id, story.utterances[i].id));
      // Whole and word for word: only then is it known what the answer should be.
      said.push(...story.utterances.filter(({ words }, i) => isWhole(story.record.statements[i].anchor[0].exact, words)));
      yield story;
      statements += story.utterances.length;
      if (statements >= STATEMENTS) return;
    }
  }
  for await (const _ of archive.addMany(stories())) {
    // The outcome of each story is of no interest here.
  }
  const random = randomOf(SEED);
  const lines: string[] = [];
  const total = { asked: 0, found: 0, verdicts: 0, shown: 0, right: 0, invented: 0, taken: 0 };
  for (const { name, least, verdict, alter } of ALTERATIONS) {
    const one = { found: 0, verdicts: 0, shown: 0, right: 0 };
    for (let i = 0; i < EACH; i++) {
      const utterance = pick(least);
      const result = await archive.check(alter(random, utterance.words), { by: utterance.speaker, altered: 10 });
      const places = [...result.exact, ...result.altered];
      const right = places.filter(({ statements }) => statements.some(({ id }) => given.get(id) === utterance.id));
      if (right.length > 0) one.found++;
      if (result.verdict === verdict) one.verdicts++;
      one.shown += places.length;
      one.right += right.length;
    }
    total.asked += EACH;
    total.found += one.found;
    total.verdicts += one.verdicts;
    total.shown += one.shown;
    total.right += one.right;
    lines.push(
      `${name.padEnd(46)} found ${percent(one.found, EACH)}, of places shown right ${percent(one.right, one.shown)}, verdict ${percent(one.verdicts, EACH)}`,
    );
  }
  for (const { name, invent } of INVENTIONS) {
    let taken = 0;
    for (let i = 0; i < EACH; i++) {
      const { words, speaker } = pick(12);
      const { exact, altered } = await archive.check(invent(random, words), { by: speaker, altered: 10 });
      if (exact.length + altered.length > 0) taken++;
      total.shown += exact.length + altered.length;
    }
    total.invented += EACH;
    total.taken += taken;
    lines.push(`nobody's: ${name.padEnd(36)} taken for somebody's ${percent(taken, EACH)}`);
  }
  await archive.close();
  lines.push(
    `check recall ${percent(total.found, total.asked)} precision ${percent(total.right, total.shown)} verdict ${percent(total.verdicts, total.asked)} false ${percent(total.taken, total.invented)}`,
  );
  return lines.join("\n");

  function pick(least: number): Utterance {
    for (;;) {
      const utterance = oneOf(random, said);
      if (utterance.words.length >= least) return utterance;
    }
  }
}

const isWhole = (exact: string, words: readonly string[]): boolean => exact.toLowerCase().replace(/[“”,]/g, "") === words.join(" ");

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

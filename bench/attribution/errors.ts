/**
 * Draws a sample of errors to be read: `npx tsx bench/attribution/errors.ts --data DIR [--count 100] [--seed 1]`. A judge is trained on seven eighths of PolNeAR's train
 * part (`DIR/polnear/train`) and reads the last eighth, which neither it nor its gate has seen. Prints as many misses (an attribution of the corpus without a statement
 * that is right end to end) and false ones (a statement without such an attribution), each with its sentence and what of the other kind overlaps it. The texts belong to
 * their publishers: read them, and keep them out of the repository.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Span } from "../../src/model/index.js";
import { decideStatements, statementsOf } from "../../src/reading/statements/index.js";
import { Judge } from "../../src/reading/statements/judge/index.js";
import { type GoldArticle, type GoldAttribution, readPolnear } from "../../train/polnear.js";
import { Random } from "../../train/random.js";
import { SETTINGS } from "../../train/settings.js";
import { judgeArticles } from "../../train/statement-articles.js";
import { learnStatements } from "../../train/statements.js";
import { type Attribution, attributionsOf } from "./project.js";
import { jaccard, matchOneToOne, OVERLAP, prepareText, sameSource, tokensOf } from "./score.mjs";

const FOLDS = 8;

const { values } = parseArgs({
  options: { data: { type: "string" }, count: { type: "string", default: "100" }, seed: { type: "string", default: "1" } },
});
if (values.data === undefined) {
  process.stderr.write("Say where the corpora are: npx tsx bench/attribution/errors.ts --data DIR\n");
  process.exit(2);
}
const articles = readPolnear(join(values.data, "polnear", "train"));
const read = judgeArticles(articles);
const { weights } = learnStatements(
  read.filter((_, i) => i % FOLDS !== 0),
  SETTINGS.statementFolds,
  SETTINGS.statements,
);
const judge = new Judge(weights, [], "errors");

const misses: string[] = [];
const falseOnes: string[] = [];
for (let i = 0; i < articles.length; i += FOLDS) {
  const { reading, referents } = read[i];
  const known = { ...reading, knowledge: { ...reading.knowledge, judge } };
  const drafts = decideStatements(known, referents);
  compare(
    articles[i],
    attributionsOf(
      articles[i].text,
      statementsOf(known, referents, drafts, [], () => null),
    ),
  );
}
for (const [title, errors] of [
  ["missed", misses],
  ["false", falseOnes],
] as const) {
  const order = Uint32Array.from(errors.keys());
  new Random(Number(values.seed)).shuffle(order);
  process.stdout.write(`${errors.length} ${title}\n`);
  for (const [number, i] of [...order].slice(0, Number(values.count)).entries())
    process.stdout.write(`\n${title} ${number + 1}\n${errors[i]}\n`);
}

/** Finds what does not match between the corpus and the record of an article. */
function compare({ text, attributions }: GoldArticle, statements: readonly Attribution[]): void {
  const prepared = prepareText(text);
  const described = <T extends object>(of: T, source: readonly [number, number][] | null, content: readonly [number, number][]) => ({
    of,
    source,
    sourceTokens: tokensOf(prepared, source) as Set<number>,
    contentTokens: tokensOf(prepared, content) as Set<number>,
  });
  const golds = attributions.map((one) => described(one, one.source.length > 0 ? pairs(one.source) : null, pairs(one.content)));
  const ours = statements.map((one) => described(one, one.source, one.content));
  const matched = matchOneToOne(
    golds,
    ours,
    (g: (typeof golds)[number], o: (typeof ours)[number]) => jaccard(g.contentTokens, o.contentTokens),
    OVERLAP,
  ) as [(typeof golds)[number], (typeof ours)[number]][];
  const right = new Set<object>(matched.filter(([g, o]) => sameSource(g, o)).flat());
  const touches = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => [...a].some((token) => b.has(token));
  for (const gold of golds)
    if (!right.has(gold)) {
      const near = ours.filter((o) => touches(gold.contentTokens, o.contentTokens));
      misses.push([inSentence(text, gold.of), ...near.map((o) => `  ours: ${ofOurs(text, o.of)}`)].join("\n"));
    }
  for (const our of ours)
    if (!right.has(our)) {
      const near = golds.filter((g) => touches(g.contentTokens, our.contentTokens));
      falseOnes.push(
        [
          `${ofOurs(text, our.of)}\n  in: ${around(text, our.of.content[0][0])}`,
          ...near.map((g) => `  corpus: ${ofGold(text, g.of)}`),
        ].join("\n"),
      );
    }
}

function pairs(spans: readonly Span[]): [number, number][] {
  return spans.map(({ start, end }) => [start, end]);
}

function wordsOf(text: string, spans: readonly (readonly [number, number])[] | null): string {
  if (spans === null || spans.length === 0) return "–";
  return spans
    .map(([start, end]) => text.slice(start, end))
    .join(" … ")
    .replace(/\s+/g, " ");
}

function ofGold(text: string, { source, cue, content }: GoldAttribution): string {
  return `[${wordsOf(text, pairs(source))}] [${wordsOf(text, pairs(cue))}] [${wordsOf(text, pairs(content))}]`;
}

function ofOurs(text: string, { source, cue, content, confidence }: Attribution): string {
  return `[${wordsOf(text, source)}] [${wordsOf(text, cue)}] [${wordsOf(text, content)}] ${confidence}`;
}

function inSentence(text: string, gold: GoldAttribution): string {
  return `${ofGold(text, gold)}\n  in: ${around(text, gold.content[0].start)}`;
}

/** The line that holds an offset, cut to some words. */
function around(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf("\n", offset - 1) + 1, offset - 250);
  const end = text.indexOf("\n", offset);
  return text.slice(start, Math.min(end < 0 ? text.length : end, offset + 250));
}

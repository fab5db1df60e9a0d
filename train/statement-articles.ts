import { storiesOf } from "../src/formats/index.js";
import { englishWith } from "../src/language/index.js";
import { loadLexicon } from "../src/lexicon/index.js";
import { readReferents } from "../src/reading/actors/index.js";
import { noEventWeights } from "../src/reading/events/training.js";
import { blocksOf, knowledgeOf } from "../src/reading/index.js";
import { type Reading, readingOf } from "../src/reading/reading.js";
import { candidatesOf, cuesOf } from "../src/reading/statements/candidates.js";
import { JUDGE_BITS, Judge } from "../src/reading/statements/judge/index.js";
import type { GoldArticle } from "./polnear.js";
import { casesOf, gateCasesOf } from "./statement-cases.js";
import type { JudgeArticle } from "./statements.js";

const NOTHING = new Int32Array(1 << JUDGE_BITS);

/** A judge that is not asked. */
export const UNTRAINED = new Judge({ contents: NOTHING, gate: NOTHING, sources: NOTHING }, [], "none");

/** An article as the judge learns from it, and as it is read. */
export interface ReadArticle extends JudgeArticle {
  readonly reading: Reading;
  readonly referents: ReturnType<typeof readReferents>;
}

/** What the judge learns from each article. The articles are read as the reader reads them, by a knowledge whose judge is `UNTRAINED`. */
export function judgeArticles(articles: readonly GoldArticle[]): ReadArticle[] {
  const lexicon = loadLexicon();
  const english = englishWith(lexicon);
  const knowledge = knowledgeOf(lexicon, undefined, undefined, noEventWeights(), UNTRAINED);
  return articles.map(({ name, text, attributions }) => {
    const received = { bytes: new TextEncoder().encode(text), name: `${name}.txt`, receivedAt: "2000-01-01T00:00:00.000Z" };
    const [item] = storiesOf(received, { lexicon });
    if (item === undefined || item instanceof Error || item.story.text !== text) throw new Error(`${name}: no sound story`);
    const blocks = blocksOf(item.story);
    const reading = readingOf(item.story, english.parse(text, blocks), blocks, knowledge);
    const referents = readReferents(reading);
    const cues = cuesOf(reading);
    return {
      reading,
      referents,
      gate: gateCasesOf(reading, cues, attributions),
      cases: (admits) =>
        casesOf(
          reading,
          candidatesOf(reading, referents, cues, (cue) => admits(cues.open.indexOf(cue))),
          attributions,
        ),
    };
  });
}

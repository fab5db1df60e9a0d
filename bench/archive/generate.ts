import {
  type Actor,
  type Anchor,
  ASSERTED,
  anchorAt,
  annotationId,
  type Figure,
  LAYERS,
  type Maker,
  type Source,
  type Statement,
  type Story,
  type StoryRecord,
  sha256,
  storyId,
} from "../../src/model/index.js";
import { capitalized, contentWord, functionWord, nameWord, phrase } from "./language.js";
import { between, oneOf, type Random, randomOf, someOf } from "./random.js";

/** A story with the record that a reader would make of it, and what only the generator knows. */
export interface Generated {
  readonly source: Source;
  readonly story: Story;
  readonly record: StoryRecord;
  /** Stories of one number were made from one another. */
  readonly family: number;
  /** For each statement of the record the number of the utterance it gives, and the words as they were said. */
  readonly utterances: readonly Utterance[];
}

export interface Utterance {
  readonly id: number;
  readonly speaker: string;
  readonly words: readonly string[];
}

interface Paragraph {
  readonly utterance: Utterance | null;
  /** The words of the utterance as this story gives them, or of the narrative. */
  readonly words: readonly string[];
  readonly direct: boolean;
  readonly figure: number | null;
}

interface Draft {
  readonly family: number;
  readonly headline: readonly string[];
  readonly paragraphs: readonly Paragraph[];
  readonly day: number;
}

const OUTLETS = Array.from({ length: 40 }, (_, i) => `Gazette ${i + 1}`);
const ROLES = "foreign minister,prime minister,spokesman,general,envoy,union leader,governor,judge".split(",");
const CUES = ["said", "told reporters", "added", "warned"];
const MAKER: Maker = { code: "bench", weights: "-", lexicons: "-" };

/**
 * An endless run of invented stories, the same for the same seed. They come event by event: an event has its own words, speakers and utterances; one to four reporters
 * tell of it, each with a story of ten to twenty paragraphs of which three in four give an utterance (half of these shared with the other reporters: word for
 * word, cut, or in words of their own), and of each story up to five others are made: copied, shortened, extended or rewritten. About fifteen statements a story.
 */
export function* generateStories(seed: number): Generator<Generated> {
  const random = randomOf(seed);
  let utterances = 0;
  let families = 0;
  for (let event = 0; ; event++) {
    const topic = Array.from({ length: 60 }, () => contentWord(random));
    const speakers = Array.from({ length: between(random, 3, 6) }, () => `${nameWord(random)} ${nameWord(random)}`);
    const utter = (): Utterance => ({
      id: utterances++,
      speaker: oneOf(random, speakers),
      words: phrase(random, between(random, 8, 34), topic),
    });
    const shared = Array.from({ length: between(random, 6, 14) }, utter);
    const day = Math.floor(event / 3) % 1000;
    for (let reporter = between(random, 1, 4); reporter > 0; reporter--) {
      const quoted = someOf(random, shared, between(random, 3, 7)).map((utterance) => quotation(random, utterance, true));
      const own = Array.from({ length: between(random, 6, 12) }, utter);
      const paragraphs = mixed(random, [...quoted, ...own.map((utterance) => quotation(random, utterance))], topic);
      const base: Draft = { family: families++, headline: phrase(random, between(random, 5, 9), topic), paragraphs, day };
      yield finished(random, base);
      for (let copies = between(random, 0, 8) - 3; copies > 0; copies--) yield finished(random, remade(random, base, utter, topic));
    }
  }
}

/** What several heard, each tells in words of his own unless he gives it word for word. */
function quotation(random: Random, utterance: Utterance, shared = false): Paragraph {
  const { words } = utterance;
  const cut = random() < 0.2 && words.length >= 16;
  const direct = random() < 0.6;
  const given = cut ? words.slice(0, between(random, 9, words.length - 2)) : words;
  return {
    utterance,
    words: shared && !direct ? editedWords(random, given, 0.4) : given,
    direct,
    figure: random() < 0.2 ? between(random, 2, 5000) : null,
  };
}

/** Narrative between the quotations. */
function mixed(random: Random, quotations: readonly Paragraph[], topic: readonly string[]): readonly Paragraph[] {
  return quotations.flatMap((paragraph) => (random() < 0.3 ? [narrative(random, topic), paragraph] : [paragraph]));
}

const narrative = (random: Random, topic: readonly string[]): Paragraph => ({
  utterance: null,
  words: phrase(random, between(random, 10, 30), topic),
  direct: false,
  figure: null,
});

/** What editors do with a wire story. */
function remade(random: Random, base: Draft, utter: () => Utterance, topic: readonly string[]): Draft {
  const { paragraphs } = base;
  const length = paragraphs.length;
  const later = { ...base, day: base.day + between(random, 0, 2), headline: phrase(random, between(random, 5, 9), topic) };
  const fresh = (count: number): readonly Paragraph[] =>
    Array.from({ length: count }, () => (random() < 0.5 ? narrative(random, topic) : quotation(random, utter())));
  switch (between(random, 0, 3)) {
    case 0:
      return later;
    case 1:
      return { ...later, paragraphs: paragraphs.slice(0, Math.max(2, Math.round(length * (0.25 + 0.65 * random())))) };
    case 2:
      return { ...later, paragraphs: [...paragraphs, ...fresh(between(random, 1, Math.ceil(length / 2)))] };
    default: {
      const kept = someOf(random, paragraphs, Math.ceil(length * (0.7 + 0.25 * random())));
      const edited = kept.map((paragraph) =>
        random() < 0.4 ? { ...paragraph, words: editedWords(random, paragraph.words, 0.1) } : paragraph,
      );
      return { ...later, paragraphs: [...fresh(between(random, 1, 2)), ...edited] };
    }
  }
}

/** Each word is replaced, left out or followed by another with a chance of `share` in all. */
export function editedWords(random: Random, words: readonly string[], share: number): readonly string[] {
  return words.flatMap((word) => {
    const chance = random() / share;
    if (chance >= 1) return [word];
    if (chance < 0.4) return [contentWord(random)];
    return chance < 0.7 ? [] : [word, functionWord(random)];
  });
}

function finished(random: Random, { family, headline, paragraphs, day }: Draft): Generated {
  const outlet = oneOf(random, OUTLETS);
  const published = new Date(Date.UTC(2030, 0, 1 + day, between(random, 0, 23), between(random, 0, 59))).toISOString().slice(0, 16);
  let text = capitalized(headline.join(" "));
  const regions: Story["regions"][number][] = [{ type: "headline", start: 0, end: text.length }];
  const put = (words: string): { readonly start: number; readonly end: number } => {
    const start = text.length;
    text += words;
    return { start, end: text.length };
  };
  const said: {
    readonly utterance: Utterance;
    readonly content: Span;
    readonly name: Span;
    readonly cue: Span;
    readonly direct: boolean;
  }[] = [];
  const counted: { readonly span: Span; readonly value: number; readonly by: string | null }[] = [];
  for (const { utterance, words, direct, figure } of paragraphs) {
    put("\n\n");
    const start = text.length;
    const sentence = words.join(" ");
    if (utterance === null) put(`${capitalized(sentence)}.`);
    else {
      const cue = oneOf(random, CUES);
      if (direct) {
        const content = put(`“${capitalized(sentence)},”`);
        put(" ");
        const name = put(utterance.speaker);
        put(" ");
        said.push({ utterance, content, name, cue: put(cue), direct });
      } else {
        put(`${capitalized(oneOf(random, ROLES))} `);
        const name = put(utterance.speaker);
        put(" ");
        const cueSpan = put(cue);
        put(" that ");
        said.push({ utterance, content: put(sentence), name, cue: cueSpan, direct });
      }
      put(".");
    }
    if (figure !== null) {
      put(" At least ");
      counted.push({ span: put(`${figure} people`), value: figure, by: utterance?.speaker ?? null });
      put(" were counted.");
    }
    regions.push({ type: "paragraph", start, end: text.length });
  }
  const textSha256 = sha256(text);
  const story: Story = {
    id: storyId(textSha256, published, outlet),
    text,
    textSha256,
    source: textSha256,
    index: 0,
    format: { name: "text", version: 1 },
    regions,
    headline: text.slice(0, regions[0].end),
    outlet,
    agency: null,
    datelinePlace: null,
    bylines: [],
    published: { value: published, from: "metadata", quote: null },
    updated: null,
    uri: null,
    guid: null,
    version: null,
  };
  const source: Source = {
    id: textSha256,
    size: Buffer.byteLength(text),
    mediaType: "text/plain",
    uri: null,
    guid: null,
    version: null,
    receivedAt: "2033-01-01T00:00:00.000Z",
  };
  return { source, story, record: recordOf(story, said, counted), family, utterances: said.map(({ utterance }) => utterance) };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function recordOf(
  story: Story,
  said: readonly {
    readonly utterance: Utterance;
    readonly content: Span;
    readonly name: Span;
    readonly cue: Span;
    readonly direct: boolean;
  }[],
  counted: readonly { readonly span: Span; readonly value: number; readonly by: string | null }[],
): StoryRecord {
  const at = (span: Span): Anchor => anchorAt(story.text, [span]);
  const actors = new Map<string, Actor>();
  for (const { utterance, name } of said) {
    if (actors.has(utterance.speaker)) continue;
    const [quote] = at(name);
    actors.set(utterance.speaker, {
      id: annotationId(story.id, "actors", [quote], ""),
      name: utterance.speaker,
      kind: "person",
      country: null,
      role: null,
      affiliation: null,
      mentions: [{ quote, form: "name", rule: "bench", confidence: 1 }],
      rule: "bench",
      confidence: 1,
    });
  }
  const idOf = (name: string | null): string | null => (name === null ? null : (actors.get(name)?.id ?? null));
  const common = { modality: ASSERTED, rule: "bench", confidence: 1 };
  return {
    schemaVersion: 1,
    story: story.id,
    textSha256: story.textSha256,
    maker: MAKER,
    coverage: Object.fromEntries(LAYERS.map((layer) => [layer, "read"])) as StoryRecord["coverage"],
    actors: [...actors.values()],
    times: [],
    statements: said.map(
      ({ utterance, content, name, cue, direct }): Statement => ({
        ...common,
        id: annotationId(story.id, "statements", at(content), ""),
        anchor: at(content),
        speaker: { kind: "actor", actor: idOf(utterance.speaker) as string, joint: [] },
        speakerSpan: at(name),
        cue: at(cue),
        cueLemma: "say",
        mode: direct ? "direct" : "indirect",
        class: "speech",
        addressee: null,
        medium: null,
        date: null,
        denied: false,
      }),
    ),
    figures: counted.map(
      ({ span, value, by }): Figure => ({
        ...common,
        id: annotationId(story.id, "figures", at(span), "people"),
        anchor: at(span),
        value,
        bound: "at_least",
        unit: "people",
        of: null,
        place: null,
        asOf: null,
        by: idOf(by),
      }),
    ),
    places: [],
    events: [],
    positions: [],
    meetings: [],
    unread: [],
  };
}

#!/usr/bin/env node
// Scores predicted attributions (source, cue, content) against PolNeAR-style gold.
// Usage: node score.mjs --gold DIR --predicted FILE.jsonl [--json]
// See README.md for the measures and the file format.

import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

export const OVERLAP = 0.5;
export const TYPES = ["direct", "mixed", "indirect"];

/** Inflected cue words that report an act of saying; all other cues count as 'other'. */
export const SPEECH_WORDS = new Set(
  `said says say saying told tells tell telling added adds add adding asked asks ask asking
  stated states stating announced announces announce announcing according wrote writes write writing
  tweeted tweets tweet tweeting noted notes noting argued argues argue arguing claimed claims claim claiming
  called calls calling replied replies replying responded responds responding answered answers
  explained explains explain explaining declared declares declaring insisted insists insist insisting
  denied denies deny denying warned warns warn warning acknowledged acknowledges acknowledging
  admitted admits admitting continued continues concluded concludes concluding described describes describing
  suggested suggests suggesting urged urges urging confirmed confirms confirming reported reports reporting
  recalled recalls observed quipped joked remarked commented asserted asserts asserting alleged alleges alleging
  testified testifies promised promises vowed vows pledged pledges accused accuses accusing
  mentioned mentions emphasized stressed reiterated repeated quoted cited cites citing
  statement statements criticized criticizes criticizing blasted slammed predicted predicts
  exclaimed shouted yelled complained complains boasted lamented charged contended contends maintained maintains
  agreed revealed reveals disclosed discussed posted`.split(/\s+/),
);

const FUNCTION_WORDS = new Set(
  `a an the of and or in for at with by to from on s is was that who which his her their its our my your`.split(" "),
);

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

// ---------------------------------------------------------------- text

/** Whitespace tokens as [start, end) in UTF-16 code units. */
export function tokenize(text) {
  return [...text.matchAll(/\S+/g)].map((m) => [m.index, m.index + m[0].length]);
}

/** Table from Unicode code point index to UTF-16 index (length + 1 entries). */
export function codePointTable(text) {
  const table = [];
  let unit = 0;
  for (const character of text) {
    table.push(unit);
    unit += character.length;
  }
  table.push(unit);
  return table;
}

/**
 * One flag per UTF-16 unit: inside double quotation marks (marks included).
 * An unclosed quotation runs to the end of its line, as in a quotation continued in the next paragraph.
 */
export function quotedFlags(text) {
  const flags = new Uint8Array(text.length);
  let open = -1;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text[i] : "\n";
    if (c === "\n") {
      if (open >= 0) flags.fill(1, open, i);
      open = -1;
    } else if (c === "“" || (c === '"' && open < 0)) {
      if (open < 0) open = i;
    } else if ((c === "”" || c === '"') && open >= 0) {
      flags.fill(1, open, i + 1);
      open = -1;
    }
  }
  return flags;
}

/** Everything about a text that scoring needs, computed once. */
export function prepareText(text) {
  const tokens = tokenize(text);
  const isWordCharacter = Uint8Array.from({ length: text.length }, (_, i) =>
    WORD_CHARACTER.test(text[i]) || /[\ud800-\udfff]/.test(text[i]) ? 1 : 0,
  );
  return { text, tokens, isWordCharacter, quoted: quotedFlags(text) };
}

/**
 * Indices of the tokens that a span list covers. A token counts when the covered part holds
 * a letter or digit, so quotation marks and commas at an edge never matter. A span list
 * without any letter or digit (a cue that is just a colon) falls back to every touched token.
 */
export function tokensOf(prepared, spans) {
  const words = new Set();
  const touched = new Set();
  for (const [start, end] of spans ?? []) {
    for (let t = firstTokenEndingAfter(prepared.tokens, start); t < prepared.tokens.length; t++) {
      const [tokenStart, tokenEnd] = prepared.tokens[t];
      if (tokenStart >= end) break;
      touched.add(t);
      for (let i = Math.max(start, tokenStart); i < Math.min(end, tokenEnd); i++) {
        if (prepared.isWordCharacter[i]) {
          words.add(t);
          break;
        }
      }
    }
  }
  return words.size > 0 ? words : touched;
}

function firstTokenEndingAfter(tokens, position) {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle][1] > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Key of exactly which letters and digits are covered; punctuation and spaces are ignored. */
export function wordCharacterKey(prepared, spans) {
  const positions = new Set();
  for (const [start, end] of spans ?? []) {
    for (let i = start; i < end; i++) if (prepared.isWordCharacter[i]) positions.add(i);
  }
  return [...positions].sort((a, b) => a - b).join(",");
}

/** One key per stretch of a span list; stretches with no word between them are joined. */
export function spanKeys(prepared, spans) {
  const joined = [];
  for (const [start, end] of [...(spans ?? [])].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && !prepared.isWordCharacter.subarray(last[1], start).includes(1)) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined.map((span) => wordCharacterKey(prepared, [span]) || `punctuation ${span}`);
}

export function attributionType(prepared, content) {
  let inside = 0;
  let outside = 0;
  for (const [start, end] of content) {
    for (let i = start; i < end; i++) {
      if (!prepared.isWordCharacter[i]) continue;
      if (prepared.quoted[i]) inside++;
      else outside++;
    }
  }
  if (outside === 0 && inside > 0) return "direct";
  return inside > 0 ? "mixed" : "indirect";
}

// ---------------------------------------------------------------- reading

/** Parses one brat standoff file: attributions plus the stretches annotators discarded. */
export function parseStandoff(annotationText, toUtf16) {
  const spans = new Map();
  const labels = new Map();
  const events = [];
  for (const line of annotationText.split("\n")) {
    const mention = /^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)/.exec(line);
    if (mention) {
      const [, id, label, offsets] = mention;
      labels.set(id, label);
      spans.set(
        id,
        offsets.split(";").map((pair) => pair.split(" ").map((offset) => toUtf16[Number(offset)])),
      );
      continue;
    }
    const event = /^E\d+\t(.+)$/.exec(line);
    if (event)
      events.push(
        event[1]
          .trim()
          .split(/\s+/)
          .map((role) => role.split(":")),
      );
  }
  const attributions = events
    .map((roles) => {
      const collect = (name) =>
        roles
          .filter(([role]) => role.replace(/\d+$/, "") === name)
          .flatMap(([, id]) => spans.get(id) ?? [])
          .sort((a, b) => a[0] - b[0]);
      const source = collect("Source");
      return { source: source.length > 0 ? source : null, cue: collect("Cue"), content: collect("Content") };
    })
    .filter((attribution) => attribution.content.length > 0);
  const discarded = [...labels].filter(([, label]) => label === "Discard").flatMap(([id]) => spans.get(id));
  return { attributions, discarded };
}

/**
 * Reads DIR/text/*.txt and DIR/attributions/*.ann. An annotation file is called
 * DOC.ann or DOC_xxxx.ann (xxxx: annotator). Where several annotators did a text,
 * the first in alphabetical order is the gold, unless `annotator` names another.
 */
export function readGold(directory, annotator) {
  const files = new Map();
  for (const file of readdirSync(join(directory, "attributions")).sort()) {
    const name = /^(.*?)(?:_([0-9a-f]{4}))?\.ann$/.exec(file);
    if (!name) continue;
    if (annotator && name[2] !== annotator) continue;
    if (!files.has(name[1])) files.set(name[1], file);
  }
  const gold = new Map();
  for (const [doc, file] of files) {
    const textPath = join(directory, "text", `${doc}.txt`);
    if (!existsSync(textPath)) throw new Error(`no text for ${file}`);
    const text = readFileSync(textPath, "utf8");
    const annotation = readFileSync(join(directory, "attributions", file), "utf8");
    gold.set(doc, { prepared: prepareText(text), ...parseStandoff(annotation, codePointTable(text)) });
  }
  return gold;
}

export function parsePredicted(jsonl) {
  const predicted = new Map();
  jsonl.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const { doc, attributions } = JSON.parse(line);
    if (typeof doc !== "string" || !Array.isArray(attributions)) {
      throw new Error(`line ${index + 1}: needs "doc" and "attributions"`);
    }
    if (predicted.has(doc)) throw new Error(`line ${index + 1}: document ${doc} appears twice`);
    attributions.forEach((attribution, n) => {
      for (const field of ["source", "cue", "content"]) checkSpans(attribution[field], field, `${doc}, attribution ${n}`);
      if (!attribution.content?.length) throw new Error(`${doc}, attribution ${n}: no content`);
    });
    predicted.set(
      doc,
      attributions.map(({ source, cue, content }) => ({ source: source?.length ? source : null, cue: cue ?? [], content })),
    );
  });
  return predicted;
}

function checkSpans(spans, field, where) {
  if (spans == null) return;
  const valid =
    Array.isArray(spans) && spans.every((s) => Array.isArray(s) && s.length === 2 && s.every(Number.isInteger) && s[0] >= 0 && s[0] < s[1]);
  if (!valid) throw new Error(`${where}: ${field} is not a list of [start, end) pairs`);
}

// ---------------------------------------------------------------- scoring

export function jaccard(a, b) {
  if (a.size === 0 && b.size === 0) return 0;
  let shared = 0;
  for (const element of a) if (b.has(element)) shared++;
  return shared / (a.size + b.size - shared);
}

/** One-to-one pairs of items whose `similarity` reaches `minimum`, best first; `tieBreak` settles equals. */
export function matchOneToOne(gold, predicted, similarity, minimum, tieBreak = () => 0) {
  const candidates = [];
  gold.forEach((g, gi) =>
    predicted.forEach((p, pi) => {
      const score = similarity(g, p);
      if (score > 0 && score >= minimum) candidates.push({ gi, pi, score, tie: tieBreak(g, p) });
    }),
  );
  candidates.sort((a, b) => b.score - a.score || b.tie - a.tie || a.gi - b.gi || a.pi - b.pi);
  const usedGold = new Set();
  const usedPredicted = new Set();
  const pairs = [];
  for (const { gi, pi } of candidates) {
    if (usedGold.has(gi) || usedPredicted.has(pi)) continue;
    usedGold.add(gi);
    usedPredicted.add(pi);
    pairs.push([gold[gi], predicted[pi]]);
  }
  return pairs;
}

/** Counts from which precision, recall and F1 follow. */
class Tally {
  gold = 0;
  predicted = 0;
  right = 0;

  add(gold, predicted, right) {
    this.gold += gold;
    this.predicted += predicted;
    this.right += right;
  }

  summary() {
    const precision = ratio(this.right, this.predicted);
    const recall = ratio(this.right, this.gold);
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return { precision, recall, f1, gold: this.gold, predicted: this.predicted };
  }
}

const ratio = (part, whole) => (whole === 0 ? 0 : part / whole);

/** Adds token sets, type and cue class to a raw attribution. */
function describe(prepared, attribution) {
  const words = (spans) =>
    spans
      .map(([s, e]) => prepared.text.slice(s, e))
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}]+/gu) ?? [];
  const sourceTokens = tokensOf(prepared, attribution.source);
  return {
    ...attribution,
    sourceTokens,
    sourceContentTokens: new Set([...sourceTokens].filter((t) => words([prepared.tokens[t]]).some((word) => !FUNCTION_WORDS.has(word)))),
    cueTokens: tokensOf(prepared, attribution.cue),
    contentTokens: tokensOf(prepared, attribution.content),
    contentKey: wordCharacterKey(prepared, attribution.content),
    type: attributionType(prepared, attribution.content),
    cueClass: words(attribution.cue).some((word) => SPEECH_WORDS.has(word)) ? "speech" : "other",
  };
}

/** Same source: both absent, or token overlap of at least OVERLAP. */
export const sameSource = (g, p) =>
  g.source === null || p.source === null ? g.source === p.source : jaccard(g.sourceTokens, p.sourceTokens) >= OVERLAP;

/** Looser: both absent, or a shared word that is not a function word (pronouns count). */
export const touchingSource = (g, p) => {
  if (g.source === null || p.source === null) return g.source === p.source;
  const [a, b] =
    g.sourceContentTokens.size > 0 && p.sourceContentTokens.size > 0
      ? [g.sourceContentTokens, p.sourceContentTokens]
      : [g.sourceTokens, p.sourceTokens];
  return [...a].some((t) => b.has(t));
};

export function score(gold, predicted) {
  for (const doc of predicted.keys()) {
    if (!gold.has(doc)) throw new Error(`predicted document ${doc} is not in the gold`);
  }
  const measures = ["content", "contentExact", "cue", "endToEnd", "endToEndLenient"];
  const roles = ["source", "cue", "content"];
  const tallies = Object.fromEntries(measures.map((name) => [name, new Tally()]));
  const tokenLevel = Object.fromEntries(roles.map((role) => [role, new Tally()]));
  const spanLevel = Object.fromEntries(roles.map((role) => [role, new Tally()]));
  const groups = () => ({ content: new Tally(), endToEnd: new Tally(), endToEndLenient: new Tally() });
  const byType = Object.fromEntries(TYPES.map((type) => [type, groups()]));
  const byCue = { speech: groups(), other: groups() };
  const sources = { matched: 0, same: 0, touching: 0 };
  let ignored = 0;

  for (const [doc, { prepared, attributions, discarded }] of gold) {
    const discardedTokens = tokensOf(prepared, discarded);
    const golds = attributions.map((a) => describe(prepared, a));
    const all = (predicted.get(doc) ?? []).map((a) => describe(prepared, a));
    // Stretches that annotators were told to skip (bylines, editor's notes) count for nobody.
    const predictions = all.filter((p) => ![...p.contentTokens].every((t) => discardedTokens.has(t)));
    ignored += all.length - predictions.length;

    const contentPairs = matchOneToOne(
      golds,
      predictions,
      (g, p) => jaccard(g.contentTokens, p.contentTokens),
      OVERLAP,
      (g, p) => jaccard(g.cueTokens, p.cueTokens) + jaccard(g.sourceTokens, p.sourceTokens),
    );
    const samePairs = contentPairs.filter(([g, p]) => sameSource(g, p));
    const touchingPairs = contentPairs.filter(([g, p]) => touchingSource(g, p));
    sources.matched += contentPairs.length;
    sources.same += samePairs.length;
    sources.touching += touchingPairs.length;

    tallies.content.add(golds.length, predictions.length, contentPairs.length);
    tallies.endToEnd.add(golds.length, predictions.length, samePairs.length);
    tallies.endToEndLenient.add(golds.length, predictions.length, touchingPairs.length);

    const exactPairs = contentPairs.filter(([g, p]) => g.contentKey === p.contentKey);
    tallies.contentExact.add(golds.length, predictions.length, exactPairs.length);

    const withCue = (list) => list.filter((a) => a.cueTokens.size > 0);
    const cuePairs = matchOneToOne(withCue(golds), withCue(predictions), (g, p) => jaccard(g.cueTokens, p.cueTokens), 0);
    tallies.cue.add(withCue(golds).length, withCue(predictions).length, cuePairs.length);

    for (const role of roles) {
      for (const [tally, unitsOf] of [
        [tokenLevel[role], (a) => [...a[`${role}Tokens`]]],
        [spanLevel[role], (a) => spanKeys(prepared, a[role])],
      ]) {
        const goldUnits = new Set(golds.flatMap(unitsOf));
        const predictedUnits = new Set(predictions.flatMap(unitsOf));
        tally.add(goldUnits.size, predictedUnits.size, [...goldUnits].filter((unit) => predictedUnits.has(unit)).length);
      }
    }

    // A matched prediction counts under the class of its gold, any other under its own class.
    const goldOf = new Map(contentPairs.map(([g, p]) => [p, g]));
    const split = (groupOf, name) => {
      for (const g of golds) for (const tally of Object.values(groupOf[g[name]])) tally.gold++;
      for (const p of predictions) {
        for (const tally of Object.values(groupOf[(goldOf.get(p) ?? p)[name]])) tally.predicted++;
      }
      for (const [measure, pairs] of [
        ["content", contentPairs],
        ["endToEnd", samePairs],
        ["endToEndLenient", touchingPairs],
      ]) {
        for (const [g] of pairs) groupOf[g[name]][measure].right++;
      }
    };
    split(byType, "type");
    split(byCue, "cueClass");
  }

  const summarize = (tree) =>
    tree instanceof Tally ? tree.summary() : Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, summarize(value)]));
  return {
    documents: gold.size,
    predictedDocuments: predicted.size,
    ignoredInDiscarded: ignored,
    ...summarize(tallies),
    sourceAccuracy: ratio(sources.same, sources.matched),
    sourceAccuracyLenient: ratio(sources.touching, sources.matched),
    tokens: summarize(tokenLevel),
    spans: summarize(spanLevel),
    byType: summarize(byType),
    byCue: summarize(byCue),
  };
}

// ---------------------------------------------------------------- report

export function report(result) {
  const percent = (x) => (100 * x).toFixed(1).padStart(6);
  const row = (label, s) =>
    `${label.padEnd(30)}${percent(s.precision)}${percent(s.recall)}${percent(s.f1)}${String(s.gold).padStart(8)}${String(s.predicted).padStart(10)}`;
  const lines = [
    `documents ${result.documents}, with predictions ${result.predictedDocuments}, predictions ignored in discarded text ${result.ignoredInDiscarded}`,
    "",
    `${"".padEnd(30)}     P     R    F1    gold predicted`,
    row("content, overlap", result.content),
    row("content, exact", result.contentExact),
    row("cue, overlap", result.cue),
    row("END TO END", result.endToEnd),
    row("end to end, lenient source", result.endToEndLenient),
    `${"source accuracy when matched".padEnd(42)}${percent(result.sourceAccuracy)}   lenient${percent(result.sourceAccuracyLenient)}`,
    "",
    ...["source", "cue", "content"].map((role) => row(`tokens: ${role}`, result.tokens[role])),
    ...["source", "cue", "content"].map((role) => row(`exact spans: ${role}`, result.spans[role])),
  ];
  for (const [title, groups] of [
    ["type", result.byType],
    ["cue", result.byCue],
  ]) {
    lines.push("");
    for (const [name, group] of Object.entries(groups)) {
      lines.push(row(`${title} ${name}: content`, group.content));
      lines.push(row(`${title} ${name}: end to end`, group.endToEnd));
      lines.push(row(`${title} ${name}: e2e, lenient`, group.endToEndLenient));
    }
  }
  return lines.join("\n");
}

function main() {
  const { values } = parseArgs({
    options: { gold: { type: "string" }, predicted: { type: "string" }, json: { type: "boolean", default: false } },
  });
  if (!values.gold || !values.predicted) {
    console.error("usage: node score.mjs --gold DIR_WITH_text_AND_attributions --predicted FILE.jsonl [--json]");
    process.exit(2);
  }
  const result = score(readGold(values.gold), parsePredicted(readFileSync(values.predicted, "utf8")));
  console.log(values.json ? JSON.stringify(result, null, 2) : report(result));
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();

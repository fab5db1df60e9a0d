// Run with: node --test
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { attributionType, parsePredicted, prepareText, readGold, score, tokensOf } from "./score.mjs";

// Made up for this test. The emoji takes one code point but two UTF-16 units.
const TEXT = `By Our Staff 🙂
The mayor said the bridge is safe.
“It will stand,” she added, “for years.”
Critics called the plan “reckless” and too costly.
It was announced that tolls rise.`;

const DOC = "sample_2020-01-01_bridge";

/** [start, end) of a phrase in UTF-16 units. */
const span = (phrase) => {
  const start = TEXT.indexOf(phrase);
  assert.notEqual(start, -1, phrase);
  return [start, start + phrase.length];
};

const GOLD = [
  { source: [span("The mayor")], cue: [span("said")], content: [span("the bridge is safe")] },
  { source: [span("she")], cue: [span("added")], content: [span("“It will stand,”"), span("“for years.”")] },
  { source: [span("Critics")], cue: [span("called")], content: [span("the plan “reckless” and too costly")] },
  { source: null, cue: [span("announced")], content: [span("that tolls rise")] },
];

let directory;
let gold;

before(() => {
  directory = mkdtempSync(join(tmpdir(), "attribution-score-"));
  mkdirSync(join(directory, "text"));
  mkdirSync(join(directory, "attributions"));
  writeFileSync(join(directory, "text", `${DOC}.txt`), TEXT);
  writeFileSync(join(directory, "attributions", `${DOC}_1a2b.ann`), standoff(GOLD));
  // A second annotator's file must not be taken as another document.
  writeFileSync(join(directory, "attributions", `${DOC}_9f9f.ann`), "");
  gold = readGold(directory);
});

after(() => rmSync(directory, { recursive: true }));

/** Writes attributions as brat standoff, with code point offsets as PolNeAR has them. */
function standoff(attributions) {
  const codePoints = (unit) => [...TEXT.slice(0, unit)].length;
  const lines = [];
  let id = 0;
  const mention = (label, spans) => {
    const offsets = spans.map((pair) => pair.map(codePoints).join(" ")).join(";");
    lines.push(`T${++id}\t${label} ${offsets}\t-`);
    return `T${id}`;
  };
  mention("Discard", [span("By Our Staff")]);
  attributions.forEach(({ source, cue, content }, index) => {
    const roles = [`Content:${mention("Content", content)}`, `Cue:${mention("Cue", cue)}`];
    if (source) roles.push(`Source:${mention("Source", source)}`);
    lines.push(`E${index + 1}\t${source ? "Attribution" : "Attribution-no-source"}:${mention("Attribution", cue)} ${roles.join(" ")}`);
  });
  return lines.join("\n");
}

const scoreOf = (attributions) => score(gold, new Map([[DOC, attributions]]));

test("gold against itself is perfect", () => {
  const result = scoreOf(GOLD);
  for (const name of ["content", "contentExact", "cue", "endToEnd", "endToEndLenient"]) assert.equal(result[name].f1, 1, name);
  for (const role of ["source", "cue", "content"]) {
    assert.equal(result.tokens[role].f1, 1, role);
    assert.equal(result.spans[role].f1, 1, role);
  }
  for (const type of ["direct", "mixed", "indirect"]) assert.equal(result.byType[type].endToEnd.f1, 1, type);
  assert.equal(result.sourceAccuracy, 1);
});

test("no prediction scores nothing", () => {
  for (const predicted of [new Map(), new Map([[DOC, []]])]) {
    const result = score(gold, predicted);
    for (const name of ["content", "contentExact", "cue", "endToEnd"]) assert.equal(result[name].f1, 0, name);
    assert.equal(result.sourceAccuracy, 0);
    assert.equal(result.endToEnd.gold, 4);
  }
});

test("code point offsets become UTF-16 offsets", () => {
  const first = gold.get(DOC).attributions[0];
  assert.deepEqual(first.source, GOLD[0].source);
  assert.equal(TEXT.slice(...first.content[0]), "the bridge is safe");
});

test("types follow quotation marks", () => {
  const prepared = prepareText(TEXT);
  assert.deepEqual(
    GOLD.map((a) => attributionType(prepared, a.content)),
    ["indirect", "direct", "mixed", "indirect"],
  );
});

test("a quotation left open runs to the end of its paragraph", () => {
  const prepared = prepareText('She said: "One.\n"Two." Three.');
  assert.equal(
    attributionType(prepared, [
      [10, 15],
      [17, 21],
    ]),
    "direct",
  );
  assert.equal(attributionType(prepared, [[23, 28]]), "indirect");
});

test("punctuation at the edges does not matter", () => {
  const trimmed = structuredClone(GOLD);
  trimmed[1].content = [span("It will stand"), span("for years")];
  const result = scoreOf(trimmed);
  assert.equal(result.content.f1, 1);
  assert.equal(result.contentExact.f1, 1);
});

test("a wrong source costs end to end but not content", () => {
  const wrong = structuredClone(GOLD);
  wrong[0].source = [span("Critics")];
  const result = scoreOf(wrong);
  assert.equal(result.content.f1, 1);
  assert.equal(result.endToEnd.f1, 0.75);
  assert.equal(result.sourceAccuracy, 0.75);
  assert.equal(result.byType.indirect.endToEnd.f1, 0.5);
});

test("a missing source is not the same as a named one", () => {
  const wrong = structuredClone(GOLD);
  wrong[0].source = null;
  wrong[3].source = [span("Critics")];
  assert.equal(scoreOf(wrong).endToEnd.f1, 0.5);
});

test("half the content is a match, less is not", () => {
  const half = (phrase) => scoreOf([{ ...GOLD[0], content: [span(phrase)] }]).content;
  assert.equal(half("the bridge").recall, 0.25);
  assert.equal(half("bridge").recall, 0);
});

test("one gold attribution is matched once", () => {
  const result = scoreOf([...GOLD, GOLD[0]]);
  assert.equal(result.content.precision, 0.8);
  assert.equal(result.content.recall, 1);
});

test("predictions in discarded text are ignored", () => {
  const result = scoreOf([...GOLD, { source: null, cue: [], content: [span("By Our Staff")] }]);
  assert.equal(result.ignoredInDiscarded, 1);
  assert.equal(result.endToEnd.f1, 1);
});

test("a cue of punctuation alone still has a token", () => {
  const prepared = prepareText("Romeo: “Is the day so young?”");
  assert.deepEqual([...tokensOf(prepared, [[5, 6]])], [0]);
});

test("exact spans are counted per stretch, whoever they belong to", () => {
  const swapped = structuredClone(GOLD);
  [swapped[0].source, swapped[2].source] = [swapped[2].source, swapped[0].source];
  swapped[1].content = [span("It will stand")];
  const result = scoreOf(swapped);
  assert.equal(result.spans.source.f1, 1);
  assert.equal(result.spans.content.precision, 1);
  assert.equal(result.spans.content.recall, 0.8);
  assert.equal(result.endToEnd.f1, 0.5);
});

test("malformed predictions are refused", () => {
  assert.throws(() => parsePredicted('{"doc":"a","attributions":[{"content":[[5,2]]}]}'), /content/);
  assert.throws(() => parsePredicted('{"doc":"a","attributions":[{"content":[]}]}'), /no content/);
  assert.throws(() => score(gold, new Map([["unknown", []]])), /not in the gold/);
});

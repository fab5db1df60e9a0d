// Run with: node --test
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { classification, countMatches, listErrors, readGold, readPredicted, score, scoreLine } from "./score.mjs";

const SCORER = fileURLToPath(new URL("./score.mjs", import.meta.url));

// Made up for this test. The emoji takes one code point but two UTF-16 units.
const TEXTS = {
  visit: "🙂 The president of Ruritania met the queen of Graustark and condemned the rebels on the last day of the winter fair.",
  strike: "Dockers of Port Alpha went on strike.",
  release: "Ruritania freed two Graustark pilots.",
  quiet: "The harbour was calm.",
  calm: "Rain is expected at noon.",
  rumour: "Had Ruritania attacked Graustark, the harbour would have burned.",
};

/** [[start, end)] of each phrase in a text, in UTF-16 units. */
const spans = (id, ...phrases) =>
  phrases.map((phrase) => {
    const start = TEXTS[id].indexOf(phrase);
    assert.notEqual(start, -1, phrase);
    return [start, start + phrase.length];
  });

const event = (id, type, source, target) => ({
  type,
  source: source && spans(id, source),
  target: target && spans(id, target),
});

const GOLD = {
  visit: [
    event("visit", "CONSULT", "The president of Ruritania", "the queen of Graustark"),
    event("visit", "ACCUSE", "The president of Ruritania", "the rebels"),
  ],
  strike: [event("strike", "PROTEST", "Dockers of Port Alpha", null)],
  release: [event("release", "YIELD", "Ruritania", "two Graustark pilots")],
  quiet: [],
  calm: [],
  rumour: [],
};

let directory;
let gold;

before(() => {
  directory = mkdtempSync(join(tmpdir(), "events-score-"));
  gold = readGold(
    write(
      "gold.jsonl",
      Object.keys(TEXTS).map((id) => ({ id, text: TEXTS[id], events: GOLD[id], unreal: id === "rumour" })),
    ),
  );
});

after(() => rmSync(directory, { recursive: true }));

function write(name, records) {
  const file = join(directory, name);
  writeFileSync(file, records.map((record) => JSON.stringify(record) + "\n").join(""));
  return file;
}

/** Scores {sentence id: events}; `status` is filled in. */
function scored(events) {
  const records = Object.entries(events).map(([id, list]) => ({ id, events: list.map((e) => ({ status: "occurred", ...e })) }));
  const predicted = readPredicted(write("predicted.jsonl", records), gold);
  return { ...score(gold, predicted), errors: listErrors(gold, predicted) };
}

test("gold against itself is perfect", () => {
  const result = scored(GOLD);
  assert.equal(result.goldEvents, 4);
  assert.equal(result.score, 1);
  for (const { accuracy, macroF1 } of [result.coding.roots, result.coding.quads, result.coding.any.roots, result.coding.any.quads]) {
    assert.deepEqual([accuracy, macroF1], [1, 1]);
  }
  for (const measure of Object.values(result.raw)) assert.equal(measure.f1, 1);
  assert.deepEqual(result.falseAlarms, { sentences: 3, eventsPerHundred: 0, assertedPerHundred: 0, sentencesPerHundred: 0 });
  assert.deepEqual(result.errors, []);
});

test("no predictions: every gold event is wrong, and nothing is a false alarm", () => {
  const result = scored({});
  assert.equal(result.coding.withoutCounterpart, 4);
  assert.equal(result.coding.roots.accuracy, 0);
  assert.equal(result.coding.any.quads.accuracy, 0);
  assert.equal(result.raw.type.f1, 0);
  assert.deepEqual(
    result.errors.map(({ kind }) => kind),
    ["missed", "missed", "missed", "missed"],
  );
});

test("CONCEDE and RETREAT count as YIELD, quad 2", () => {
  for (const type of ["CONCEDE", "RETREAT"]) {
    const { coding, raw } = scored({ release: [event("release", type, "Ruritania", "two Graustark pilots")] });
    assert.equal(coding.roots.byLabel.YIELD.f1, 1);
    assert.equal(coding.quads.byLabel[2].f1, 1);
    assert.equal(raw.triple.right, 1);
  }
});

test("coding: the best overlap decides, and the first of equals", () => {
  const president = "The president of Ruritania";
  const both = scored({
    visit: [event("visit", "ACCUSE", president, "the rebels"), event("visit", "CONSULT", president, "the queen of Graustark")],
  });
  assert.equal(both.coding.roots.byLabel.CONSULT.right, 1);
  assert.equal(both.coding.roots.byLabel.ACCUSE.right, 1);

  const twice = ["REJECT", "YIELD"].map((type) => event("release", type, "Ruritania", "two Graustark pilots"));
  assert.equal(scored({ release: twice }).coding.roots.accuracy, 0);
  assert.equal(scored({ release: twice.toReversed() }).coding.roots.accuracy, 1 / 4);
});

test('coding: roles the wrong way round are no counterpart, but count for "any"', () => {
  const { coding, errors } = scored({ release: [event("release", "YIELD", "two Graustark pilots", "Ruritania")] });
  assert.equal(coding.withoutCounterpart, 4);
  assert.equal(coding.roots.accuracy, 0);
  assert.equal(coding.any.roots.byLabel.YIELD.right, 1);
  assert.equal(errors.find(({ id }) => id === "release").others.length, 1);
});

test("coding: a role that the gold lacks is not judged, unlike in the raw measures", () => {
  const { coding, raw } = scored({ strike: [event("strike", "PROTEST", "Dockers of Port Alpha", "Port Alpha")] });
  assert.equal(coding.roots.byLabel.PROTEST.right, 1);
  assert.deepEqual([raw.type.right, raw.dyad.right, raw.dyadLenient.right], [1, 0, 0]);
});

test("coding: an event after the third is not considered", () => {
  const wrong = event("release", "AID", "two Graustark pilots", "Ruritania");
  const right = event("release", "YIELD", "Ruritania", "two Graustark pilots");
  const third = scored({ release: [wrong, wrong, right] });
  assert.equal(third.coding.roots.byLabel.YIELD.right, 1);
  const fourth = scored({ release: [wrong, wrong, wrong, right] });
  assert.equal(fourth.coding.roots.byLabel.YIELD.right, 0);
  assert.equal(fourth.coding.any.roots.byLabel.YIELD.right, 0);
  assert.equal(fourth.raw.triple.right, 1, "the raw measures consider all");
  assert.deepEqual(
    fourth.errors.filter(({ id }) => id === "release").map(({ kind }) => kind),
    ["missed"],
  );
});

test("coding: a span as long as the sentence is found nowhere", () => {
  const { coding, raw } = scored({ visit: [event("visit", "ACCUSE", TEXTS.visit, TEXTS.visit)] });
  assert.equal(coding.withoutCounterpart, 4);
  assert.deepEqual([raw.dyadLenient.right, raw.type.right], [0, 1]);
});

test("score: harmonic mean of root F1 and the F1 of triples among the first two events", () => {
  const right = event("release", "YIELD", "Ruritania", "two Graustark pilots");
  const wrong = event("release", "AID", "two Graustark pilots", "Ruritania");
  const at = (...release) => scored({ release });
  // One of four gold events: root F1 is 1 for YIELD, 0 for the three other types.
  assert.equal(at(right).raw.tripleSurest.f1, 2 / 5);
  assert.equal(at(right).score, (2 * 0.4 * 0.25) / 0.65);
  assert.deepEqual([at(wrong, right).raw.tripleSurest.predicted, at(wrong, right).raw.tripleSurest.right], [2, 1]);
  const many = at(wrong, right, ...Array(20).fill(wrong));
  assert.equal(many.score, at(wrong, right).score, "more change nothing");
  assert.equal(at(wrong, wrong, right).score, 0, "and the third earns nothing");
  const both = scored({ visit: [...GOLD.visit, GOLD.visit[0]] }).raw.tripleSurest;
  assert.deepEqual([both.right, both.predicted], [2, 2]);
});

test('"any" quad class is judged by itself', () => {
  const { coding } = scored({ strike: [event("strike", "COERCE", "Dockers", null)] });
  assert.equal(coding.any.roots.accuracy, 0);
  assert.equal(coding.any.quads.byLabel[4].right, 1);
});

test("raw: half of the words is enough, a quarter when lenient, a function word never", () => {
  const at = (source, target) => scored({ visit: [event("visit", "CONSULT", source, target)] }).raw;
  assert.equal(at("president of Ruritania", "queen of Graustark").triple.right, 1);
  const short = at("president", "queen");
  assert.deepEqual([short.triple.right, short.tripleLenient.right], [0, 1]);
  assert.equal(at("of", "of Graustark").dyadLenient.right, 0);
  const punctuation = scored({ strike: [event("strike", "PROTEST", "Dockers of Port Alpha", ".")] });
  assert.equal(punctuation.raw.dyadLenient.right, 0);
});

test("raw: one prediction serves one gold event, and precision counts the rest", () => {
  const copies = [1, 2, 3].map(() => event("visit", "CONSULT", "The president of Ruritania", "the queen of Graustark"));
  const { raw } = scored({ visit: copies });
  assert.deepEqual([raw.triple.right, raw.triple.predicted, raw.triple.gold], [1, 3, 4]);
  assert.equal(raw.triple.precision, 1 / 3);
  assert.equal(raw.triple.recall, 1 / 4);
});

test("the matching is the largest there is", () => {
  // Taking b for 1 first must not keep 2 from its only partner.
  const allowed = new Set(["1b", "1a", "2b"]);
  assert.equal(
    countMatches([1, 2], ["b", "a"], (g, p) => allowed.has(g + p)),
    2,
  );
  assert.equal(
    countMatches([1, 2], ["b", "a"], () => false),
    0,
  );
});

test("macro F1 is the mean over the labels of the gold", () => {
  const { accuracy, macroF1, byLabel } = classification([
    ["X", "X"],
    ["X", "Y"],
    ["Y", "Z"],
  ]);
  assert.equal(accuracy, 1 / 3);
  assert.equal(byLabel.X.f1, 2 / 3);
  assert.equal(byLabel.Y.f1, 0);
  assert.equal(macroF1, 1 / 3);
});

test("false alarms: events, asserted events and sentences", () => {
  const { falseAlarms, raw, errors } = scored({
    quiet: [
      event("quiet", "ASSAULT", "The harbour", null),
      { ...event("quiet", "THREATEN", "The harbour", null), status: "planned", trigger: spans("quiet", "was") },
    ],
  });
  assert.deepEqual(falseAlarms, { sentences: 3, eventsPerHundred: 200 / 3, assertedPerHundred: 100 / 3, sentencesPerHundred: 100 / 3 });
  assert.equal(raw.type.predicted, 0, "they do not touch the raw measures");
  assert.deepEqual(
    errors.filter(({ kind }) => kind === "false alarm").map((e) => e.predicted.trigger),
    [null, "was"],
  );
});

test("in an unreal sentence only what is coded as fact is a false alarm", () => {
  const attack = event("rumour", "ASSAULT", "Ruritania", "Graustark");
  const alarms = (status) => scored({ rumour: [{ ...attack, status }] }).falseAlarms.eventsPerHundred;
  for (const status of ["planned", "conditional", "denied", "alleged"]) assert.equal(alarms(status), 0, status);
  for (const status of ["occurred", "ongoing"]) assert.equal(alarms(status), 100 / 3, status);
});

test("faulty input is refused with its place", () => {
  const good = { type: "AID", source: [[0, 3]], target: null, status: "occurred" };
  const refuse = (records, message) => assert.throws(() => readPredicted(write("bad.jsonl", records), gold), message);
  const one = (changes) => [{ id: "quiet", events: [{ ...good, ...changes }] }];
  refuse(one({ type: "FIGHT" }), /bad\.jsonl:1, event 0: unknown type "FIGHT"/);
  refuse(one({ type: "toString" }), /unknown type/);
  refuse(one({ status: "maybe" }), /unknown status "maybe"/);
  refuse(one({ source: [[0, 99]] }), /source: \[0, 99\) is not inside a text of length 21/);
  refuse(one({ target: [[3, 3]] }), /target: \[3, 3\)/);
  refuse(one({ trigger: [3, 4] }), /trigger is not a list/);
  refuse([{ id: "nobody", events: [] }], /nobody is not in the gold/);
  refuse(
    [
      { id: "quiet", events: [] },
      { id: "quiet", events: [] },
    ],
    /bad\.jsonl:2: quiet appears twice/,
  );
  refuse([{ id: "quiet" }], /needs "id" and "events"/);
  writeFileSync(join(directory, "bad.jsonl"), '{"id":\n');
  assert.throws(() => readPredicted(join(directory, "bad.jsonl"), gold), /bad\.jsonl:1: /);
  assert.throws(() => readGold(write("bad.jsonl", [{ id: "x", text: "y" }])), /needs "id", "text" and "events"/);
  assert.throws(() => readGold(write("bad.jsonl", [])), /no gold sentences/);
});

test("command line: a folder of gold, texts out, predictions in, the score line last", () => {
  const folder = mkdtempSync(join(directory, "folder-"));
  writeFileSync(join(folder, "b.jsonl"), JSON.stringify({ id: "quiet", text: TEXTS.quiet, events: [] }) + "\n");
  writeFileSync(join(folder, "a.jsonl"), JSON.stringify({ id: "strike", text: TEXTS.strike, events: GOLD.strike }) + "\n");
  const [texts, errors] = ["texts", "errors"].map((name) => join(directory, `${name}.jsonl`));
  execFileSync("node", [SCORER, "--gold", folder, "--texts", texts]);
  assert.deepEqual(
    readFileSync(texts, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
    [
      { id: "strike", text: TEXTS.strike },
      { id: "quiet", text: TEXTS.quiet },
    ],
  );
  const predicted = write("cli.jsonl", [{ id: "strike", events: [{ ...GOLD.strike[0], status: "ongoing" }] }]);
  const printed = execFileSync("node", [SCORER, "--gold", folder, "--predicted", predicted, "--errors", errors], { encoding: "utf8" });
  assert.equal(
    printed.trim().split("\n").at(-1),
    "events: score 100.0 accuracy 100.0 root-F1 100.0 quad-F1 100.0 triple-F1 100.0 dyad-F1 100.0 type-F1 100.0 predicted/sentence 1.00 false-alarms/100 0.0",
  );
  assert.equal(readFileSync(errors, "utf8"), "");
  const json = execFileSync("node", [SCORER, "--gold", folder, "--predicted", predicted, "--json"], { encoding: "utf8" });
  assert.equal(scoreLine(JSON.parse(json)), printed.trim().split("\n").at(-1));

  const failed = spawnSync("node", [SCORER, "--gold", join(directory, "absent"), "--texts", texts], { encoding: "utf8" });
  assert.equal(failed.status, 2);
  assert.equal(failed.stderr.trim().split("\n").length, 1);
});

// Run with: node --test
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { goldAnswers, headOf, listErrors, readGold, readPredicted, score, scoreLine } from "./score.mjs";

const SCORER = fileURLToPath(new URL("./score.mjs", import.meta.url));

// Made up for this test. The emoji takes one code point but two UTF-16 units.
const TEXT = "🙂 Ruritania will shut the port of Alpha. It did not sell the mine. If rain falls, dockers may strike. Trade grew.";
const at = (phrase) => {
  const start = TEXT.indexOf(phrase);
  assert.notEqual(start, -1, phrase);
  return [[start, start + phrase.length]];
};
const event = (phrase, time, polarity, certainty, special, participants = []) => ({
  span: at(phrase),
  lemma: null,
  time,
  polarity,
  certainty,
  special,
  participants,
});
const person = (role, phrase) => ({ role, span: at(phrase), type: "ORG" });

const EVENTS = [
  event("shut", "FUTURE", "POS", "CERTAIN", "NONE", [person("Arg0", "Ruritania"), person("Arg1", "the port of Alpha")]),
  event("sell", "NON_FUTURE", "NEG", "CERTAIN", "NONE", [person("Arg1", "the mine"), person("Argm-LOC", "Alpha")]),
  event("falls", "NON_FUTURE", "POS", "CERTAIN", "COND_IF_CLAUSE"),
  event("strike", "FUTURE", "UNDERSPECIFIED", "POSSIBLE", "NONE", [person("Arg0", "dockers")]),
  event("Trade", null, null, "UNDERSPECIFIED", null),
  event("grew", "NON_FUTURE", "POS", "CERTAIN", "GEN"),
];
const PERFECT = [
  ["shut", "future", "positive", "asserted"],
  ["sell", "past", "negative", "asserted"],
  ["falls", "present", "positive", "conditional"],
  ["strike", "future", "negative", "hypothetical"],
  ["Trade", "future", "negative", "hypothetical"],
  ["grew", "past", "positive", "asserted"],
].map(([phrase, time, polarity, certainty], n) => ({ span: at(phrase), time, polarity, certainty, participants: EVENTS[n].participants }));
const MAJORITY = PERFECT.map(({ span }) => ({ span, time: "past", polarity: "positive", certainty: "asserted" }));

let directory;
let goldFile;
let gold;

before(() => {
  directory = mkdtempSync(join(tmpdir(), "modality-score-"));
  goldFile = write("gold.jsonl", [{ doc: "a", published: "2020-01-02", text: TEXT, events: EVENTS }]);
  gold = readGold(goldFile);
});
after(() => rmSync(directory, { recursive: true }));

function write(name, records) {
  const file = join(directory, name);
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  return file;
}
const read = (events) => readPredicted(write("predicted.jsonl", [{ doc: "a", events }]), gold);
const f1 = (result) => Object.values(result.classes).map((s) => s.f1);

test("the gold itself scores 1, participants too", () => {
  const result = score(gold, read(PERFECT));
  assert.deepEqual(f1(result), [1, 1, 1]);
  assert.equal(result.score, 1);
  assert.equal(result.participants.all.f1, 1);
  assert.equal(result.participants.all.gold, 4);
  assert.deepEqual(listErrors(gold, read(PERFECT)), []);
});

test("the majority classes score 0, and so does nothing", () => {
  for (const predicted of [read(MAJORITY), new Map()]) {
    const result = score(gold, predicted);
    assert.deepEqual(f1(result), [0, 0, 0]);
    assert.equal(result.score, 0);
    assert.equal(result.participants, null);
  }
});

test("MEANTIME's values become answers; what says neither is not judged", () => {
  const { future, negative, notAsserted } = score(gold, read(PERFECT)).classes;
  assert.deepEqual([future.answered, negative.answered, notAsserted.answered], [5, 4, 5]);
  assert.deepEqual([future.gold, negative.gold, notAsserted.gold], [2, 1, 2]);
  assert.equal(goldAnswers({ certainty: "PROBABLE" }).notAsserted, true);
  assert.equal(goldAnswers({ certainty: "CERTAIN", special: "GEN" }).notAsserted, false);
  assert.equal(goldAnswers({ certainty: "CERTAIN", special: "COND_MAIN_CLAUSE" }).notAsserted, true);
  assert.equal(goldAnswers({ certainty: "UNDERSPECIFIED" }).notAsserted, null);
  assert.equal(goldAnswers({ certainty: "UNDERSPECIFIED" }).notAssertedOrOpen, true);
});

test("always the minority class: recall 1, precision its share; conditional and hypothetical count alike", () => {
  const all = PERFECT.map(({ span }) => ({ span, time: "future", polarity: "negative", certainty: "conditional" }));
  const { future, notAsserted } = score(gold, read(all)).classes;
  assert.deepEqual([future.recall, future.precision], [1, 2 / 5]);
  assert.deepEqual([notAsserted.recall, notAsserted.precision], [1, 2 / 5]);
});

test("a class without gold leaves the mean and the line", () => {
  const file = write("few.jsonl", [{ doc: "a", published: null, text: TEXT, events: [EVENTS[0], EVENTS[5]] }]);
  const few = readGold(file);
  const predicted = readPredicted(write("p.jsonl", [{ doc: "a", events: [PERFECT[0]] }]), few);
  assert.equal(score(few, predicted).score, 1);
  assert.equal(scoreLine(score(few, predicted)), "modality: score 100.0 future-F1 100.0 participants-F1 100.0");
});

test("the head of a phrase", () => {
  const head = (phrase) => headOf(phrase, [[0, phrase.length]]);
  const word = (phrase) => phrase.slice(...head(phrase));
  assert.equal(word("the port of Alpha"), "port");
  assert.equal(word("Ruritania’s foreign ministry, the oldest"), "ministry");
  assert.equal(word("of"), "of");
  assert.equal(word("$"), "$");
});

test("participants match by head, once, and in their role", () => {
  const withParticipants = (...participants) => read([{ ...PERFECT[0], participants }]);
  const right = (...participants) => score(gold, withParticipants(...participants)).participants.all.right;
  assert.equal(right(person("Arg1", "port")), 1);
  assert.equal(right(person("Arg1", "Alpha")), 0);
  assert.equal(right(person("Arg0", "the port of Alpha")), 0);
  assert.equal(right(person("Arg1", "port"), person("Arg1", "the port")), 1);
  assert.equal(right(person("Arg1", "Ruritania will shut the port of Alpha")), 0);
});

test("errors name the class", () => {
  const errors = listErrors(gold, read(MAJORITY));
  assert.deepEqual(
    errors.map((e) => [e.event, e.class, e.kind]),
    [
      ["shut", "future", "missed"],
      ["sell", "negative", "missed"],
      ["falls", "not-asserted", "missed"],
      ["strike", "future", "missed"],
      ["strike", "not-asserted", "missed"],
    ],
  );
});

test("faulty predictions are refused", () => {
  const [first] = PERFECT;
  assert.throws(() => read([{ ...first, time: "never" }]), /unknown time "never"/);
  assert.throws(() => read([{ ...first, certainty: undefined }]), /unknown certainty/);
  assert.throws(() => read([{ ...first, span: [[0, 2]] }]), /not an event of the gold/);
  assert.throws(() => read([{ ...first, span: [[0, 9999]] }]), /not inside a text/);
  assert.throws(() => read([first, first]), /appears twice/);
  assert.throws(() => read([{ ...first, participants: [{ span: [[0, 1]] }] }]), /has no role/);
  assert.throws(() => readPredicted(write("x.jsonl", [{ doc: "b", events: [] }]), gold), /b is not in the gold/);
});

test("on the command line", () => {
  const inputs = join(directory, "inputs.jsonl");
  execFileSync("node", [SCORER, "--gold", goldFile, "--inputs", inputs]);
  const [{ doc, published, text, events }] = readFileSync(inputs, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual([doc, published, text], ["a", "2020-01-02", TEXT]);
  assert.deepEqual(
    events,
    EVENTS.map(({ span }) => ({ span })),
  );
  const file = write("all.jsonl", [{ doc: "a", events: PERFECT }]);
  const out = execFileSync("node", [SCORER, "--gold", goldFile, "--predicted", file], { encoding: "utf8" });
  assert.equal(
    out.trimEnd().split("\n").at(-1),
    "modality: score 100.0 future-F1 100.0 negative-F1 100.0 not-asserted-F1 100.0 participants-F1 100.0",
  );
  const { status, stderr } = spawnSync("node", [SCORER, "--gold", join(directory, "none")], { encoding: "utf8" });
  assert.equal(status, 2);
  assert.equal(stderr.trim().split("\n").length, 1);
});

// node --test score.test.mjs
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { goldNames, problems, readGold } from "./check.mjs";
import { alignActors, closest, headWord, match, score, toPredicted } from "./score.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const sets = { look: here("../../samples/look"), crisis: here("../../samples/crisis") };
const load = (dir) => goldNames(dir).map((name) => readGold(dir, name));
const predict = (entries, change = (x) => x) => new Map(entries.map((entry) => [entry.name, change(toPredicted(entry))]));
const f1s = (result) => Object.values(result.layers).map(({ f1 }) => f1);
const percents = (result) => Object.fromEntries(Object.entries(result.rates).map(([name, { percent }]) => [name, percent]));
const PERFECT = { toward: 100, dates: 100, "facts-invented": 0, "wrong-speakers": 0 };
const without = (list, ...keys) => list.map((item) => Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key))));

/** Everything happened, exactly so and on no condition: what a reader makes of news that cannot tell a plan from a fact. */
const flatten = (record) => ({
  ...record,
  events: without(record.events, "date").map((e) => ({ ...e, status: "occurred" })),
  positions: without(record.positions, "condition", "toward"),
  figures: without(record.figures, "bound"),
  meetings: without(record.meetings, "date").map((m) => ({ ...m, status: "held" })),
});

for (const [name, dir] of Object.entries(sets)) {
  const skip = !existsSync(dir) && `no ${dir}`;
  const entries = skip ? [] : load(dir);

  test(`${name}: gold files are sound`, { skip }, () => {
    for (const entry of entries) assert.deepEqual(problems(entry), [], entry.name);
  });

  test(`${name}: gold scores 1 against itself`, { skip }, () => {
    const result = score(entries, predict(entries));
    for (const [layer, { f1 }] of Object.entries(result.layers)) assert.equal(f1, 1, layer);
    assert.equal(result.record, 1);
    assert.deepEqual(percents(result), PERFECT);
    assert.ok(Object.values(result.rates).every(({ of }) => of > 0));
    assert.deepEqual(result.misses, []);
  });

  test(`${name}: plans told as facts, without dates, bounds and conditions, cost much`, { skip }, () => {
    const result = score(entries, predict(entries, flatten));
    for (const list of ["events", "positions", "figures", "meetings"]) assert.ok(result.layers[`${list}-right`].f1 < 0.9, list);
    for (const list of ["statements", "times"]) assert.equal(result.layers[`${list}-right`].f1, 1, list);
    assert.ok(result.record < 0.8, String(result.record));
    assert.deepEqual(percents(result), { toward: 0, dates: 0, "facts-invented": 100, "wrong-speakers": 0 });
  });

  test(`${name}: an unknown speaker is not a wrong one`, { skip }, () => {
    const spoken = (speaker) =>
      score(
        entries,
        predict(entries, (record) => ({ ...record, statements: record.statements.map((s) => ({ ...s, speaker })) })),
      );
    for (const speaker of ["unknown", "unnamed", null]) {
      assert.equal(spoken(speaker).rates["wrong-speakers"].percent, 0);
      assert.ok(spoken(speaker).layers["statements-right"].f1 < 0.2);
    }
    assert.equal(spoken("somebody else").rates["wrong-speakers"].percent, 100);
  });

  test(`${name}: the names of predicted actors do not matter`, { skip }, () => {
    const rename = (x) => (x == null || x === "unnamed" || x === "unknown" ? x : `actor-${x}`);
    const renamed = predict(entries, (record) => ({
      ...record,
      actors: record.actors.map((a) => ({ ...a, id: rename(a.id) })),
      statements: record.statements.map((s) => ({ ...s, speaker: rename(s.speaker) })),
      events: record.events.map((e) => ({ ...e, actors: e.actors.map(rename), recipients: e.recipients.map(rename) })),
      positions: record.positions.map((p) => ({ ...p, holder: rename(p.holder), toward: rename(p.toward) })),
      figures: record.figures.map((f) => ({ ...f, by: rename(f.by) })),
      meetings: record.meetings.map((m) => ({ ...m, participants: m.participants.map(rename) })),
    }));
    const result = score(entries, renamed);
    assert.equal(result.record, 1);
    assert.deepEqual(percents(result), PERFECT);
  });

  test(`${name}: the order of predictions does not matter`, { skip }, () => {
    const reverse = (record) =>
      Object.fromEntries(Object.entries(record).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]));
    const result = score(entries, predict(entries, reverse));
    assert.equal(result.record, 1);
    assert.deepEqual(percents(result), PERFECT);
  });

  test(`${name}: an empty prediction scores 0`, { skip }, () => {
    for (const predictions of [new Map(), new Map(entries.map(({ name: doc }) => [doc, { doc }]))]) {
      const result = score(entries, predictions);
      assert.ok(f1s(result).every((f1) => f1 === 0));
      assert.equal(result.record, 0);
      assert.deepEqual(percents(result), { toward: null, dates: null, "facts-invented": 0, "wrong-speakers": null });
    }
  });

  test(`${name}: a corrupted prediction lies in between on every layer`, { skip }, () => {
    // Drops every third item, and spoils every third of what is left.
    const thin = (list) => list.filter((_, i) => i % 3 !== 2);
    const spoil = (list, change) => thin(list).map((item, i) => (i % 3 === 1 ? { ...item, ...change(item) } : item));
    const corrupted = predict(entries, (record) => ({
      ...record,
      actors: spoil(record.actors, (a) => ({ kind: a.kind === "group" ? "person" : "group" })),
      statements: spoil(record.statements, () => ({ speaker: "nobody" })),
      events: spoil(record.events, () => ({ recipients: ["nobody"] })),
      positions: spoil(record.positions, (p) => ({ stance: p.stance === "deny" ? "support" : "deny" })),
      figures: spoil(record.figures, () => ({ unit: "cabbages" })),
      meetings: spoil(record.meetings, (m) => ({ participants: m.participants.slice(1) })),
      times: spoil(record.times, () => ({ value: "1900" })),
    }));
    const result = score(entries, corrupted);
    for (const [layer, { f1 }] of Object.entries(result.layers)) assert.ok(f1 > 0 && f1 < 1, `${layer} ${f1}`);
    assert.ok(result.record > 0.1 && result.record < 0.9, String(result.record));
    assert.ok(result.layers["statements-right"].f1 < result.layers["statements-found"].f1);
    for (const what of ["missed", "wrong"])
      assert.ok(
        result.misses.some((miss) => miss.what === what),
        what,
      );
  });
}

test("doubling every item costs precision, not recall", { skip: !existsSync(sets.look) }, () => {
  const entries = load(sets.look);
  const doubled = predict(entries, (record) => ({ ...record, statements: [...record.statements, ...record.statements] }));
  const { p, r } = score(entries, doubled).layers["statements-right"];
  assert.equal(r, 1);
  assert.equal(p, 0.5);
});

test("matching is one to one and as large as possible", () => {
  const fits = (g, p) => g.includes(p);
  assert.deepEqual(match(["ab", "a"], ["a", "b"], fits), [
    [0, 1],
    [1, 0],
  ]);
  assert.deepEqual(match(["a", "a"], ["a"], fits), [[0, 0]]);
});

test("the closest items pair first, each once", () => {
  const likeness = (g, p) => 2 - Math.abs(g - p);
  assert.deepEqual(closest([1, 2], [2, 3], likeness), [[2, 2]]);
  assert.deepEqual(closest([1, 5], [2, 5.5, 6], likeness), [
    [5, 5.5],
    [1, 2],
  ]);
});

test("what counts as right", () => {
  const text = "Arland may meet Borland on Friday and will send up to 40 trucks if it pays.";
  const gold = {
    actors: [
      { id: "a", name: "Arland", kind: "state", mentions: ["Arland"] },
      { id: "b", name: "Borland", kind: "state", mentions: ["Borland"] },
    ],
    events: [{ type: "CONSULT", trigger: "meet", actors: ["a", "b"], recipients: [], date: "2020-05-08", status: "planned" }],
    positions: [{ holder: "a", stance: "offer", issue: "send up to 40 trucks", toward: "b", condition: "if it pays" }],
    figures: [{ span: "up to 40 trucks", value: 40, bound: "at_most", unit: "trucks", by: "a" }],
    meetings: [{ span: "meet Borland", participants: ["a", "b"], date: "2020-05-08", status: "scheduled" }],
  };
  const entry = { name: "arland", text, gold };
  const change = (list, values) => {
    const record = toPredicted(entry);
    return score([entry], new Map([["arland", { ...record, [list]: [{ ...record[list][0], ...values }] }]]));
  };
  const at = (words) => [[text.indexOf(words), text.indexOf(words) + words.length]];
  const cases = [
    ["events", {}, 1],
    ["events", { status: "occurred" }, 0],
    ["events", { date: undefined }, 1],
    ["positions", {}, 1],
    ["positions", { toward: undefined }, 1],
    ["positions", { condition: at("it pays") }, 1],
    ["positions", { condition: undefined }, 0],
    ["positions", { condition: at("on Friday") }, 0],
    ["figures", {}, 1],
    ["figures", { bound: undefined }, 0],
    ["figures", { bound: "about" }, 0],
    ["meetings", {}, 1],
    ["meetings", { status: "held" }, 0],
    ["meetings", { status: "proposed" }, 0],
  ];
  for (const [list, values, f1] of cases)
    assert.equal(change(list, values).layers[`${list}-right`].f1, f1, `${list} ${JSON.stringify(values)}`);
  delete gold.positions[0].condition;
  assert.equal(change("positions", { condition: at("if it pays") }).layers["positions-right"].f1, 0, "an invented condition");
  assert.equal(change("positions", { toward: "a" }).rates.toward.percent, 0);
  assert.equal(change("events", { date: "2020-05-07" }).rates.dates.percent, 0);
  assert.deepEqual(change("events", { status: "ongoing" }).rates["facts-invented"], { percent: 50, hits: 1, of: 2 });
  assert.equal(change("meetings", { status: "held", date: undefined }).rates["facts-invented"].percent, 50);
  assert.equal(change("events", { status: "alleged" }).rates["facts-invented"].percent, 0);
});

test("actors align by mentions, states also by country", () => {
  const gold = [
    { id: "rus", kind: "state", country: "RUS", mentions: [[0, 6]] },
    { id: "peskov", kind: "person", mentions: [[10, 16]] },
  ];
  const predicted = [
    { id: "p", kind: "person", mentions: [[8, 16]] },
    { id: "kremlin", kind: "state", country: "RUS", mentions: [[50, 57]] },
  ];
  assert.deepEqual([...alignActors(gold, predicted)].sort(), [
    ["kremlin", "rus"],
    ["p", "peskov"],
  ]);
});

test("the head word of a unit", () => {
  const heads = {
    "metric tons of grain": "ton",
    "people killed": "person",
    "dollars a tonne": "dollar",
    "per cent": "percent",
    "percent of the catch": "percent",
    troops: "troop",
    "border crossings": "crossing",
    people: "person",
  };
  for (const [unit, head] of Object.entries(heads)) assert.equal(headWord(unit), head, unit);
});

test("the command line prints a table, misses and JSON", { skip: !existsSync(sets.crisis) }, () => {
  const dir = mkdtempSync(join(tmpdir(), "score-"));
  try {
    const file = join(dir, "predicted.jsonl");
    const records = load(sets.crisis)
      .map(toPredicted)
      .map((record) => ({ ...record, times: [] }));
    writeFileSync(file, records.map((record) => JSON.stringify(record)).join("\n") + "\n");
    const run = (...extra) =>
      execFileSync(process.execPath, [here("score.mjs"), "--gold", sets.crisis, "--predicted", file, ...extra], { encoding: "utf8" });
    assert.match(run(), /\nfacts invented +0\.0 % .*\nwrong speakers +0\.0 % .*\nrecord F1 0\.833\n$/);
    assert.match(run("--misses"), /times missed: /);
    const { layers, rates, record } = JSON.parse(run("--json"));
    assert.equal(layers["times-right"].f1, 0);
    assert.equal(rates.dates.percent, 100);
    assert.equal(record.toFixed(3), "0.833");
  } finally {
    rmSync(dir, { recursive: true });
  }
});

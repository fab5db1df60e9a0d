#!/usr/bin/env node
// Scores time, polarity and certainty of given events, and their participants, against MEANTIME gold.
// Usage: node score.mjs --gold FILE (--inputs OUT.jsonl | --predicted FILE.jsonl [--json] [--errors OUT.jsonl])
// See README.md for the measures and the file formats.

import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** The axes and their values, as the reader gives them. */
export const AXES = {
  time: ["past", "present", "future"],
  polarity: ["positive", "negative"],
  certainty: ["asserted", "conditional", "hypothetical"],
};

/** The roles that are scored; a participant in another role is ignored, in gold and prediction. */
export const ROLES = ["Arg0", "Arg1"];

/** Each axis is scored as one yes-or-no question, whose "yes" is the rarer class. */
const MINORITIES = {
  future: { axis: "time", holds: ({ time }) => time === "future" },
  negative: { axis: "polarity", holds: ({ polarity }) => polarity === "negative" },
  notAsserted: { axis: "certainty", holds: ({ certainty }) => certainty !== undefined && certainty !== "asserted" },
};
const NAMES = { future: "future", negative: "negative", notAsserted: "not-asserted" };

// ---------------------------------------------------------------- MEANTIME's values on our axes

const TIME = { FUTURE: "future", NON_FUTURE: "not future" };
const POLARITY = { POS: "positive", NEG: "negative" };
const CERTAINTY = { CERTAIN: "asserted", PROBABLE: "hypothetical", POSSIBLE: "hypothetical" };

/**
 * The answers of the gold: yes, no, or null where MEANTIME's value says neither (UNDERSPECIFIED, or no value).
 * A clause of a conditional is conditional, whatever its certainty; GEN (generic) changes nothing.
 */
export function goldAnswers({ time, polarity, certainty, special }) {
  const conditional = special === "COND_IF_CLAUSE" || special === "COND_MAIN_CLAUSE";
  const mapped = {
    time: TIME[time] ?? null,
    polarity: POLARITY[polarity] ?? null,
    certainty: conditional ? "conditional" : (CERTAINTY[certainty] ?? null),
  };
  const answers = Object.entries(MINORITIES).map(([name, { axis, holds }]) => [name, mapped[axis] === null ? null : holds(mapped)]);
  // Wider reading, reported beside the score: an event whose certainty was left open counts as not asserted.
  const open = certainty === "UNDERSPECIFIED" && !conditional;
  return { ...Object.fromEntries(answers), notAssertedOrOpen: open ? true : Object.fromEntries(answers).notAsserted };
}

/** The answers of a prediction; an event without one counts as not future, positive, asserted. */
function predictedAnswers(event = {}) {
  const answers = Object.fromEntries(Object.entries(MINORITIES).map(([name, { holds }]) => [name, holds(event)]));
  return { ...answers, notAssertedOrOpen: answers.notAsserted };
}

// ---------------------------------------------------------------- reading

function checkSpans(spans, text, where) {
  const valid =
    Array.isArray(spans) && spans.length > 0 && spans.every((s) => Array.isArray(s) && s.length === 2 && s.every(Number.isInteger));
  if (!valid) throw new Error(`${where} is not a list of [start, end) pairs`);
  for (const [start, end] of spans) {
    if (start < 0 || start >= end || end > text.length) {
      throw new Error(`${where}: [${start}, ${end}) is not inside a text of length ${text.length}`);
    }
  }
  return spans;
}

function readParticipants(participants, text, where) {
  if (!Array.isArray(participants)) throw new Error(`${where}, participants is not a list`);
  return participants.map(({ role, span }, n) => {
    if (typeof role !== "string") throw new Error(`${where}, participant ${n} has no role`);
    return { role, span: checkSpans(span, text, `${where}, participant ${n}, span`) };
  });
}

/** The non-empty lines of a JSONL file as [place, object] pairs; `place` is "FILE:LINE". */
function* readLines(file) {
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    if (line.trim() === "") continue;
    const place = `${file}:${index + 1}`;
    try {
      yield [place, JSON.parse(line)];
    } catch (error) {
      throw new Error(`${place}: ${error.message}`);
    }
  }
}

const keyOf = (span) => JSON.stringify(span);

/** Gold documents by name: {doc, published, text, events}, where `events` goes from span to event. */
export function readGold(file) {
  const gold = new Map();
  for (const [place, { doc, published, text, events }] of readLines(file)) {
    if (typeof doc !== "string" || typeof text !== "string" || !Array.isArray(events)) {
      throw new Error(`${place}: needs "doc", "text" and "events"`);
    }
    if (gold.has(doc)) throw new Error(`${place}: ${doc} appears twice`);
    const bySpan = new Map();
    for (const [n, event] of events.entries()) {
      const where = `${place}, event ${n}`;
      const span = checkSpans(event.span, text, `${where}, span`);
      if (bySpan.has(keyOf(span))) throw new Error(`${where}: its span appears twice`);
      bySpan.set(keyOf(span), { span, answers: goldAnswers(event), participants: readParticipants(event.participants ?? [], text, where) });
    }
    gold.set(doc, { doc, published, text, events: bySpan });
  }
  if (gold.size === 0) throw new Error(`${file}: no gold documents`);
  return gold;
}

/** Predicted events by document and span. */
export function readPredicted(file, gold) {
  const predicted = new Map();
  for (const [place, { doc, events }] of readLines(file)) {
    if (typeof doc !== "string" || !Array.isArray(events)) throw new Error(`${place}: needs "doc" and "events"`);
    if (!gold.has(doc)) throw new Error(`${place}: ${doc} is not in the gold`);
    if (predicted.has(doc)) throw new Error(`${place}: ${doc} appears twice`);
    const { text, events: known } = gold.get(doc);
    const bySpan = new Map();
    for (const [n, event] of events.entries()) {
      const where = `${place}, event ${n}`;
      const key = keyOf(checkSpans(event?.span, text, `${where}, span`));
      if (!known.has(key)) throw new Error(`${where}: ${key} is not an event of the gold`);
      if (bySpan.has(key)) throw new Error(`${where}: ${key} appears twice`);
      for (const [axis, values] of Object.entries(AXES)) {
        if (!values.includes(event[axis])) throw new Error(`${where}: unknown ${axis} ${JSON.stringify(event[axis])}`);
      }
      const participants = event.participants == null ? null : readParticipants(event.participants, text, where);
      bySpan.set(key, { ...event, participants });
    }
    predicted.set(doc, bySpan);
  }
  return predicted;
}

// ---------------------------------------------------------------- participants

/** What comes after the head of a noun phrase begins with one of these, or with a comma, bracket, colon or quote. */
const AFTER_HEAD = new Set(
  `of in for at on with by to from as about than that which who whose where when after before between under over into during
   against including such is are was were be has have had will would can could may it they he she we`.split(/\s+/),
);

/** [start, end) of the head of a noun phrase by rule: the last word before what follows a head. */
export function headOf(text, spans) {
  let head = null;
  for (const [start, end] of spans) {
    const part = text.slice(start, end);
    for (const { 0: word, index } of part.matchAll(/[\p{L}\p{M}\p{N}]+(?:[.&’'-][\p{L}\p{M}\p{N}]+)*|[,;:()"“”–—]/gu)) {
      if (head !== null && (AFTER_HEAD.has(word.toLowerCase()) || /^[,;:()"“”–—]$/.test(word))) return head;
      if (/^[\p{L}\p{M}\p{N}]/u.test(word)) head = [start + index, start + index + word.length];
    }
  }
  return head ?? spans[0];
}

const touches = ([start, end], spans) => spans.some(([from, to]) => start < to && from < end);

/** Same role, and the head of each lies in the other. */
const sameParticipant = (text) => (g, p) =>
  g.role === p.role && touches(headOf(text, g.span), p.span) && touches(headOf(text, p.span), g.span);

/** Size of the largest one-to-one matching in which `matches(g, p)` holds (augmenting paths). */
export function countMatches(golds, predictions, matches) {
  const goldOf = new Map();
  const place = (g, tried) => {
    for (const p of predictions) {
      if (tried.has(p) || !matches(g, p)) continue;
      tried.add(p);
      if (!goldOf.has(p) || place(goldOf.get(p), tried)) {
        goldOf.set(p, g);
        return true;
      }
    }
    return false;
  };
  return golds.filter((g) => place(g, new Set())).length;
}

// ---------------------------------------------------------------- measures

const ratio = (part, whole) => (whole === 0 ? 0 : part / whole);

function prf(right, predicted, gold) {
  return { precision: ratio(right, predicted), recall: ratio(right, gold), f1: ratio(2 * right, predicted + gold), right, predicted, gold };
}

/** Precision, recall and F1 of "yes" over the events that the gold answers, and how many these are. */
function yes(pairs, name) {
  const answered = pairs.filter(({ g }) => g.answers[name] !== null).map(({ g, answers }) => [g.answers[name], answers[name]]);
  const count = (of) => answered.filter(of).length;
  return {
    ...prf(
      count(([g, p]) => g && p),
      count(([, p]) => p),
      count(([g]) => g),
    ),
    answered: answered.length,
  };
}

/** Every gold event with its prediction (undefined when there is none). */
const pairsOf = (gold, predicted) =>
  [...gold.values()].flatMap(({ doc, text, events }) =>
    [...events].map(([key, g]) => {
      const p = predicted.get(doc)?.get(key);
      return { doc, text, g, p, answers: predictedAnswers(p) };
    }),
  );

export function score(gold, predicted) {
  const pairs = pairsOf(gold, predicted);
  const classes = Object.fromEntries(Object.keys(MINORITIES).map((name) => [name, yes(pairs, name)]));
  const judged = Object.values(classes).filter((s) => s.gold > 0);

  const inRoles = (list, roles) => (list ?? []).filter(({ role }) => roles.includes(role));
  const participantsIn = (roles) => {
    const sum = (of) => pairs.reduce((total, pair) => total + of(pair), 0);
    return prf(
      sum(({ text, g, p }) => countMatches(inRoles(g.participants, roles), inRoles(p?.participants, roles), sameParticipant(text))),
      sum(({ p }) => inRoles(p?.participants, roles).length),
      sum(({ g }) => inRoles(g.participants, roles).length),
    );
  };
  const withParticipants = pairs.some(({ p }) => p?.participants != null);
  return {
    score: ratio(
      judged.reduce((sum, { f1 }) => sum + f1, 0),
      judged.length,
    ),
    documents: gold.size,
    events: pairs.length,
    withPrediction: pairs.filter(({ p }) => p !== undefined).length,
    classes,
    notAssertedOrOpen: yes(pairs, "notAssertedOrOpen"),
    participants: withParticipants
      ? { all: participantsIn(ROLES), byRole: Object.fromEntries(ROLES.map((role) => [role, participantsIn([role])])) }
      : null,
  };
}

/** What went wrong, for reading on development data. */
export function listErrors(gold, predicted) {
  return pairsOf(gold, predicted).flatMap(({ doc, text, g, p, answers }) => {
    const words = (spans) => spans.map(([start, end]) => text.slice(start, end)).join(" … ");
    const place = { doc, event: words(g.span), context: text.slice(Math.max(0, g.span[0][0] - 90), g.span.at(-1)[1] + 60) };
    const wrong = Object.keys(MINORITIES)
      .filter((name) => g.answers[name] !== null && g.answers[name] !== answers[name])
      .map((name) => ({ ...place, class: NAMES[name], kind: g.answers[name] ? "missed" : "false alarm" }));
    if (p?.participants == null) return wrong;
    const same = sameParticipant(text);
    for (const role of ROLES) {
      const [golds, predictions] = [g.participants, p.participants].map((list) => list.filter((x) => x.role === role));
      if (golds.length === predictions.length && countMatches(golds, predictions, same) === golds.length) continue;
      wrong.push({
        ...place,
        class: role,
        gold: golds.map(({ span }) => words(span)),
        predicted: predictions.map(({ span }) => words(span)),
      });
    }
    return wrong;
  });
}

// ---------------------------------------------------------------- report

const percent = (x) => (100 * x).toFixed(1);

/** The figures to compare systems by, on one line. Measures without any gold are left out. */
export function scoreLine({ score, classes, participants }) {
  const parts = Object.entries(classes)
    .filter(([, s]) => s.gold > 0)
    .map(([name, s]) => `${NAMES[name]}-F1 ${percent(s.f1)}`);
  if (participants !== null) parts.push(`participants-F1 ${percent(participants.all.f1)}`);
  return `modality: ${[`score ${percent(score)}`, ...parts].join(" ")}`;
}

export function report(result) {
  const row = (label, s) =>
    label.padEnd(24) +
    [s.precision, s.recall, s.f1].map((x) => percent(x).padStart(7)).join("") +
    [s.gold, s.predicted, s.answered ?? ""].map((n) => String(n).padStart(10)).join("");
  const lines = [
    `documents ${result.documents}, events ${result.events}, with a prediction ${result.withPrediction}`,
    "",
    "".padEnd(24) + ["P", "R", "F1"].map((h) => h.padStart(7)).join("") + "      gold predicted    judged",
    ...Object.entries(result.classes).map(([name, s]) => row(NAMES[name], s)),
    row("not asserted or open", result.notAssertedOrOpen),
  ];
  if (result.participants !== null) {
    lines.push(
      "",
      row("participants", result.participants.all),
      ...ROLES.map((role) => row(`  ${role}`, result.participants.byRole[role])),
    );
  }
  return [...lines, "", scoreLine(result)].map((line) => line.trimEnd()).join("\n");
}

const toJsonl = (records) => records.map((record) => `${JSON.stringify(record)}\n`).join("");

/** What the system gets: the text and where its events are. */
const inputsOf = (gold) =>
  [...gold.values()].map(({ doc, published, text, events }) => ({
    doc,
    published,
    text,
    events: [...events.values()].map(({ span }) => ({ span })),
  }));

function main() {
  const { values: options } = parseArgs({
    options: {
      gold: { type: "string" },
      inputs: { type: "string" },
      predicted: { type: "string" },
      errors: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  if (!options.gold || (!options.inputs && !options.predicted)) {
    throw new Error("usage: score.mjs --gold FILE (--inputs OUT.jsonl | --predicted FILE.jsonl [--json] [--errors OUT.jsonl])");
  }
  const gold = readGold(options.gold);
  if (options.inputs) writeFileSync(options.inputs, toJsonl(inputsOf(gold)));
  if (options.predicted) {
    const predicted = readPredicted(options.predicted, gold);
    const result = score(gold, predicted);
    console.log(options.json ? JSON.stringify(result, null, 2) : report(result));
    if (options.errors) writeFileSync(options.errors, toJsonl(listErrors(gold, predicted)));
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}

#!/usr/bin/env node
// Scores PLOVER-coded events (type, source, target) in single sentences against gold.
// Usage: node score.mjs --gold FILE_OR_DIR (--texts OUT.jsonl | --predicted FILE.jsonl [--json] [--errors OUT.jsonl])
// See README.md for the measures and the file formats.

import { readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** Smallest Jaccard index at which two spans count as the same. */
export const OVERLAP = 0.5;
/** The same for the lenient measures and for a counterpart: below it, a span as long as the sentence would do. */
export const NEAR = 0.25;

/** How many of a sentence's predicted events count, in their order: where types are judged, and in the score. */
export const CODED = 3;
export const SCORED = 2;

/** Quad class of each root type. 0, the class of "no event coded", belongs to none. SANCTION is 4, as in PLV. */
export const QUAD = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  COOPERATE: 2,
  AID: 2,
  YIELD: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

/** PLV has one type for PLOVER's CONCEDE (quad 1) and RETREAT (quad 2); both sides are folded into it. */
const FOLDED = { CONCEDE: "YIELD", RETREAT: "YIELD" };

export const STATUSES = ["occurred", "ongoing", "planned", "conditional", "denied", "alleged"];
const ASSERTED = new Set(["occurred", "ongoing"]);
const ROLES = ["source", "target"];
const NO_EVENT = "NONE";

const FUNCTION_WORDS = new Set(
  `a an the of and or in for at with by to from on s is was that who which his her their its our my your`.split(" "),
);

// ---------------------------------------------------------------- reading

const typeOf = (type) => FOLDED[type] ?? type;

function checkSpans(spans, text, where) {
  if (spans == null) return null;
  if (!Array.isArray(spans)) throw new Error(`${where} is not a list of [start, end) pairs`);
  for (const span of spans) {
    const valid = Array.isArray(span) && span.length === 2 && span.every(Number.isInteger);
    if (!valid) throw new Error(`${where} is not a list of [start, end) pairs`);
    const [start, end] = span;
    if (start < 0 || start >= end || end > text.length) {
      throw new Error(`${where}: [${start}, ${end}) is not inside a text of length ${text.length}`);
    }
  }
  return spans.length > 0 ? spans : null;
}

/** An event with its type folded, its spans checked, and the words of each role. */
function readEvent(event, text, where) {
  const type = typeOf(event?.type);
  if (!Object.hasOwn(QUAD, type ?? "")) throw new Error(`${where}: unknown type ${JSON.stringify(event?.type)}`);
  const [source, target] = ROLES.map((role) => checkSpans(event[role], text, `${where}, ${role}`));
  return { type, source, target, words: { source: wordsOf(text, source), target: wordsOf(text, target) } };
}

/** The non-empty lines of a JSONL file as [place, object] pairs; `place` is "FILE:LINE". */
function* readLines(file) {
  const lines = readFileSync(file, "utf8").split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const place = `${file}:${index + 1}`;
    try {
      yield [place, JSON.parse(line)];
    } catch (error) {
      throw new Error(`${place}: ${error.message}`);
    }
  }
}

/** Gold sentences by id, {id, text, events, unreal}, from a JSONL file or from every *.jsonl file of a directory. */
export function readGold(path) {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith(".jsonl"))
        .sort()
        .map((name) => join(path, name))
    : [path];
  const gold = new Map();
  for (const file of files) {
    for (const [place, { id, text, events, unreal = false }] of readLines(file)) {
      if (typeof id !== "string" || typeof text !== "string" || !Array.isArray(events)) {
        throw new Error(`${place}: needs "id", "text" and "events"`);
      }
      if (gold.has(id)) throw new Error(`${place}: ${id} appears twice`);
      gold.set(id, { id, text, events: events.map((event, n) => readEvent(event, text, `${place}, event ${n}`)), unreal });
    }
  }
  if (gold.size === 0) throw new Error(`${path}: no gold sentences`);
  return gold;
}

/** Predicted events by sentence id. */
export function readPredicted(file, gold) {
  const predicted = new Map();
  for (const [place, { id, events }] of readLines(file)) {
    if (typeof id !== "string" || !Array.isArray(events)) throw new Error(`${place}: needs "id" and "events"`);
    if (!gold.has(id)) throw new Error(`${place}: ${id} is not in the gold`);
    if (predicted.has(id)) throw new Error(`${place}: ${id} appears twice`);
    const { text } = gold.get(id);
    predicted.set(
      id,
      events.map((event, n) => {
        const where = `${place}, event ${n}`;
        const { status } = event;
        if (!STATUSES.includes(status)) throw new Error(`${where}: unknown status ${JSON.stringify(status)}`);
        const trigger = checkSpans(event.trigger, text, `${where}, trigger`);
        return { ...readEvent(event, text, where), trigger, status };
      }),
    );
  }
  return predicted;
}

// ---------------------------------------------------------------- overlap

/** The words that a span list touches: start offset of each word → the word in lower case. */
function wordsOf(text, spans) {
  const words = new Map();
  if (spans === null) return words;
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (spans.some(([start, end]) => start < index + word.length && index < end)) words.set(index, word.toLowerCase());
  }
  return words;
}

/** Jaccard index of the words of two spans. */
function jaccard(a, b) {
  let shared = 0;
  for (const start of a.keys()) if (b.has(start)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** The same actor in `role`: absent from both, or Jaccard of at least OVERLAP. */
const sameRole = (role) => (g, p) =>
  g[role] === null || p[role] === null ? g[role] === p[role] : jaccard(g.words[role], p.words[role]) >= OVERLAP;

/** Looser: absent from both, or Jaccard of at least NEAR and a shared word other than a function word. */
const nearRole = (role) => (g, p) => {
  if (g[role] === null || p[role] === null) return g[role] === p[role];
  const [own, other] = [g.words[role], p.words[role]];
  return jaccard(own, other) >= NEAR && [...own].some(([start, word]) => other.has(start) && !FUNCTION_WORDS.has(word));
};

/** Mean Jaccard over the roles that the gold event has; 1 for a gold event without any. */
function spanOverlap(g, p) {
  const roles = ROLES.filter((role) => g[role] !== null);
  if (roles.length === 0) return 1;
  return roles.reduce((sum, role) => sum + jaccard(g.words[role], p.words[role]), 0) / roles.length;
}

/** The predicted event whose spans overlap best with those of `g`, the first of equals; null when none reaches NEAR. */
export function counterpart(g, predictions) {
  let best = null;
  let bestOverlap = 0;
  for (const p of predictions) {
    const overlap = spanOverlap(g, p);
    if (overlap >= NEAR && overlap > bestOverlap) [best, bestOverlap] = [p, overlap];
  }
  return best;
}

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
const harmonicMean = (a, b) => ratio(2 * a * b, a + b);

function prf(right, predicted, gold) {
  const [precision, recall] = [ratio(right, predicted), ratio(right, gold)];
  return { precision, recall, f1: ratio(2 * right, predicted + gold), right, predicted, gold };
}

/** Accuracy and macro F1 of [gold, predicted] label pairs; the mean runs over the labels of the gold. */
export function classification(pairs) {
  const count = (of) => pairs.filter(of).length;
  const labels = [...new Set(pairs.map(([g]) => g))].sort();
  const byLabel = Object.fromEntries(
    labels.map((label) => [
      label,
      prf(
        count(([g, p]) => g === label && p === label),
        count(([, p]) => p === label),
        count(([g]) => g === label),
      ),
    ]),
  );
  const macroF1 = ratio(
    Object.values(byLabel).reduce((sum, { f1 }) => sum + f1, 0),
    labels.length,
  );
  return {
    accuracy: ratio(
      count(([g, p]) => g === p),
      pairs.length,
    ),
    macroF1,
    byLabel,
  };
}

const quadOf = (type) => QUAD[type] ?? 0;

const sameType = (g, p) => g.type === p.type;
const both = (role) => (g, p) => role("source")(g, p) && role("target")(g, p);
const RAW = {
  triple: (g, p) => sameType(g, p) && both(sameRole)(g, p),
  tripleLenient: (g, p) => sameType(g, p) && both(nearRole)(g, p),
  dyad: both(sameRole),
  dyadLenient: both(nearRole),
  type: sameType,
};

/** The predicted events that are judged: in an unreal sentence, only those coded as fact. */
function judged({ id, unreal }, predicted) {
  const predictions = predicted.get(id) ?? [];
  return unreal ? predictions.filter(({ status }) => ASSERTED.has(status)) : predictions;
}

/** The first `count` predicted events of a sentence, or as many as the gold has if these are more. */
const surest = ({ events, predictions }, count) => predictions.slice(0, Math.max(count, events.length));

export function score(gold, predicted) {
  const sentences = [...gold.values()].map((sentence) => ({ ...sentence, predictions: judged(sentence, predicted) }));
  const eventful = sentences.filter(({ events }) => events.length > 0);
  const eventless = sentences.filter(({ events }) => events.length === 0);
  const total = (list, of) => list.reduce((sum, sentence) => sum + of(sentence), 0);
  const goldEvents = total(eventful, ({ events }) => events.length);

  // Each gold event with its counterpart, and with the event that the 'any' variant picks.
  const coded = eventful.flatMap((sentence) =>
    sentence.events.map((g) => {
      const considered = surest(sentence, CODED);
      const best = counterpart(g, considered);
      const pick = (same) => considered.find(same) ?? best ?? considered[0];
      return {
        type: g.type,
        coding: best?.type ?? NO_EVENT,
        anyType: pick((p) => sameType(g, p))?.type ?? NO_EVENT,
        anyQuad: quadOf(pick((p) => quadOf(p.type) === quadOf(g.type))?.type),
      };
    }),
  );
  const roots = classification(coded.map(({ type, coding }) => [type, coding]));
  const quads = classification(coded.map(({ type, coding }) => [quadOf(type), quadOf(coding)]));
  const anyRoots = classification(coded.map(({ type, anyType }) => [type, anyType]));
  const anyQuads = classification(coded.map(({ type, anyQuad }) => [quadOf(type), anyQuad]));

  const rawOf = (matches, count = Infinity) =>
    prf(
      total(eventful, (sentence) => countMatches(sentence.events, surest(sentence, count), matches)),
      total(eventful, (sentence) => surest(sentence, count).length),
      goldEvents,
    );
  const raw = Object.fromEntries(Object.entries(RAW).map(([name, matches]) => [name, rawOf(matches)]));
  raw.tripleSurest = rawOf(RAW.triple, SCORED);

  const perHundred = (of) => ratio(100 * total(eventless, of), eventless.length);
  return {
    score: harmonicMean(raw.tripleSurest.f1, roots.macroF1),
    sentences: sentences.length,
    withPredictions: sentences.filter(({ predictions }) => predictions.length > 0).length,
    goldEvents,
    predictedPerEventful: ratio(raw.type.predicted, eventful.length),
    coding: {
      withoutCounterpart: coded.filter(({ coding }) => coding === NO_EVENT).length,
      roots,
      quads,
      any: { roots: anyRoots, quads: anyQuads },
    },
    raw,
    falseAlarms: {
      sentences: eventless.length,
      eventsPerHundred: perHundred(({ predictions }) => predictions.length),
      assertedPerHundred: perHundred(({ predictions }) => predictions.filter(({ status }) => ASSERTED.has(status)).length),
      sentencesPerHundred: perHundred(({ predictions }) => Number(predictions.length > 0)),
    },
  };
}

/** What went wrong, for reading on development data. */
export function listErrors(gold, predicted) {
  return [...gold.values()].flatMap((sentence) => {
    const { id, text, events } = sentence;
    const predictions = judged(sentence, predicted);
    const words = (spans) => spans?.map(([start, end]) => text.slice(start, end)).join(" … ") ?? null;
    const show = ({ type, status, trigger, source, target }) => ({
      type,
      status,
      trigger: words(trigger),
      source: words(source),
      target: words(target),
    });
    if (events.length === 0) return predictions.map((p) => ({ id, kind: "false alarm", text, predicted: show(p) }));
    return events.flatMap((g) => {
      const best = counterpart(g, surest({ events, predictions }, CODED));
      if (best === null) return [{ id, kind: "missed", text, gold: show(g), others: predictions.map(show) }];
      return sameType(g, best) ? [] : [{ id, kind: "type", text, gold: show(g), predicted: show(best) }];
    });
  });
}

// ---------------------------------------------------------------- report

const percent = (x) => (100 * x).toFixed(1);

/** The figures to compare systems by, on one line. Measures without any gold are left out. */
export function scoreLine({ score, goldEvents, predictedPerEventful, coding, raw, falseAlarms }) {
  const parts = [];
  if (goldEvents > 0) {
    parts.push(
      `score ${percent(score)}`,
      `accuracy ${percent(coding.roots.accuracy)}`,
      `root-F1 ${percent(coding.roots.macroF1)}`,
      `quad-F1 ${percent(coding.quads.macroF1)}`,
      ...["triple", "dyad", "type"].map((name) => `${name}-F1 ${percent(raw[name].f1)}`),
      `predicted/sentence ${predictedPerEventful.toFixed(2)}`,
    );
  }
  if (falseAlarms.sentences > 0) parts.push(`false-alarms/100 ${falseAlarms.eventsPerHundred.toFixed(1)}`);
  return `events: ${parts.join(" ")}`;
}

export function report(result) {
  const { coding, raw, falseAlarms } = result;
  const cell = (x) => percent(x).padStart(7);
  const row = (label, s) =>
    label.padEnd(22) + [s.precision, s.recall, s.f1].map(cell).join("") + [s.gold, s.predicted].map((n) => String(n).padStart(10)).join("");
  const head = (title) => title.padEnd(22) + ["P", "R", "F1"].map((h) => h.padStart(7)).join("") + "      gold predicted";
  const accuracyRow = (label, roots, quads) =>
    label.padEnd(22) + [roots.accuracy, roots.macroF1, quads.accuracy, quads.macroF1].map((x) => cell(x).padStart(10)).join("");
  const lines = [
    `sentences ${result.sentences}, with predictions ${result.withPredictions}, gold events ${result.goldEvents}, ` +
      `predicted per sentence with gold events ${result.predictedPerEventful.toFixed(2)}`,
  ];
  if (result.goldEvents > 0) {
    lines.push(
      "",
      `CODING by the first ${CODED}`.padEnd(22) + ["root acc", "root F1", "quad acc", "quad F1"].map((h) => h.padStart(10)).join(""),
      accuracyRow("at the gold spans", coding.roots, coding.quads),
      accuracyRow("any of the sentence", coding.any.roots, coding.any.quads),
      `gold events without a counterpart ${coding.withoutCounterpart}`,
      "",
      head("at the gold spans"),
      ...Object.entries(coding.roots.byLabel).map(([label, s]) => row(label, s)),
      ...Object.entries(coding.quads.byLabel).map(([label, s]) => row(`quad ${label}`, s)),
      "",
      head("RAW"),
      row(`triple, first ${SCORED}`, raw.tripleSurest),
      row("triple", raw.triple),
      row("triple, lenient", raw.tripleLenient),
      row("dyad", raw.dyad),
      row("dyad, lenient", raw.dyadLenient),
      row("type", raw.type),
    );
  }
  if (falseAlarms.sentences > 0) {
    lines.push(
      "",
      `FALSE ALARMS on ${falseAlarms.sentences} sentences without gold events, per 100 sentences`,
      `events ${falseAlarms.eventsPerHundred.toFixed(1)}, of them as occurred or ongoing ${falseAlarms.assertedPerHundred.toFixed(1)}; ` +
        `sentences with one or more ${falseAlarms.sentencesPerHundred.toFixed(1)}`,
    );
  }
  return [...lines, "", scoreLine(result)].join("\n");
}

const toJsonl = (records) => records.map((record) => `${JSON.stringify(record)}\n`).join("");

function main() {
  const { values: options } = parseArgs({
    options: {
      gold: { type: "string" },
      texts: { type: "string" },
      predicted: { type: "string" },
      errors: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  if (!options.gold || (!options.texts && !options.predicted)) {
    throw new Error("usage: score.mjs --gold FILE_OR_DIR (--texts OUT.jsonl | --predicted FILE.jsonl [--json] [--errors OUT.jsonl])");
  }
  const gold = readGold(options.gold);
  if (options.texts) writeFileSync(options.texts, toJsonl([...gold.values()].map(({ id, text }) => ({ id, text }))));
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

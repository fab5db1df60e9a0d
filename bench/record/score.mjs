#!/usr/bin/env node
// Scores predicted records against gold: node score.mjs --gold DIR --predicted FILE.jsonl [--json] [--misses]
// One JSON object per line and story; spans are [start, end) pairs of UTF-16 offsets (see README.md).
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { goldNames, locate, readGold } from "./check.mjs";

const LISTS = ["actors", "statements", "events", "positions", "figures", "meetings", "times"];

/** The predicted form of one gold story: every span located in the text. */
export function toPredicted({ name, text, gold }) {
  const at = (span) => (span == null ? null : locate(span, text));
  const optional = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value != null));
  const list = (key, convert) => (gold[key] ?? []).map(convert);
  return {
    doc: name,
    story: { ...gold.story, ...(gold.story?.captions && { captions: gold.story.captions.flatMap(at) }) },
    actors: list("actors", (a) => optional({ id: a.id, name: a.name, kind: a.kind, country: a.country, mentions: a.mentions.flatMap(at) })),
    statements: list("statements", (s) => ({
      speaker: s.speaker,
      speaker_span: at(s.speaker_span),
      cue: at(s.cue),
      content: at(s.content),
      mode: s.mode,
    })),
    events: list("events", (e) =>
      optional({
        type: e.type,
        trigger: at(e.trigger),
        actors: e.actors ?? [],
        recipients: e.recipients ?? [],
        date: e.date,
        status: e.status,
      }),
    ),
    positions: list("positions", (p) =>
      optional({ holder: p.holder, stance: p.stance, issue: at(p.issue), toward: p.toward, condition: at(p.condition) }),
    ),
    figures: list("figures", (f) => optional({ span: at(f.span), value: f.value, bound: f.bound, unit: f.unit, by: f.by })),
    meetings: list("meetings", (m) =>
      optional({ span: at(m.span), participants: m.participants ?? [], place: at(m.place), date: m.date, status: m.status }),
    ),
    times: list("times", (t) => ({ span: at(t.span), value: t.value })),
  };
}

// --- comparing spans, sets and words ---

const overlaps = (a, b) => (a ?? []).some(([s, e]) => (b ?? []).some(([p, q]) => s < q && p < e));

/** Start offsets of the words that the spans touch. */
function words(spans, text) {
  const found = new Set();
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (overlaps([[index, index + word.length]], spans)) found.add(index);
  }
  return found;
}

function jaccard(a, b) {
  const shared = [...a].filter((x) => b.has(x)).length;
  return shared ? shared / (a.size + b.size - shared) : 0;
}

/** Dice coefficient of the characters that two sets of mentions cover. */
function mentionOverlap(a, b) {
  const cover = (spans) => new Set((spans ?? []).flatMap(([s, e]) => Array.from({ length: e - s }, (_, i) => s + i)));
  const [x, y] = [cover(a), cover(b)];
  const shared = [...x].filter((i) => y.has(i)).length;
  return shared ? (2 * shared) / (x.size + y.size) : 0;
}

const sameSet = (a, b) => {
  const [x, y] = [new Set(a ?? []), new Set(b ?? [])];
  return x.size === y.size && [...x].every((id) => y.has(id));
};
const intersects = (a, b) => (a ?? []).some((id) => (b ?? []).includes(id));
const parties = (item) => [...(item.actors ?? []), ...(item.recipients ?? []), ...(item.participants ?? [])];
const sharedParties = (a, b) => jaccard(new Set(parties(a)), new Set(parties(b)));

const near = (a, b) => Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b));
const sameValue = (a, b) => {
  const [x, y] = [[a].flat(), [b].flat()];
  return x.length === y.length && x.every((v, i) => near(v, y[i]));
};

const WORD_FORMS = { people: "person", men: "man", women: "woman", "%": "percent", $: "dollar", usd: "dollar", eur: "euro", tonne: "ton" };

/** The counted noun of a unit: "metric tons of grain" → "ton", "people killed" → "person". */
export function headWord(unit) {
  const phrase = String(unit ?? "")
    .toLowerCase()
    .replace(/per cent/g, "percent")
    .split(/ (?:of|in|per|a|an|from|for|at|to)\b|,/)[0];
  const parts = phrase.split(/\s+/).filter(Boolean);
  while (parts.length > 1 && /ed$|^(hurt|held|dead|missing|laid|off|lost)$/.test(parts.at(-1))) parts.pop();
  const last = parts.at(-1) ?? "";
  const singular = WORD_FORMS[last] ?? last.replace(/ies$/, "y").replace(/([^s])s$/, "$1");
  return WORD_FORMS[singular] ?? singular;
}

// --- matching ---

/** A largest one-to-one matching of gold and predicted items that fit: [gold index, predicted index] pairs. */
export function match(gold, predicted, fits) {
  const edges = gold.map((g) => predicted.flatMap((p, j) => (fits(g, p) ? [j] : [])));
  const owner = new Map();
  const place = (i, seen) =>
    edges[i].some((j) => {
      if (seen.has(j)) return false;
      seen.add(j);
      if (owner.has(j) && !place(owner.get(j), seen)) return false;
      owner.set(j, i);
      return true;
    });
  gold.forEach((_, i) => place(i, new Set()));
  return [...owner].map(([j, i]) => [i, j]).sort((a, b) => a[0] - b[0]);
}

/** One-to-one [gold, predicted] pairs of items that are at all alike (likeness > 0), the most alike first. */
export function closest(gold, predicted, likeness) {
  const taken = new Set();
  return gold
    .flatMap((g) => predicted.map((p) => ({ g, p, score: likeness(g, p) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .filter(({ g, p }) => !taken.has(g) && !taken.has(p) && taken.add(g).add(p))
    .map(({ g, p }) => [g, p]);
}

/** Gold id of each predicted actor, best pairs first: shared mentions, or the same country and both states. */
export function alignActors(gold, predicted) {
  const sameState = (g, p) => g.kind === "state" && p.kind === "state" && g.country && g.country === p.country;
  const likeness = (g, p) => mentionOverlap(g.mentions, p.mentions) + (sameState(g, p) ? 1 : 0);
  return new Map(closest(gold, predicted, likeness).map(([g, p]) => [p.id, g.id]));
}

/** The prediction with gold actor ids in place of its own; an actor that gold lacks becomes "?id". */
function inGoldIds(predicted, aligned) {
  const id = (x) => (x == null || x === "unnamed" || x === "unknown" ? x : (aligned.get(x) ?? `?${x}`));
  const each = (ids) => (ids ?? []).map(id);
  return {
    actors: predicted.actors.map((a) => ({ ...a, id: id(a.id) })),
    statements: predicted.statements.map((s) => ({ ...s, speaker: id(s.speaker) })),
    events: predicted.events.map((e) => ({ ...e, actors: each(e.actors), recipients: each(e.recipients) })),
    positions: predicted.positions.map((p) => ({ ...p, holder: id(p.holder), toward: id(p.toward) })),
    figures: predicted.figures.map((f) => ({ ...f, by: id(f.by) })),
    meetings: predicted.meetings.map((m) => ({ ...m, participants: each(m.participants) })),
    times: predicted.times,
  };
}

const same = (a, b) => (a ?? null) === (b ?? null);
const sameDay = (a, b) => (a ?? "").slice(0, 10) === (b ?? "").slice(0, 10);

/** How alike two lists of spans are: Jaccard of the words that they touch in the text. */
function wordOverlap(text) {
  const seen = new Map();
  const wordsOf = (spans) => seen.get(spans) ?? seen.set(spans, words(spans ?? [], text)).get(spans);
  return (a, b) => jaccard(wordsOf(a), wordsOf(b));
}

/** Per list: when a predicted item is a find, and when it is right as well. */
function criteria(share) {
  const sameCondition = (a, b) => (a?.length && b?.length ? share(a, b) >= 0.3 : !a?.length && !b?.length);
  return {
    actors: { found: (g, p) => g.id === p.id && g.kind === p.kind },
    statements: { found: (g, p) => share(g.content, p.content) >= 0.5, right: (g, p) => g.speaker === p.speaker },
    events: {
      found: (g, p) => g.type === p.type && (overlaps(g.trigger, p.trigger) || intersects(parties(g), parties(p))),
      right: (g, p) => sameSet(g.actors, p.actors) && sameSet(g.recipients, p.recipients) && g.status === p.status,
    },
    positions: {
      found: (g, p) => g.holder === p.holder && share(g.issue, p.issue) >= 0.3,
      right: (g, p) => g.stance === p.stance && sameCondition(g.condition, p.condition),
    },
    figures: {
      found: (g, p) => sameValue(g.value, p.value) && overlaps(g.span, p.span),
      right: (g, p) => headWord(g.unit) === headWord(p.unit) && same(g.by, p.by) && same(g.bound, p.bound),
    },
    meetings: {
      found: (g, p) => sameDay(g.date, p.date) && (overlaps(g.span, p.span) || intersects(g.participants, p.participants)),
      right: (g, p) => sameSet(g.participants, p.participants) && g.status === p.status,
    },
    times: { found: (g, p) => overlaps(g.span, p.span), right: (g, p) => g.value === p.value },
  };
}

// --- rates: what F1 over finds does not show ---

const FACT = new Set(["occurred", "ongoing", "held"]);

/** Per rate: how many of the items that it looks at (`of`) have the property that it counts (`hits`). */
function countRates(gold, predicted, { statements, events, positions }, share) {
  const pair = (list, fits, likeness) => closest(gold[list], predicted[list], (g, p) => (fits(g, p) ? 1 + likeness(g, p) : 0));
  const stated = pair("statements", statements.found, (g, p) => share(g.content, p.content) + share(g.cue, p.cue));
  const wanted = pair("positions", positions.found, (g, p) => share(g.issue, p.issue) + Number(g.stance === p.stance));
  const done = pair("events", events.found, (g, p) => share(g.trigger, p.trigger) + sharedParties(g, p));
  // The same words are the same meeting, even where the prediction has another date or none.
  const sameMeeting = (g, p) => overlaps(g.span, p.span) || (sameDay(g.date, p.date) && intersects(g.participants, p.participants));
  const met = pair("meetings", sameMeeting, (g, p) => share(g.span, p.span) + sharedParties(g, p));

  const rate = (items, property) => ({ hits: items.filter(property).length, of: items.length });
  const predictedFor = new Map([...done, ...met]);
  const named = (speaker) => speaker != null && speaker !== "unknown" && speaker !== "unnamed";
  return {
    toward: rate(
      wanted.filter(([g]) => g.toward),
      ([g, p]) => g.toward === p.toward,
    ),
    dates: rate(
      done.filter(([g]) => g.date),
      ([g, p]) => sameDay(g.date, p.date),
    ),
    "facts-invented": rate(
      [...gold.events, ...gold.meetings].filter(({ status }) => !FACT.has(status)),
      (g) => FACT.has(predictedFor.get(g)?.status),
    ),
    "wrong-speakers": rate(stated, ([g, p]) => named(p.speaker) && p.speaker !== g.speaker),
  };
}

// --- scoring ---

const LAYER = { statements: "statements-found", events: "events-found", positions: "positions-found", meetings: "meetings-found" };
const empty = () => Object.fromEntries(LISTS.map((list) => [list, []]));

/** Counts per layer and rate of one story, with what was missed, spurious and found but wrong. */
export function scoreStory(entry, prediction) {
  const gold = toPredicted(entry);
  const raw = { ...empty(), ...prediction };
  const predicted = inGoldIds(raw, alignActors(gold.actors, raw.actors));
  const share = wordOverlap(entry.text);
  const rules = criteria(share);
  const layers = {};
  const misses = [];
  for (const list of LISTS) {
    const { found, right } = rules[list];
    const both = right && ((g, p) => found(g, p) && right(g, p));
    const count = (pairs) => ({ hits: pairs.length, gold: gold[list].length, predicted: predicted[list].length });
    const rightPairs = both ? match(gold[list], predicted[list], both) : [];
    const foundPairs = match(gold[list], predicted[list], found);
    layers[LAYER[list] ?? list] = count(foundPairs);
    if (both) layers[`${list}-right`] = count(rightPairs);
    // For the report, keep the right pairs and add finds among what they leave.
    const rest = (items, side) =>
      items
        .map((item, i) => ({ item, i }))
        .filter(({ i }) => !rightPairs.some((pair) => pair[side] === i))
        .map(({ item }) => item);
    const [g, p] = [rest(gold[list], 0), rest(predicted[list], 1)];
    const wrong = match(g, p, found);
    misses.push(
      ...(both ? wrong : []).map(([i, j]) => ({ list, what: "wrong", gold: g[i], predicted: p[j] })),
      ...g.filter((_, i) => !wrong.some((pair) => pair[0] === i)).map((item) => ({ list, what: "missed", gold: item })),
      ...p.filter((_, j) => !wrong.some((pair) => pair[1] === j)).map((item) => ({ list, what: "spurious", predicted: item })),
    );
  }
  return { layers, rates: countRates(gold, predicted, rules, share), misses };
}

const ratios = ({ hits, gold, predicted }) => {
  const p = predicted ? hits / predicted : gold ? 0 : 1;
  const r = gold ? hits / gold : predicted ? 0 : 1;
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0, hits, gold, predicted };
};

const percent = ({ hits, of }) => ({ percent: of ? (100 * hits) / of : null, hits, of });

/** Adds up counts by name: [{a: {hits: 1}}, {a: {hits: 2}}] → {a: {hits: 3}}. */
function sum(tables) {
  const total = {};
  for (const [name, counts] of tables.flatMap(Object.entries)) {
    total[name] ??= {};
    for (const [key, count] of Object.entries(counts)) total[name][key] = (total[name][key] ?? 0) + count;
  }
  return total;
}

/** Micro-averaged scores: entries as from readGold, predictions as a Map from story name to prediction. */
export function score(entries, predictions) {
  const stories = entries.map((entry) => scoreStory(entry, predictions.get(entry.name)));
  const each = (table, convert) => Object.fromEntries(Object.entries(table).map(([name, counts]) => [name, convert(counts)]));
  const layers = each(sum(stories.map((story) => story.layers)), ratios);
  const rates = each(sum(stories.map((story) => story.rates)), percent);
  const rights = Object.entries(layers)
    .filter(([layer]) => layer.endsWith("-right"))
    .map(([, { f1 }]) => f1);
  const record = rights.length ? rights.reduce((a, b) => a + b, 0) / rights.length : 0;
  const misses = stories.flatMap((story, i) => story.misses.map((miss) => ({ doc: entries[i].name, ...miss })));
  return { layers, rates, record, misses };
}

// --- reporting ---

const LOWER_IS_BETTER = new Set(["facts-invented", "wrong-speakers"]);

/** One line that says what an item is, in the words of the story. */
function describe(list, item, text) {
  const quote = (spans) => JSON.stringify((spans ?? []).map(([s, e]) => text.slice(s, e)).join(" … "));
  const ids = (list) => (list ?? []).join("+") || "–";
  switch (list) {
    case "actors":
      return `${item.id} (${item.kind}) ${item.name}`;
    case "statements":
      return `${item.speaker} ${quote(item.cue)}: ${quote(item.content)}`;
    case "events":
      return `${item.type} ${item.status} ${ids(item.actors)} → ${ids(item.recipients)} ${quote(item.trigger)}`;
    case "positions":
      return `${item.holder} ${item.stance} ${quote(item.issue)}${item.condition ? ` on condition ${quote(item.condition)}` : ""}`;
    case "figures":
      return `${item.bound ?? "exactly"} ${JSON.stringify(item.value)} ${item.unit} by ${item.by ?? "–"} ${quote(item.span)}`;
    case "meetings":
      return `${item.date ?? "undated"} ${item.status} ${ids(item.participants)} ${quote(item.span)}`;
    default:
      return `${item.value} ${quote(item.span)}`;
  }
}

function report({ layers, rates, record, misses }, entries, showMisses) {
  const lines = [];
  if (showMisses) {
    const texts = new Map(entries.map((entry) => [entry.name, entry.text]));
    for (const { doc, list, what, gold, predicted } of misses) {
      const shown = [gold, predicted].filter(Boolean).map((item) => describe(list, item, texts.get(doc)));
      lines.push(`${doc} ${list} ${what}: ${shown.join("\n    predicted ")}`);
    }
    lines.push("");
  }
  const cell = (value) => value.toFixed(3).padStart(7);
  lines.push(`${"layer".padEnd(18)}${["P", "R", "F1"].map((h) => h.padStart(7)).join("")}   hits  gold  predicted`);
  for (const [layer, { p, r, f1, hits, gold, predicted }] of Object.entries(layers)) {
    lines.push(`${layer.padEnd(18)}${cell(p)}${cell(r)}${cell(f1)}${[hits, gold, predicted].map((n) => String(n).padStart(7)).join("")}`);
  }
  lines.push("");
  for (const [name, { percent, hits, of }] of Object.entries(rates)) {
    const value = percent == null ? "–" : percent.toFixed(1);
    lines.push(
      `${name.replace("-", " ").padEnd(18)}${value.padStart(7)} %  ${hits} of ${of}${LOWER_IS_BETTER.has(name) ? " (lower is better)" : ""}`,
    );
  }
  lines.push(`record F1 ${record.toFixed(3)}`);
  return lines.join("\n");
}

/** Predictions by story name from a JSONL file; a later line for the same story wins. */
export function readPredictions(file) {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim());
  return new Map(lines.map((line) => JSON.parse(line)).map((prediction) => [prediction.doc, prediction]));
}

function main(args) {
  const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const [dir, file] = [option("--gold"), option("--predicted")];
  if (!dir || !file) {
    console.error("usage: node score.mjs --gold DIR --predicted FILE.jsonl [--json] [--misses]");
    process.exitCode = 2;
    return;
  }
  const entries = goldNames(dir).map((name) => readGold(dir, name));
  const predictions = readPredictions(file);
  for (const doc of predictions.keys()) if (!entries.some(({ name }) => name === doc)) console.error(`no gold for ${doc}`);
  const result = score(entries, predictions);
  if (!args.includes("--json")) return console.log(report(result, entries, args.includes("--misses")));
  const { misses, ...scores } = result;
  console.log(JSON.stringify(args.includes("--misses") ? result : scores, null, 1));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));

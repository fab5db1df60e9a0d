#!/usr/bin/env node
// Checks gold files against their stories: node check.mjs DIR…  (DIR holds NAME.txt + NAME.gold.json)
// Every span must be an exact substring, every id must resolve, every closed vocabulary must be respected.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const VOCABULARY = {
  kind: ["person", "state", "organization", "group"],
  mode: ["direct", "indirect", "mixed"],
  event: [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
  ],
  eventStatus: ["occurred", "ongoing", "planned", "conditional", "denied", "alleged"],
  stance: ["demand", "reject", "support", "offer", "promise", "threaten", "deny", "accuse"],
  bound: ["about", "at_least", "at_most", "more_than", "less_than"],
  meetingStatus: ["held", "ongoing", "scheduled", "proposed", "cancelled"],
};

/** Offsets [start, end) in UTF-16 code units of a gold span: a string, {text, nth}, or a list of those. */
export function locate(span, text) {
  if (Array.isArray(span)) return span.flatMap((part) => locate(part, text));
  const { text: needle, nth = 1 } = typeof span === "string" ? { text: span } : span;
  let at = -1;
  for (let i = 0; i < nth; i++) {
    at = text.indexOf(needle, at + 1);
    if (at < 0) throw new Error(`span not in the story (occurrence ${nth}): ${JSON.stringify(needle)}`);
  }
  return [[at, at + needle.length]];
}

export function readGold(dir, name) {
  const text = readFileSync(join(dir, `${name}.txt`), "utf8");
  return { name, text, gold: JSON.parse(readFileSync(join(dir, `${name}.gold.json`), "utf8")) };
}

export function goldNames(dir) {
  return readdirSync(dir)
    .filter((f) => f.endsWith(".gold.json"))
    .map((f) => f.slice(0, -".gold.json".length))
    .sort();
}

export function problems({ text, gold }) {
  const found = [];
  const attempt = (where, check) => {
    try {
      check();
    } catch (e) {
      found.push(`${where}: ${e.message}`);
    }
  };
  const span = (where, s) => {
    if (s != null) attempt(where, () => locate(s, text));
  };
  const oneOf = (where, value, list) => {
    if (!list.includes(value)) found.push(`${where}: ${value} is not one of ${list.join(" ")}`);
  };
  const actors = new Set((gold.actors ?? []).map((a) => a.id));
  const actor = (where, id, extra = []) => {
    if (id != null && !actors.has(id) && !extra.includes(id)) found.push(`${where}: no actor ${id}`);
  };
  const date = (where, d) => {
    if (d != null && !/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?$/.test(d)) found.push(`${where}: date ${d}`);
  };
  if (!gold.story?.published) found.push("story: no published date");
  date("story", gold.story?.published);
  date("story", gold.story?.updated);
  for (const [layer, list] of Object.entries(gold)) {
    const ids = Array.isArray(list) ? list.flatMap(({ id }) => id ?? []) : [];
    for (const id of ids.filter((id, i) => ids.indexOf(id) < i)) found.push(`${layer}: ${id} twice`);
  }
  for (const c of gold.story?.captions ?? []) span("story.captions", c);
  for (const a of gold.actors ?? []) {
    oneOf(`actor ${a.id}`, a.kind, VOCABULARY.kind);
    actor(`actor ${a.id} affiliation`, a.affiliation);
    if (a.country != null && !/^[A-Z]{3}$/.test(a.country)) found.push(`actor ${a.id}: country ${a.country}`);
    if (!a.mentions?.length) found.push(`actor ${a.id}: no mentions`);
    for (const m of a.mentions ?? []) span(`actor ${a.id}`, m);
  }
  const statements = new Set((gold.statements ?? []).map((s) => s.id));
  for (const s of gold.statements ?? []) {
    const at = `statement ${s.id}`;
    actor(at, s.speaker, ["unnamed", "unknown"]);
    actor(at, s.addressee);
    oneOf(at, s.mode, VOCABULARY.mode);
    span(at, s.speaker_span);
    span(at, s.cue);
    span(at, s.content);
    span(at, s.medium);
    date(at, s.date);
    if (!s.content) found.push(`${at}: no content`);
    if (s.cue === undefined || (s.cue === null && (s.speaker_span == null || s.mode !== "direct")))
      found.push(`${at}: no cue, and not a speaker's turn`);
  }
  for (const e of gold.events ?? []) {
    const at = `event ${e.id}`;
    oneOf(at, e.type, VOCABULARY.event);
    oneOf(at, e.status, VOCABULARY.eventStatus);
    span(at, e.trigger);
    span(at, e.place);
    date(at, e.date);
    for (const id of [...(e.actors ?? []), ...(e.recipients ?? [])]) actor(at, id);
  }
  for (const p of gold.positions ?? []) {
    const at = `position ${p.id}`;
    actor(at, p.holder);
    actor(at, p.toward);
    oneOf(at, p.stance, VOCABULARY.stance);
    span(at, p.issue);
    span(at, p.condition);
    if (p.statement && !statements.has(p.statement)) found.push(`${at}: no statement ${p.statement}`);
  }
  for (const f of gold.figures ?? []) {
    const at = `figure ${f.id}`;
    span(at, f.span);
    span(at, f.place);
    actor(at, f.of);
    actor(at, f.by);
    if (f.bound) oneOf(at, f.bound, VOCABULARY.bound);
    if (!f.unit || !(typeof f.value === "number" || Array.isArray(f.value))) found.push(`${at}: value or unit`);
  }
  for (const m of gold.meetings ?? []) {
    const at = `meeting ${m.id}`;
    span(at, m.span);
    span(at, m.place);
    date(at, m.date);
    oneOf(at, m.status, VOCABULARY.meetingStatus);
    for (const id of m.participants ?? []) actor(at, id);
  }
  for (const t of gold.times ?? []) {
    span("time", t.span);
    if (!t.value) found.push("time: no value");
  }
  return found;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  let bad = 0;
  for (const dir of process.argv.slice(2)) {
    const totals = {};
    for (const name of goldNames(dir)) {
      const entry = readGold(dir, name);
      for (const p of problems(entry)) {
        bad++;
        console.log(`${name}: ${p}`);
      }
      for (const [layer, list] of Object.entries(entry.gold)) if (Array.isArray(list)) totals[layer] = (totals[layer] ?? 0) + list.length;
    }
    console.log(`${dir}: ${goldNames(dir).length} stories`, JSON.stringify(totals));
  }
  process.exitCode = bad ? 1 : 0;
}

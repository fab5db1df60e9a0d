import type { z } from "zod";
import {
  ACTOR_KINDS,
  Actor,
  type ActorReference,
  type Anchor,
  anchorAt,
  BOUNDS,
  EVENT_TYPES,
  Event,
  Figure,
  type LayerName,
  MEETING_STATUSES,
  Meeting,
  MODES,
  type Patch,
  type PatchValue,
  Place,
  Position,
  PRECISIONS,
  STANCES,
  STATUSES,
  Statement,
  type Story,
  selectorsOf,
  Time,
} from "../../model/index.js";
import { locateAll, standsOn } from "./bind.js";
import type { AnnotationOf } from "./claims.js";

/** What a person may write into a field, and what then stands in the annotation. */
type FieldKind = "text" | "number" | "amount" | "yes or no" | "words" | "actor" | "actors" | "speaker" | readonly string[];

interface Field {
  readonly kind: FieldKind;
  /** Whether it may be empty: "none" in what a person writes. */
  readonly optional?: true;
}

const MODALITY = {
  time: { kind: ["past", "present", "future"], optional: true },
  polarity: { kind: ["positive", "negative"] },
  certainty: { kind: ["asserted", "conditional", "hypothetical"] },
  background: { kind: "yes or no" },
} as const satisfies Readonly<Record<string, Field>>;

/** `words` is the anchor of an annotation. */
const ANCHORED = { words: { kind: "words" }, ...MODALITY } as const satisfies Readonly<Record<string, Field>>;

/** The fields of each layer that a person may set. What is derived (ids, lemmas, classes of a type) is not among them, but for what no code here can derive. */
export const FIELDS: { readonly [L in LayerName]: Readonly<Record<string, Field>> } = {
  actors: {
    name: { kind: "text" },
    kind: { kind: ACTOR_KINDS },
    country: { kind: "text", optional: true },
    role: { kind: "text", optional: true },
    affiliation: { kind: "actor", optional: true },
  },
  times: {
    ...ANCHORED,
    type: { kind: ["DATE", "TIME", "DURATION", "SET"] },
    value: { kind: "text" },
    precision: { kind: PRECISIONS, optional: true },
  },
  statements: {
    ...ANCHORED,
    speaker: { kind: "speaker" },
    cue: { kind: "words", optional: true },
    mode: { kind: MODES },
    class: { kind: ["speech", "attitude"] },
    addressee: { kind: "actor", optional: true },
    medium: { kind: "words", optional: true },
    date: { kind: "text", optional: true },
    denied: { kind: "yes or no" },
  },
  figures: {
    ...ANCHORED,
    value: { kind: "amount" },
    bound: { kind: BOUNDS, optional: true },
    unit: { kind: "text" },
    of: { kind: "actor", optional: true },
    place: { kind: "words", optional: true },
    asOf: { kind: "text", optional: true },
    by: { kind: "actor", optional: true },
  },
  places: {
    ...ANCHORED,
    name: { kind: "text" },
    geonameId: { kind: "number", optional: true },
    country: { kind: "text", optional: true },
    latitude: { kind: "number", optional: true },
    longitude: { kind: "number", optional: true },
    precision: { kind: ["exact", "city", "province", "country", "region"], optional: true },
  },
  events: {
    ...ANCHORED,
    type: { kind: EVENT_TYPES },
    mode: { kind: "text", optional: true },
    actors: { kind: "actors" },
    recipients: { kind: "actors" },
    place: { kind: "words", optional: true },
    date: { kind: "text", optional: true },
    status: { kind: STATUSES },
    quad: { kind: "number" },
    score: { kind: "number" },
    cameoRoot: { kind: "text" },
  },
  positions: {
    ...ANCHORED,
    holder: { kind: "actor" },
    stance: { kind: STANCES },
    toward: { kind: "actor", optional: true },
    condition: { kind: "words", optional: true },
    issueKey: { kind: "text" },
  },
  meetings: {
    ...ANCHORED,
    participants: { kind: "actors" },
    host: { kind: "actor", optional: true },
    mediator: { kind: "actor", optional: true },
    place: { kind: "words", optional: true },
    date: { kind: "text", optional: true },
    status: { kind: MEETING_STATUSES },
    outcome: { kind: "words", optional: true },
  },
};

const SCHEMAS: { readonly [L in LayerName]: z.ZodType<AnnotationOf<L>> } = {
  actors: Actor,
  times: Time,
  statements: Statement,
  figures: Figure,
  places: Place,
  events: Event,
  positions: Position,
  meetings: Meeting,
};

/** What a person wrote that cannot be: the message names it and says what can. */
export class FieldError extends Error {
  override readonly name = "FieldError";
}

/** Fields as a person writes them, by name: `{ speaker: "Ana Lund", denied: "yes", cue: "none" }`. */
export type Settings = Readonly<Record<string, string>>;

/** Turns what a person wrote into a patch. Throws `FieldError` for a field or value that cannot be. */
export function patchOf(layer: LayerName, settings: Settings, { text }: Story, actors: readonly Actor[]): Patch {
  return Object.fromEntries(
    Object.entries(settings).map(([name, written]) => {
      const field = FIELDS[layer][name];
      if (field === undefined) {
        throw new FieldError(
          `${layer} have no field ${JSON.stringify(name)} that can be set: it must be one of ${Object.keys(FIELDS[layer]).join(", ")}`,
        );
      }
      if (written === "none" || written === "") {
        if (field.kind === "actors") return [name, { kind: "actors", actors: [] }];
        if (!field.optional) throw new FieldError(`${name} must hold something; it was given ${JSON.stringify(written)}`);
        return [name, { kind: "plain", value: null }];
      }
      return [name, patchValue(name, field.kind, written, text, actors)];
    }),
  );
}

function patchValue(name: string, kind: FieldKind, written: string, text: string, actors: readonly Actor[]): PatchValue {
  const wrong = (expected: string): FieldError => new FieldError(`${name} was given ${JSON.stringify(written)}; it must be ${expected}`);
  const reference = (who: string): ActorReference => referenceTo(actorCalled(who.trim(), actors, wrong), text);
  if (typeof kind === "object") {
    const choice = kind.find((one) => one.toLowerCase() === written.toLowerCase());
    if (choice === undefined) throw wrong(`one of ${kind.join(", ")}`);
    return { kind: "plain", value: choice };
  }
  switch (kind) {
    case "text":
      return { kind: "plain", value: written };
    case "number":
    case "amount": {
      const numbers = written.split(/\s*(?:\.\.|–|to)\s*/).map((part) => Number(part.replaceAll(",", "")));
      if (numbers.some(Number.isNaN) || numbers.length > (kind === "amount" ? 2 : 1)) {
        throw wrong(kind === "amount" ? "a number, or two as in 40..50" : "a number");
      }
      return { kind: "plain", value: numbers.length === 2 ? [numbers[0], numbers[1]] : numbers[0] };
    }
    case "yes or no":
      if (!/^(yes|no|true|false)$/i.test(written)) throw wrong("yes or no");
      return { kind: "plain", value: /^(yes|true)$/i.test(written) };
    case "words":
      return { kind: "words", parts: wordsIn(text, written, wrong).map((quote) => selectorsOf(text, quote)) };
    case "actor":
      return { kind: "actors", actors: [reference(written)] };
    case "actors":
      return { kind: "actors", actors: written.split(";").map(reference) };
    case "speaker":
      if (written === "unnamed" || written === "unknown") return { kind: "plain", value: written };
      return { kind: "actors", actors: written.split(";").map(reference) };
  }
}

/** An actor of the record by its id or its name, or by the beginning of either where only one has it. */
function actorCalled(who: string, actors: readonly Actor[], wrong: (expected: string) => FieldError): Actor {
  const exact = actors.filter(({ id, name }) => id === who || name === who);
  const near = actors.filter(({ id, name }) => id.startsWith(who) || name.toLowerCase().includes(who.toLowerCase()));
  const found = exact.length > 0 ? exact : near;
  if (found.length === 1) return found[0];
  const names = (list: readonly Actor[]): string => list.map(({ id, name }) => `${name} (${id})`).join(", ") || "none";
  throw wrong(found.length === 0 ? `an actor of the story: ${names(actors)}` : `clearer: it could be ${names(found)}`);
}

/** How a decision names an actor: by its first mention that is a name, else its first. */
export function referenceTo({ name, mentions }: Actor, text: string): ActorReference {
  const { quote } = mentions.find(({ form }) => form === "name") ?? mentions[0];
  return { name, mention: selectorsOf(text, quote) };
}

/**
 * Where words stand in a story: "the words", "the words #2" for their second occurrence, parts of a broken anchor joined by " … ". Words
 * that stand there several times must be told apart.
 */
export function wordsIn(text: string, written: string, wrong: (expected: string) => FieldError): Anchor {
  const spans = written.split(" … ").map((part) => {
    const [, words, nth] = /^([\s\S]*?)(?:\s+#(\d+))?$/.exec(part) as RegExpExecArray;
    const places: number[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
    if (places.length === 0) throw wrong("words of the story, just as they stand there");
    if (nth === undefined && places.length > 1) {
      throw wrong(`one place: these words stand ${places.length} times in the story; add " #1" for the first, " #2" for the second …`);
    }
    const start = places[Number(nth ?? 1) - 1];
    if (start === undefined) throw wrong(`one of the ${places.length} places where these words stand`);
    return { start, end: start + words.length };
  });
  return anchorAt(text, spans);
}

/** What is needed to turn references and selectors back into ids and quotes. */
export interface Ground {
  readonly text: string;
  readonly actors: readonly Actor[];
}

/** The actor that a reference names: by its words, else by its name. Null when the record has none. */
export function actorOf({ name, mention }: ActorReference, { text, actors }: Ground): Actor | null {
  const words = locateAll(text, [mention]);
  const byWords = words === null ? [] : actors.filter((actor) => standsOn("actors", actor, words) >= 0.5);
  return byWords.find((actor) => actor.name === name) ?? byWords[0] ?? actors.find((actor) => actor.name === name) ?? null;
}

/**
 * An annotation with the fields of a patch in place of its own; or in words why that cannot be: a name that is no actor of the record,
 * words that are gone, a value that the field cannot hold.
 */
export function patched<L extends LayerName>(
  layer: L,
  annotation: AnnotationOf<L>,
  patch: Patch,
  ground: Ground,
): AnnotationOf<L> | string {
  const fields: Record<string, unknown> = { ...annotation };
  for (const [name, value] of Object.entries(patch)) {
    const kind = FIELDS[layer][name]?.kind;
    if (kind === undefined) return `it sets ${name}, which ${layer} do not have`;
    const resolved = resolve(kind, value, ground);
    if (typeof resolved === "string") return resolved;
    if (name === "words") fields.anchor = resolved.value;
    else if (layer !== "actors" && name in MODALITY) fields.modality = { ...(fields.modality as object), [name]: resolved.value };
    else fields[name] = resolved.value;
  }
  consequences(layer, fields, patch);
  const parsed = SCHEMAS[layer].safeParse(fields);
  return parsed.success ? parsed.data : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
}

/** What a field must hold beside the one that was set. */
function consequences(layer: LayerName, fields: Record<string, unknown>, patch: Patch): void {
  if (layer === "statements" && patch.cue !== undefined) {
    const cue = fields.cue as Anchor | null;
    fields.cueLemma = cue === null ? null : cue.map(({ exact }) => exact.toLowerCase()).join(" ");
  }
  if (layer === "statements" && patch.speaker !== undefined) fields.speakerSpan = null;
  if (layer === "times" && patch.value !== undefined) Object.assign(fields, { unresolved: null, basis: null });
  if (layer === "places" && (patch.name !== undefined || patch.geonameId !== undefined)) fields.unresolved = null;
  if (layer === "events" && patch.actors !== undefined) fields.actorSpan = null;
  if (layer === "events" && patch.recipients !== undefined) fields.recipientSpan = null;
}

function resolve(kind: FieldKind, value: PatchValue, ground: Ground): { readonly value: unknown } | string {
  if (value.kind === "words") {
    const quotes = locateAll(ground.text, value.parts);
    return quotes === null ? `the words ${JSON.stringify(value.parts[0][1].exact)} are gone` : { value: quotes };
  }
  if (value.kind === "plain") {
    if (kind !== "speaker") return { value: value.value };
    return {
      value: value.value === "unnamed" ? { kind: "unnamed" } : { kind: "unknown", reason: "a person decided that the text does not tell" },
    };
  }
  const ids: string[] = [];
  for (const reference of value.actors) {
    const actor = actorOf(reference, ground);
    if (actor === null) return `${JSON.stringify(reference.name)} is no actor of the record now`;
    if (!ids.includes(actor.id)) ids.push(actor.id);
  }
  if (kind === "speaker")
    return ids.length === 0 ? "a statement needs a speaker" : { value: { kind: "actor", actor: ids[0], joint: ids.slice(1) } };
  return { value: kind === "actors" ? ids : (ids[0] ?? null) };
}

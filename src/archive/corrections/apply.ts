import {
  type Actor,
  ASSERTED,
  anchorContains,
  annotationId,
  type Correction,
  extentOf,
  ID_PREFIX,
  inForce,
  type LayerName,
  type Patch,
  type Quote,
  type Statement,
  type Story,
  type StoryRecord,
} from "../../model/index.js";
import { problemsOf } from "../problems.js";
import { renameActors } from "./actors.js";
import { areSameWords, bind, type Candidate, locateAll } from "./bind.js";
import { type AnnotationOf, claimOf } from "./claims.js";
import { actorOf, patched } from "./fields.js";

/** A record as persons corrected it. */
export interface Corrected {
  readonly record: StoryRecord;
  /** Decisions that hold, each with the annotation that it is of. */
  readonly applied: readonly { readonly correction: Correction; readonly annotation: string }[];
  /** Decisions that found nothing to bind to, with the reason. */
  readonly orphaned: readonly { readonly correction: Correction; readonly reason: string }[];
  /** Every annotation by its id as it was before any decision about it, those that were rejected too: what a new decision binds to. */
  readonly origins: ReadonlyMap<string, Origin>;
}

export interface Origin extends Candidate {
  readonly layer: LayerName;
}

const LAYERS = Object.keys(ID_PREFIX) as LayerName[];

/** An annotation on its way: as it was read (or added), and as it stands after the decisions so far. */
interface Entry {
  readonly annotation: AnnotationOf;
  readonly claim: string;
  now: AnnotationOf;
  rejected: Correction | null;
}

/**
 * The record of a story with all decisions that hold, in the order in which they were made. Decisions bind to what the machine read, or
 * to what a person added, not to what another decision made of it: taking one back leaves the others where they are. The record given
 * is not changed; with no decision in force it is given back itself.
 */
export function applyCorrections(story: Story, record: StoryRecord, corrections: readonly Correction[]): Corrected {
  const decisions = inForce(corrections);
  const whole = applied(story, record, decisions, false);
  // Two decisions can be at odds. That is seen in the end, and only then looked for one by one.
  return whole.applied.length === 0 || problemsOf(story, whole.record).length === 0 ? whole : applied(story, record, decisions, true);
}

/** `careful` leaves out each decision that would make a record which does not hold together, and says so. */
function applied(story: Story, record: StoryRecord, decisions: readonly Correction[], careful: boolean): Corrected {
  const done: { correction: Correction; annotation: string }[] = [];
  const orphaned: { correction: Correction; reason: string }[] = [];
  const draft = new Draft(story, record);
  for (const correction of decisions) {
    const before = careful ? draft.copy() : null;
    const outcome = draft.decide(correction);
    if ("reason" in outcome) {
      orphaned.push({ correction, reason: outcome.reason });
      continue;
    }
    const [broken] = before === null ? [] : problemsOf(story, draft.record());
    if (before !== null && broken !== undefined) {
      draft.restore(before);
      orphaned.push({ correction, reason: `it does not go together with the rest: ${broken}` });
    } else done.push({ correction, annotation: outcome.annotation });
  }
  return { record: done.length === 0 ? record : draft.record(), applied: done, orphaned, origins: draft.origins() };
}

type Outcome = { readonly annotation: string } | { readonly reason: string };

type Entries = { [L in LayerName]: Entry[] };

/** A record while decisions are being applied to it. */
class Draft {
  readonly #story: Story;
  readonly #record: StoryRecord;
  #entries: Entries;

  constructor(story: Story, record: StoryRecord) {
    this.#story = story;
    this.#record = record;
    this.#entries = Object.fromEntries(
      LAYERS.map((layer) => [
        layer,
        record[layer].map((annotation): Entry => {
          return { annotation, claim: claimOf(layer, annotation, record.actors), now: annotation, rejected: null };
        }),
      ]),
    ) as Entries;
  }

  origins(): ReadonlyMap<string, Origin> {
    return new Map(
      LAYERS.flatMap((layer) => this.#entries[layer].map(({ now, annotation, claim }) => [now.id, { layer, annotation, claim }])),
    );
  }

  copy(): Entries {
    return Object.fromEntries(LAYERS.map((layer) => [layer, this.#entries[layer].map((entry) => ({ ...entry }))])) as Entries;
  }

  restore(entries: Entries): void {
    this.#entries = entries;
  }

  /** Applies one decision; gives the id of the annotation that it is of, or why there is none. */
  decide(correction: Correction): Outcome {
    const words = locateAll(this.#story.text, correction.target);
    if (words === null) return { reason: "its words are gone from the story" };
    const entry = bind(correction, words, this.#entries[correction.layer]);
    if (correction.decision === "added")
      return this.#add(correction, words, typeof entry === "string" || entry.claim !== correction.key ? null : entry);
    if (typeof entry === "string") return { reason: entry };
    const done = this.#change(entry, correction);
    return done === null ? { annotation: entry.now.id } : { reason: done };
  }

  /** Null when it is done, else why it cannot be. */
  #change(entry: Entry, correction: Correction): string | null {
    switch (correction.decision) {
      case "right":
        entry.rejected = null;
        entry.now = sure(entry.now);
        return null;
      case "wrong":
        entry.rejected = correction;
        return null;
      case "changed":
        return this.#patch(entry, correction.layer, correction.value);
      case "merge":
        return this.#merge(entry, correction.value);
      case "split":
        return this.#split(entry, correction.value);
      default:
        return null;
    }
  }

  #patch(entry: Entry, layer: LayerName, patch: Patch): string | null {
    const changed = patched(layer, entry.now, patch, { text: this.#story.text, actors: this.#actors() });
    if (typeof changed === "string") return changed;
    entry.now = sure(changed);
    entry.rejected = null;
    if (layer === "statements" && patch.words !== undefined) this.#attribute(changed as Statement);
    return null;
  }

  /** What a person added; where the machine reads the same by now, that is confirmed and completed instead. */
  #add(correction: Extract<Correction, { decision: "added" }>, words: readonly Quote[], same: Entry | null): Outcome {
    const { layer, value } = correction;
    if (same !== null) {
      const reason = this.#patch(same, layer, value);
      return reason === null ? { annotation: same.now.id } : { reason };
    }
    const ground = { text: this.#story.text, actors: this.#actors() };
    const id = annotationId(this.#story.id, layer, words, `added ${correction.id}`);
    const annotation = patched(layer, { ...blankOf(layer, words), id, ...this.#standing(layer, words) } as AnnotationOf, value, ground);
    if (typeof annotation === "string") return { reason: annotation };
    this.#entries[layer].push({ annotation, claim: claimOf(layer, annotation, ground.actors), now: annotation, rejected: null });
    this.#entries[layer].sort((a, b) => startOf(a.now) - startOf(b.now));
    if (layer === "statements") this.#attribute(annotation as Statement);
    return { annotation: annotation.id };
  }

  /** Within whose words an added annotation stands: the innermost statement that holds it. */
  #standing(layer: LayerName, words: readonly Quote[]): object {
    if (layer === "actors") return {};
    const holding = this.#statements()
      .filter(({ anchor }) => anchorContains(anchor, words) && !anchorContains(words, anchor))
      .sort((a, b) => width(a) - width(b));
    const within = holding[0]?.id ?? null;
    return { modality: { ...ASSERTED, within }, ...(layer === "events" && { status: within === null ? "occurred" : "alleged" }) };
  }

  /**
   * A statement that was not read before (or has other words now) takes what stands in its words into its attribution, unless a statement
   * between them has it: nothing that somebody says may pass for the story's own account.
   */
  #attribute(statement: Statement): void {
    const { speaker } = statement;
    const inner = new Set(
      this.#statements()
        .filter(
          ({ id, anchor }) => id !== statement.id && anchorContains(statement.anchor, anchor) && !anchorContains(anchor, statement.anchor),
        )
        .map(({ id }) => id),
    );
    for (const layer of LAYERS) {
      if (layer === "actors") continue;
      for (const entry of this.#entries[layer]) {
        const annotation = entry.now as Exclude<AnnotationOf, Actor>;
        const { within } = annotation.modality;
        if (annotation.id === statement.id || !anchorContains(statement.anchor, annotation.anchor)) continue;
        if (layer === "statements" && !inner.has(annotation.id)) continue;
        if (within !== null && inner.has(within)) continue;
        const attributed = { ...annotation, modality: { ...annotation.modality, within: statement.id } };
        if ("status" in attributed && (attributed.status === "occurred" || attributed.status === "ongoing") && layer === "events") {
          Object.assign(attributed, { status: "alleged" });
        }
        if (layer === "figures" && speaker.kind === "actor" && "by" in attributed && attributed.by === null) {
          Object.assign(attributed, { by: speaker.actor });
        }
        entry.now = attributed as AnnotationOf;
      }
    }
  }

  #merge(entry: Entry, other: Extract<Correction, { decision: "merge" }>["value"]): string | null {
    const kept = entry.now as Actor;
    const actors = this.#actors();
    const merged = actorOf(other, { text: this.#story.text, actors: actors.filter(({ id }) => id !== kept.id) });
    // The machine may have come to know by itself that the two are one.
    if (merged === null)
      return actorOf(other, { text: this.#story.text, actors })?.id === kept.id
        ? null
        : `${JSON.stringify(other.name)} is no actor of the record now`;
    const mentions = [
      ...kept.mentions,
      ...merged.mentions.filter(({ quote }) => !kept.mentions.some((own) => own.quote.start === quote.start)),
    ];
    entry.now = sure({
      ...kept,
      mentions: mentions.sort((a, b) => a.quote.start - b.quote.start),
      role: kept.role ?? merged.role,
      country: kept.country ?? merged.country,
      affiliation:
        kept.affiliation === merged.id ? null : (kept.affiliation ?? (merged.affiliation === kept.id ? null : merged.affiliation)),
    });
    this.#entries.actors = this.#entries.actors.filter(({ now }) => now.id !== merged.id);
    this.#rename((id) => (id === merged.id ? kept.id : id));
    return null;
  }

  #split(entry: Entry, { mentions, name, kind }: Extract<Correction, { decision: "split" }>["value"]): string | null {
    const words = mentions.map((selectors) => locateAll(this.#story.text, [selectors])?.[0] ?? null);
    const actor = entry.now as Actor;
    const parting = actor.mentions.filter(({ quote }) => words.some((place) => place !== null && areSameWords([quote], [place])));
    const staying = actor.mentions.filter((mention) => !parting.includes(mention));
    if (parting.length === 0) return `none of these mentions is of ${JSON.stringify(actor.name)} now`;
    if (staying.length === 0) return `all mentions of ${JSON.stringify(actor.name)} would go`;
    const part = sure<Actor>({
      ...actor,
      id: annotationId(this.#story.id, "actors", [parting[0].quote], `split from ${actor.id}`),
      name,
      kind,
      role: null,
      affiliation: null,
      country: null,
      mentions: parting,
    });
    entry.now = sure({ ...actor, mentions: staying });
    this.#entries.actors.push({ annotation: part, claim: "", now: part, rejected: null });
    this.#entries.actors.sort((a, b) => startOf(a.now) - startOf(b.now));
    this.#giveOver(actor.id, part);
    return null;
  }

  /** What was said and done in the words of the mentions that part goes with them; so do the figures and positions of what was said. */
  #giveOver(from: string, part: Actor): void {
    const isOf = (span: readonly Quote[] | null): boolean =>
      span?.some(({ start, end }) => part.mentions.some(({ quote }) => quote.start < end && start < quote.end)) ?? false;
    const swap = (id: string): string => (id === from ? part.id : id);
    const moved = new Set<string>();
    for (const entry of this.#entries.statements) {
      const statement = entry.now as Statement;
      if (!isOf(statement.speakerSpan)) continue;
      moved.add(statement.id);
      entry.now = renameActors("statements", statement, swap) ?? statement;
    }
    for (const entry of this.#entries.events) {
      const event = entry.now as AnnotationOf<"events">;
      entry.now = {
        ...event,
        actors: isOf(event.actorSpan) ? event.actors.map(swap) : event.actors,
        recipients: isOf(event.recipientSpan) ? event.recipients.map(swap) : event.recipients,
      };
    }
    for (const entry of this.#entries.figures) {
      const figure = entry.now as AnnotationOf<"figures">;
      if (figure.by === from && moved.has(figure.modality.within ?? "")) entry.now = { ...figure, by: part.id };
    }
    for (const entry of this.#entries.positions) {
      const position = entry.now as AnnotationOf<"positions">;
      if (position.holder === from && moved.has(position.statement ?? "")) entry.now = { ...position, holder: part.id };
    }
  }

  #rename(rename: (id: string) => string | null): void {
    for (const layer of LAYERS) {
      this.#entries[layer] = this.#entries[layer].flatMap((entry) => {
        const now = renameActors(layer, entry.now, rename);
        return now === null ? [] : [{ ...entry, now }];
      }) as Entries[typeof layer];
    }
  }

  #actors(): readonly Actor[] {
    return this.#entries.actors.filter(({ rejected }) => rejected === null).map(({ now }) => now as Actor);
  }

  #statements(): readonly Statement[] {
    return this.#entries.statements.filter(({ rejected }) => rejected === null).map(({ now }) => now as Statement);
  }

  /** The record as it stands: without what was rejected, and with nothing that points to it. */
  record(): StoryRecord {
    const gone = new Map(
      LAYERS.flatMap((layer) => this.#entries[layer].flatMap((entry) => (entry.rejected === null ? [] : [[entry.now.id, entry] as const]))),
    );
    const layers = LAYERS.map((layer) => {
      const standing = this.#entries[layer].filter(({ rejected }) => rejected === null).map(({ now }) => now);
      return [layer, gone.size === 0 ? standing : standing.flatMap((annotation) => withoutGone(layer, annotation, gone) ?? [])] as const;
    });
    return { ...this.#record, ...Object.fromEntries(layers) };
  }
}

/**
 * An annotation without pointers to what was rejected. A statement that was none gives what stood in its words to the statement around it;
 * how it stood to the facts (`status`) is kept, since nobody has said that it is a fact. Null for what cannot stand alone: a position whose
 * holder is no actor, and a figure that would pass for the story's own when its account is no actor.
 */
function withoutGone(layer: LayerName, annotation: AnnotationOf, gone: ReadonlyMap<string, Entry>): AnnotationOf | null {
  const renamed = renameActors(layer, annotation, (id) => (gone.has(id) ? null : id));
  if (renamed === null || layer === "actors") return renamed;
  const { modality } = renamed as Statement;
  let within = modality.within;
  while (within !== null && gone.has(within)) within = ((gone.get(within) as Entry).now as Statement).modality.within;
  const standing = within === modality.within ? renamed : { ...renamed, modality: { ...modality, within } };
  if (layer === "figures" && (annotation as AnnotationOf<"figures">).by !== null) {
    return within === null && (standing as AnnotationOf<"figures">).by === null ? null : (standing as AnnotationOf);
  }
  if (layer !== "positions") return standing as AnnotationOf;
  const { statement } = standing as AnnotationOf<"positions">;
  return (statement !== null && gone.has(statement) ? { ...standing, statement: null } : standing) as AnnotationOf;
}

/** A person is sure. */
const sure = <A extends AnnotationOf>(annotation: A): A => (annotation.confidence === 1 ? annotation : { ...annotation, confidence: 1 });

const startOf = (annotation: AnnotationOf): number =>
  "anchor" in annotation ? annotation.anchor[0].start : annotation.mentions[0].quote.start;

function width({ anchor }: Statement): number {
  const { start, end } = extentOf(anchor);
  return end - start;
}

/** What an added annotation holds where the person said nothing: the least that can be claimed. */
function blankOf(layer: LayerName, words: readonly Quote[]): object {
  const exact = words.map((quote) => quote.exact).join(" … ");
  const common = { anchor: words, rule: "correction/added", confidence: 1 };
  const blanks: { readonly [L in LayerName]: object } = {
    actors: {
      name: exact,
      kind: "person",
      country: null,
      role: null,
      affiliation: null,
      mentions: words.map((quote) => ({ quote, form: "name", rule: "correction/added", confidence: 1 })),
      rule: "correction/added",
      confidence: 1,
    },
    times: {
      ...common,
      type: "DATE",
      value: null,
      precision: null,
      mod: null,
      unresolved: "no value was given",
      basis: null,
      direction: null,
    },
    statements: {
      ...common,
      speaker: { kind: "unknown", reason: "the person who added it named nobody" },
      speakerSpan: null,
      cue: null,
      cueLemma: null,
      mode: "indirect",
      class: "speech",
      addressee: null,
      medium: null,
      date: null,
      denied: false,
    },
    figures: { ...common, value: Number.NaN, bound: null, unit: "", of: null, place: null, asOf: null, by: null },
    places: {
      ...common,
      name: exact,
      geonameId: null,
      featureCode: null,
      country: null,
      latitude: null,
      longitude: null,
      precision: null,
      unresolved: "no entry was given",
    },
    events: {
      ...common,
      mode: null,
      contexts: [],
      actors: [],
      recipients: [],
      actorSpan: null,
      recipientSpan: null,
      place: null,
      date: null,
    },
    positions: { ...common, issueKey: exact.toLowerCase(), toward: null, condition: null, statement: null },
    meetings: { ...common, participants: [], host: null, mediator: null, place: null, date: null, status: "held", outcome: null },
  };
  return blanks[layer];
}

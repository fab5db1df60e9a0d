import {
  type Actor,
  type Anchor,
  ASSERTED,
  anchorAt,
  annotationId,
  type Event,
  type Figure,
  LAYERS,
  type Maker,
  type Meeting,
  type Place,
  type Position,
  type Quote,
  quoteAt,
  type Source,
  type Statement,
  type Story,
  type StoryRecord,
  sha256,
  storyId,
  type Time,
} from "../model/index.js";
import type { Item } from "./write.js";

/** Builders for tests: small stories with their records, written by hand, everything given by its words. */
export interface Draft {
  readonly text: string;
  readonly headline?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly outlet?: string;
  readonly guid?: string;
  readonly uri?: string;
  readonly version?: string;
  readonly receivedAt?: string;
  /** Bytes of the source where they differ from the text. */
  readonly bytes?: string;
  readonly formatVersion?: number;
  readonly maker?: string;
  readonly actors?: readonly DraftActor[];
  readonly statements?: readonly DraftStatement[];
  readonly times?: readonly { readonly words: string; readonly value: string }[];
  readonly figures?: readonly DraftFigure[];
  readonly events?: readonly DraftEvent[];
  readonly places?: readonly DraftPlace[];
  readonly positions?: readonly DraftPosition[];
  readonly meetings?: readonly DraftMeeting[];
  readonly unread?: readonly { readonly sentence: string; readonly word: string; readonly reason: string }[];
}

export interface DraftMeeting {
  readonly words: string;
  readonly by: readonly string[];
  readonly date?: string;
  readonly status: Meeting["status"];
  readonly place?: string;
}

export interface DraftActor {
  readonly name: string;
  readonly kind?: Actor["kind"];
  readonly country?: string;
  readonly role?: string;
  readonly affiliation?: string;
}

export interface DraftEvent {
  readonly words: string;
  readonly type: Event["type"];
  readonly status?: Event["status"];
  readonly date?: string;
  /** Names of actors. */
  readonly by?: string;
  readonly to?: string;
}

export interface DraftFigure {
  readonly words: string;
  readonly value: Figure["value"];
  readonly unit: string;
  /** Names of actors. */
  readonly by?: string;
  readonly of?: string;
}

export interface DraftPosition {
  readonly issue: string;
  readonly stance: Position["stance"];
  /** Names of actors. */
  readonly by: string;
  readonly toward?: string;
}

export interface DraftPlace {
  readonly words: string;
  readonly name: string;
  readonly country: string | null;
  readonly precision: Place["precision"];
  /** Place in the list of the statement in whose words it is named. */
  readonly within?: number;
}

export interface DraftStatement {
  /** Names of the actors that say it; none: unnamed. */
  readonly by?: readonly string[];
  /** Parts of the content. */
  readonly content: string | readonly string[];
  readonly cue?: string;
  readonly mode?: Statement["mode"];
  readonly class?: Statement["class"];
  readonly denied?: boolean;
  /** When it was said, as the text gives it. */
  readonly date?: string;
}

export const MAKER: Maker = { code: "1.0.0", weights: "w1", lexicons: "l1" };

/** A story, its source and its record. Throws `RangeError` where the text lacks the words. */
export function item(draft: Draft): Item {
  const source = sourceOf(draft);
  const story = storyOf(draft, source);
  return { source, story, record: recordOf(story, draft) };
}

function sourceOf({ text, bytes, uri, guid, version, receivedAt }: Draft): Source {
  return {
    id: sha256(bytes ?? text),
    size: Buffer.byteLength(bytes ?? text),
    mediaType: "text/plain",
    uri: uri ?? null,
    guid: guid ?? null,
    version: version ?? null,
    receivedAt: receivedAt ?? "2026-03-01T08:00:00.000Z",
  };
}

function storyOf(draft: Draft, source: Source): Story {
  const textSha256 = sha256(draft.text);
  const date = (value: string | undefined): Story["published"] => (value === undefined ? null : { value, from: "metadata", quote: null });
  return {
    id: storyId(textSha256, draft.published ?? null, draft.outlet ?? null),
    text: draft.text,
    textSha256,
    source: source.id,
    index: 0,
    format: { name: "text", version: draft.formatVersion ?? 1 },
    regions: [{ type: "paragraph", start: 0, end: draft.text.length }],
    headline: draft.headline ?? null,
    outlet: draft.outlet ?? null,
    agency: null,
    datelinePlace: null,
    bylines: [],
    published: date(draft.published),
    updated: date(draft.updated),
    uri: draft.uri ?? null,
    guid: draft.guid ?? null,
    version: draft.version ?? null,
  };
}

function recordOf(story: Story, draft: Draft): StoryRecord {
  const find = (words: string): Quote => {
    const start = story.text.indexOf(words);
    if (start < 0) throw new RangeError(`The text lacks the words ${JSON.stringify(words)}`);
    return quoteAt(story.text, start, start + words.length);
  };
  const anchor = (parts: string | readonly string[]): Anchor => anchorAt(story.text, [parts].flat().map(find));
  const actorId = (name: string): string => annotationId(story.id, "actors", [find(name)], "");
  const common = { modality: ASSERTED, rule: "test/draft", confidence: 0.9 };
  const actors = (draft.actors ?? []).map(
    ({ name, kind, country, role, affiliation }): Actor => ({
      id: actorId(name),
      name,
      kind: kind ?? "person",
      country: country ?? null,
      role: role ?? null,
      affiliation: affiliation === undefined ? null : actorId(affiliation),
      mentions: [{ quote: find(name), form: "name", rule: "test/draft", confidence: 0.9 }],
      rule: "test/draft",
      confidence: 0.9,
    }),
  );
  const statements = (draft.statements ?? []).map((statement): Statement => {
    const content = anchor(statement.content);
    const [actor, ...joint] = (statement.by ?? []).map(actorId);
    return {
      ...common,
      id: annotationId(story.id, "statements", content, statement.cue ?? ""),
      anchor: content,
      speaker: actor === undefined ? { kind: "unnamed" } : { kind: "actor", actor, joint },
      speakerSpan: statement.by === undefined ? null : anchor(statement.by[0]),
      cue: statement.cue === undefined ? null : anchor(statement.cue),
      cueLemma: statement.cue ?? null,
      mode: statement.mode ?? "indirect",
      class: statement.class ?? "speech",
      addressee: null,
      medium: null,
      date: statement.date ?? null,
      denied: statement.denied ?? false,
    };
  });
  const times = (draft.times ?? []).map(
    ({ words, value }): Time => ({
      ...common,
      id: annotationId(story.id, "times", anchor(words), ""),
      anchor: anchor(words),
      type: "DATE",
      value,
      precision: "day",
      mod: null,
      unresolved: null,
      basis: null,
      direction: null,
    }),
  );
  return {
    schemaVersion: 1,
    story: story.id,
    textSha256: story.textSha256,
    maker: { ...MAKER, code: draft.maker ?? MAKER.code },
    coverage: Object.fromEntries(LAYERS.map((layer) => [layer, "read"])) as StoryRecord["coverage"],
    actors,
    times,
    statements,
    figures: (draft.figures ?? []).map(
      ({ words, value, unit, by, of }): Figure => ({
        ...common,
        id: annotationId(story.id, "figures", anchor(words), unit),
        anchor: anchor(words),
        value,
        bound: null,
        unit,
        of: of === undefined ? null : actorId(of),
        place: null,
        asOf: null,
        by: by === undefined ? null : actorId(by),
      }),
    ),
    places: (draft.places ?? []).map(
      ({ words, name, country, precision, within }): Place => ({
        ...common,
        modality: { ...ASSERTED, within: within === undefined ? null : statements[within].id },
        id: annotationId(story.id, "places", anchor(words), ""),
        anchor: anchor(words),
        name,
        geonameId: null,
        featureCode: null,
        country,
        latitude: 1,
        longitude: 2,
        precision,
        unresolved: null,
      }),
    ),
    events: (draft.events ?? []).map(
      ({ words, type, status, date, by, to }): Event => ({
        ...common,
        id: annotationId(story.id, "events", anchor(words), type),
        anchor: anchor(words),
        type,
        mode: null,
        contexts: [],
        quad: 4,
        score: -9,
        cameoRoot: "18",
        actors: by === undefined ? [] : [actorId(by)],
        recipients: to === undefined ? [] : [actorId(to)],
        actorSpan: null,
        recipientSpan: null,
        place: null,
        date: date ?? null,
        status: status ?? "occurred",
      }),
    ),
    positions: (draft.positions ?? []).map(
      ({ issue, stance, by, toward }): Position => ({
        ...common,
        id: annotationId(story.id, "positions", anchor(issue), `${stance} ${actorId(by)}`),
        anchor: anchor(issue),
        holder: actorId(by),
        stance,
        issueKey: issue.toLowerCase(),
        toward: toward === undefined ? null : actorId(toward),
        condition: null,
        statement: null,
      }),
    ),
    meetings: (draft.meetings ?? []).map(
      ({ words, by, date, status, place }): Meeting => ({
        ...common,
        id: annotationId(story.id, "meetings", anchor(words), ""),
        anchor: anchor(words),
        participants: by.map(actorId),
        host: null,
        mediator: null,
        place: place === undefined ? null : anchor(place),
        date: date ?? null,
        status,
        outcome: null,
      }),
    ),
    unread: (draft.unread ?? []).map(({ sentence, word, reason }) => ({ sentence: find(sentence), words: [find(word)], reason })),
  };
}

export async function collect<T>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

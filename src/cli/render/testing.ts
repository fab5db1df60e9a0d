import {
  type Actor,
  type Anchor,
  ASSERTED,
  anchorAt,
  annotationId,
  type Event,
  type Figure,
  LAYERS,
  type Place,
  type Position,
  type Region,
  type Speaker,
  type Statement,
  type Story,
  type StoryRecord,
  sha256,
  storyId,
  type Time,
} from "../../model/index.js";

/** A story and its record for tests of what is shown, everything given by its words as they stand in `text`. */
export interface Sketch {
  /** Lines; each is a region of the type at the same place of `regions`, or a paragraph. */
  readonly lines: readonly string[];
  readonly regions?: readonly (Region["type"] | null)[];
  readonly headline?: string;
  readonly actors?: readonly { readonly name: string; readonly role?: string; readonly kind?: Actor["kind"]; readonly country?: string }[];
  readonly statements?: readonly SketchedStatement[];
  readonly times?: readonly { readonly words: string; readonly value: string | null; readonly mod?: Time["mod"] }[];
  readonly figures?: readonly { readonly words: string; readonly value: Figure["value"]; readonly unit: string; readonly by?: string }[];
  readonly places?: readonly (Pick<Place, "name" | "country" | "precision"> & {
    readonly words: string;
    readonly at: readonly [number, number] | null;
  })[];
  readonly positions?: readonly {
    readonly issue: string;
    readonly stance: Position["stance"];
    readonly by: string;
    readonly toward?: string;
  }[];
  readonly events?: readonly {
    readonly words: string;
    readonly type: Event["type"];
    /** Names of actors. */
    readonly by?: string;
    readonly to?: string;
    readonly status?: Event["status"];
  }[];
  readonly unread?: readonly { readonly sentence: string; readonly reason: string }[];
}

export interface SketchedStatement {
  /** Names of the actors that say it; for an unnamed or unknown source its words. */
  readonly by: string | readonly string[];
  readonly speaker?: "unnamed" | "unknown";
  /** Parts of the content. */
  readonly says: string | readonly string[];
  readonly cue?: string;
  readonly mode?: Statement["mode"];
  readonly class?: Statement["class"];
  readonly denied?: boolean;
  readonly confidence?: number;
  /** Place in the list of the statement that holds this one. */
  readonly within?: number;
}

export function sketch(draft: Sketch): { readonly story: Story; readonly record: StoryRecord } {
  const story = storyOf(draft);
  return { story, record: recordOf(story, draft) };
}

function storyOf({ lines, regions = [], headline }: Sketch): Story {
  const text = lines.join("\n");
  const textSha256 = sha256(text);
  let start = 0;
  const found: Region[] = [];
  lines.forEach((line, i) => {
    const type = i < regions.length ? regions[i] : "paragraph";
    if (type !== null) found.push({ type, start, end: start + line.length });
    start += line.length + 1;
  });
  return {
    id: storyId(textSha256, "2027-03-08", null),
    text,
    textSha256,
    source: sha256(text),
    index: 0,
    format: { name: "plain-text", version: 1 },
    regions: found,
    headline: headline ?? null,
    outlet: null,
    agency: "AFP",
    datelinePlace: "Lomé",
    bylines: [],
    published: { value: "2027-03-08", from: "option", quote: null },
    updated: null,
    uri: null,
    guid: null,
    version: null,
  };
}

function recordOf(story: Story, draft: Sketch): StoryRecord {
  const anchor = (words: string | readonly string[]): Anchor =>
    anchorAt(
      story.text,
      [words].flat().map((part) => {
        const start = story.text.indexOf(part);
        if (start < 0) throw new RangeError(`The text lacks the words ${JSON.stringify(part)}`);
        return { start, end: start + part.length };
      }),
    );
  const common = { modality: ASSERTED, rule: "test/sketch", confidence: 0.9 };
  const actorId = (name: string): string => annotationId(story.id, "actors", anchor(name), "");
  const ids = (draft.statements ?? []).map(({ says, cue }) => annotationId(story.id, "statements", anchor(says), cue ?? ""));
  const speaker = ({ by, speaker: kind }: SketchedStatement): Speaker => {
    if (kind === "unnamed") return { kind };
    if (kind === "unknown") return { kind, reason: "two people could be meant" };
    const [first, ...joint] = [by].flat().map(actorId);
    return { kind: "actor", actor: first, joint };
  };
  return {
    schemaVersion: 1,
    story: story.id,
    textSha256: story.textSha256,
    maker: { code: "1.0.0", weights: "w1", lexicons: "l1" },
    coverage: Object.fromEntries(
      LAYERS.map((layer) => [
        layer,
        ["times", "actors", "statements", "figures", "places", "events", "positions", "meetings"].includes(layer) ? "read" : "not read yet",
      ]),
    ) as StoryRecord["coverage"],
    actors: (draft.actors ?? []).map(({ name, role, kind, country }) => ({
      id: actorId(name),
      name,
      kind: kind ?? "person",
      country: country ?? null,
      role: role ?? null,
      affiliation: null,
      mentions: [{ quote: anchor(name)[0], form: "name", rule: "test/sketch", confidence: 0.9 }],
      rule: "test/sketch",
      confidence: 0.9,
    })),
    times: (draft.times ?? []).map(({ words, value, mod }) => ({
      ...common,
      id: annotationId(story.id, "times", anchor(words), ""),
      anchor: anchor(words),
      type: "DATE",
      value,
      precision: value === null ? "vague" : "day",
      mod: mod ?? null,
      unresolved: value === null ? "no date of publication" : null,
      basis: null,
      direction: null,
    })),
    statements: (draft.statements ?? []).map((statement, i) => ({
      ...common,
      id: ids[i],
      anchor: anchor(statement.says),
      modality: { ...ASSERTED, within: statement.within === undefined ? null : ids[statement.within] },
      confidence: statement.confidence ?? 0.9,
      speaker: speaker(statement),
      speakerSpan: anchor([statement.by].flat()[0]),
      cue: statement.cue === undefined ? null : anchor(statement.cue),
      cueLemma: statement.cue ?? null,
      mode: statement.mode ?? "indirect",
      class: statement.class ?? "speech",
      addressee: null,
      medium: null,
      date: null,
      denied: statement.denied ?? false,
    })),
    figures: (draft.figures ?? []).map(({ words, value, unit, by }) => ({
      ...common,
      id: annotationId(story.id, "figures", anchor(words), unit),
      anchor: anchor(words),
      value,
      bound: null,
      unit,
      of: null,
      place: null,
      asOf: null,
      by: by === undefined ? null : actorId(by),
    })),
    places: (draft.places ?? []).map(({ words, name, country, precision, at }) => ({
      ...common,
      id: annotationId(story.id, "places", anchor(words), ""),
      anchor: anchor(words),
      name,
      geonameId: null,
      featureCode: null,
      country,
      latitude: at?.[0] ?? null,
      longitude: at?.[1] ?? null,
      precision,
      unresolved: at === null ? "2 places of this name" : null,
    })),
    events: (draft.events ?? []).map(({ words, type, by, to, status }) => ({
      ...common,
      id: annotationId(story.id, "events", anchor(words), type),
      anchor: anchor(words),
      type,
      mode: null,
      contexts: [],
      quad: 3,
      score: 0,
      cameoRoot: "13",
      actors: by === undefined ? [] : [actorId(by)],
      recipients: to === undefined ? [] : [actorId(to)],
      actorSpan: null,
      recipientSpan: null,
      place: null,
      date: null,
      status: status ?? "occurred",
    })),
    positions: (draft.positions ?? []).map(({ issue, stance, by, toward }) => ({
      ...common,
      id: annotationId(story.id, "positions", anchor(issue), `${stance} ${actorId(by)}`),
      anchor: anchor(issue),
      holder: actorId(by),
      stance,
      issueKey: issue.toLowerCase(),
      toward: toward === undefined ? null : actorId(toward),
      condition: null,
      statement: null,
    })),
    meetings: [],
    unread: (draft.unread ?? []).map(({ sentence, reason }) => ({ sentence: anchor(sentence)[0], words: [anchor(sentence)[0]], reason })),
  };
}

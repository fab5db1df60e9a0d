import {
  type ACTOR_KINDS,
  type Actor,
  type Correction,
  correctionId,
  type LayerName,
  type Quote,
  type Story,
  type StoryRecord,
  selectorsOf,
} from "../../model/index.js";
import { applyCorrections, type Corrected, type Origin } from "./apply.js";
import { FieldError, patchOf, referenceTo, type Settings, wordsIn } from "./fields.js";

interface Decider {
  /** Who decides. */
  readonly by: string;
  readonly note?: string;
}

/** What a person decides of an annotation, by its id. */
export type Decision = Decider &
  (
    | { readonly decision: "right" | "wrong"; readonly annotation: string }
    | { readonly decision: "changed"; readonly annotation: string; readonly set: Settings }
    | { readonly decision: "merge"; readonly annotation: string /** Id or name of the same actor. */; readonly other: string }
    | {
        readonly decision: "split";
        readonly annotation: string;
        /** The mentions of somebody else, by their words, as `wordsIn` reads them. */
        readonly mentions: readonly string[];
        readonly name: string;
        readonly kind?: (typeof ACTOR_KINDS)[number];
      }
  );

/** An annotation that the machine missed: its words as `wordsIn` reads them, and its fields. */
export type Addition = Decider & { readonly decision: "added"; readonly layer: LayerName; readonly words: string; readonly set: Settings };

/** A story as it stands, for decisions about it. */
export interface Docket {
  readonly story: Story;
  /** What the machine read. */
  readonly record: StoryRecord;
  /** All decisions so far, undone ones too. */
  readonly corrections: readonly Correction[];
}

/** Makes a decision a correction of a story. Throws `FieldError` for what cannot be done, with what could. */
export function correctionOf({ story, record, corrections }: Docket, decision: Decision | Addition, at: string): Correction {
  const { by, note } = decision;
  if (by.trim() === "") throw new FieldError("A decision needs the name of the person who decides");
  const standing = applyCorrections(story, record, corrections);
  const decided = { story: story.id, author: by.trim(), at, note: note?.trim() || null };
  const made = decision.decision === "added" ? addition(decision, story, standing) : ofAnnotation(decision, story, standing);
  const tried = (key: string): { readonly correction: Correction; readonly claim: string } => {
    const unnamed = { ...decided, ...made, key } as Omit<Correction, "id">;
    const correction = { ...unnamed, id: correctionId(unnamed) } as Correction;
    const { applied, orphaned, origins } = applyCorrections(story, record, [...corrections, correction]);
    const refused = orphaned.find((one) => one.correction.id === correction.id);
    if (refused !== undefined) throw new FieldError(`This cannot be done: ${refused.reason}`);
    const annotation = applied.find((one) => one.correction.id === correction.id)?.annotation;
    return { correction, claim: origins.get(annotation ?? "")?.claim ?? "" };
  };
  const first = tried(made.key);
  // What an added annotation claims is known once it is made.
  return decision.decision === "added" ? tried(first.claim).correction : first.correction;
}

/** Takes a decision back. */
export function undoOf(undone: Correction, by: string, note: string | undefined, at: string): Correction {
  if (by.trim() === "") throw new FieldError("An undo needs the name of the person who decides");
  const { story, layer, target, key } = undone;
  const made = {
    story,
    layer,
    target,
    key,
    author: by.trim(),
    at,
    note: note?.trim() || null,
    decision: "undo",
    value: undone.id,
  } as const;
  return { ...made, id: correctionId(made) };
}

type Made = Pick<Correction, "layer" | "target" | "key" | "decision" | "value">;

function addition({ layer, words, set }: Addition, { text, ...story }: Story, { record }: Corrected): Made {
  const wrong = (expected: string): FieldError =>
    new FieldError(`The words were given as ${JSON.stringify(words)}; they must be ${expected}`);
  const target = wordsIn(text, words, wrong).map((quote) => selectorsOf(text, quote));
  const value = patchOf(layer, set, { ...story, text }, record.actors);
  return { layer, target, key: "", decision: "added", value };
}

function ofAnnotation(decision: Decision, story: Story, { record, origins }: Corrected): Made {
  const origin = origins.get(decision.annotation);
  if (origin === undefined) throw new FieldError(`${decision.annotation} is not in the record of ${story.id} now`);
  const { layer, claim } = origin;
  const target = anchorOf(origin).map((quote) => selectorsOf(story.text, quote));
  const common = { layer, target, key: claim };
  switch (decision.decision) {
    case "right":
    case "wrong":
      return { ...common, decision: decision.decision, value: null };
    case "changed":
      if (Object.keys(decision.set).length === 0) throw new FieldError("Nothing to change was given");
      return { ...common, decision: "changed", value: patchOf(layer, decision.set, story, record.actors) };
    case "merge":
      return { ...common, decision: "merge", value: referenceTo(otherActor(decision, layer, record), story.text) };
    case "split": {
      const actor = actorOnly(layer, origin, "split");
      const wrong = (expected: string): FieldError => new FieldError(`A mention was given that must be ${expected}`);
      const mentions = decision.mentions.map((words) => selectorsOf(story.text, wordsIn(story.text, words, wrong)[0]));
      if (mentions.length === 0) throw new FieldError("No mention was given that is of somebody else");
      return { ...common, decision: "split", value: { mentions, name: decision.name, kind: decision.kind ?? actor.kind } };
    }
  }
}

function anchorOf({ annotation }: Origin): readonly Quote[] {
  if ("anchor" in annotation) return annotation.anchor;
  return [(annotation.mentions.find(({ form }) => form === "name") ?? annotation.mentions[0]).quote];
}

function actorOnly(layer: LayerName, { annotation }: Pick<Origin, "annotation">, doing: string): Actor {
  if (layer !== "actors")
    throw new FieldError(`Only actors can be ${doing}; ${annotation.id} is one of the ${layer}: reject it, or change it`);
  return annotation as Actor;
}

function otherActor({ annotation, other }: Extract<Decision, { decision: "merge" }>, layer: LayerName, { actors }: StoryRecord): Actor {
  if (layer !== "actors") throw new FieldError(`Only actors can be merged; ${annotation} is one of the ${layer}: reject it, or change it`);
  const found = actors.filter(({ id, name }) => id === other || name === other);
  if (found.length !== 1 || found[0].id === annotation) {
    const names = actors.flatMap(({ id, name }) => (id === annotation ? [] : [`${name} (${id})`])).join(", ");
    throw new FieldError(`${JSON.stringify(other)} must be another actor of the story: ${names}`);
  }
  return found[0];
}

import { spanOf } from "../../language/index.js";
import { type Actor, ASSERTED, anchorAt, annotationId, type Figure, type Span, type Statement, type Time } from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import { innermostOf, touching } from "../nearby.js";
import type { Reading } from "../reading.js";
import { type Account, accountOf } from "./account.js";
import { asOf, ownerOf, placeOf, standingAt } from "./bearings.js";
import { numberOf } from "./decimal.js";
import { type FindInput, findFigures } from "./find.js";
import type { Quantity } from "./quantity.js";
import type { Unit } from "./unit.js";
import { type Vocabulary, vocabularyOf } from "./vocabulary.js";

/** What figures are read from: the text with the layers before them. */
export interface FiguresInput extends FindInput {
  readonly referents: Referents;
  readonly times: readonly Time[];
}

/** A figure that will be listed, before actors have ids. */
export interface FigureDraft {
  readonly quantity: Quantity;
  readonly unit: Unit;
  readonly node: number;
  /** The innermost statement in whose words it stands; null for none. */
  readonly statement: Statement | null;
  /** Who gives it where no statement was read round it. */
  readonly account: Account;
  /** Referent whose it is; -1 for none. */
  readonly owner: number;
}

/** The figures of a story while it is not settled who is listed as an actor. */
export function draftFigures(input: FiguresInput): FigureDraft[] {
  const { reading, referents, statements } = input;
  const innermost = innermostOf(statements.map(({ anchor }) => anchor));
  const isTold = touching(statements.flatMap(({ anchor, cue }) => [...anchor, ...(cue ?? [])]));
  return findFigures(input).flatMap(({ quantity, unit, reason, node }) => {
    if (unit === null || reason !== null) return [];
    const within = innermost(spanOfFigure(reading, quantity, unit));
    const statement = within < 0 ? null : statements[within];
    const account: Account = statement === null ? accountOf(reading, referents, node, isTold) : { kind: "none" };
    return [{ quantity, unit, node, statement, account, owner: ownerOf(reading, referents, node) }];
  });
}

/** Referents who give or own a figure: they are listed as actors for it (guidelines, Actors). */
export const partiesOf = (drafts: readonly FigureDraft[]): readonly number[] =>
  drafts.flatMap(({ account, owner }) => [...(account.kind === "referent" ? [account.referent] : []), ...(owner >= 0 ? [owner] : [])]);

const spanOfFigure = ({ doc }: Reading, quantity: Quantity, unit: Unit): Span =>
  spanOf(doc, quantity.first, Math.max(unit.last, quantity.last));

/**
 * The figures of a story (guidelines, Figures), in text order. A figure is listed once, in the body before the headline; again where another source
 * gives it or gives another value.
 */
export function figuresOf(input: FiguresInput, drafts: readonly FigureDraft[], actorOf: (referent: number) => Actor | null): Figure[] {
  const { reading } = input;
  const figures = drafts.map((draft) => ({
    figure: figureOf(input, draft, actorOf),
    headline: isHeadline(reading, draft.quantity.number),
  }));
  const { fates } = vocabularyOf(reading.knowledge.lexicon);
  const seen = new Set<string>();
  const kept: Figure[] = [];
  for (const { figure, headline } of [...figures.filter((one) => !one.headline), ...figures.filter((one) => one.headline)]) {
    const { value, unit, by } = figure;
    const key = `${JSON.stringify(value)} ${countedOf(unit, fates)}`;
    if (seen.has(`${key} ${by}`) || (headline && seen.has(key))) continue;
    seen.add(key);
    seen.add(`${key} ${by}`);
    kept.push(figure);
  }
  return kept.sort((a, b) => a.anchor[0].start - b.anchor[0].start);
}

/** The counted noun of a unit, by which two figures of one thing are known: "fishermen" of "fishermen killed", "dollars" of "dollars a year". */
function countedOf(unit: string, fates: Vocabulary["fates"]): string {
  const counted = unit.split(/ (?:of|a|an|per)\b/)[0].toLowerCase();
  const fate = [...fates.values()].find(({ as }) => counted.endsWith(` ${as}`));
  return (fate === undefined ? counted : counted.slice(0, -fate.as.length - 1)).split(" ").at(-1) ?? counted;
}

const isHeadline = ({ doc, headlines }: Reading, word: number): boolean =>
  headlines.some(({ start, end }) => start <= doc.start[word] && doc.end[word] <= end);

function figureOf({ reading, times }: FiguresInput, draft: FigureDraft, actorOf: (referent: number) => Actor | null): Figure {
  const { quantity, unit, node, statement, account, owner } = draft;
  const { story } = reading;
  const { low, high, bound } = quantity;
  const [from, to] = [numberOf(low.value), high === null ? null : numberOf(high.value)];
  const anchor = anchorAt(story.text, [spanOfFigure(reading, quantity, unit)]);
  const by =
    statement?.speaker.kind === "actor" ? statement.speaker.actor : account.kind === "referent" ? actorOf(account.referent)?.id : null;
  const place = placeOf(reading, node);
  const exact = from.exact && (to === null || to.exact);
  const doubtful = (low.other ?? high?.other ?? null) !== null;
  return {
    id: annotationId(story.id, "figures", anchor, unit.words),
    anchor,
    modality: {
      ...ASSERTED,
      ...standingAt(reading, node),
      polarity: statement?.denied ? "negative" : "positive",
      within: statement?.id ?? null,
    },
    rule: `figures/${!exact ? "beyond-precision" : doubtful ? "doubtful-style" : unit.rule}`,
    confidence: Math.min(
      unit.confidence,
      exact ? 1 : 0.3,
      doubtful ? 0.4 : 1,
      low.kind === "least" ? 0.6 : 1,
      account.kind === "untold" ? 0.45 : account.kind === "referent" ? 0.6 : 1,
    ),
    value: to === null ? from.value : [from.value, to.value],
    bound,
    unit: unit.words,
    of: owner >= 0 ? (actorOf(owner)?.id ?? null) : null,
    place: place === null ? null : anchorAt(story.text, [place]),
    asOf: asOf(reading, node, times),
    by: by ?? null,
  };
}

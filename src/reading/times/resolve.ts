import type { Span, Time } from "../../model/index.js";
import { type Day, dayValue, monthValue, type Published, yearValue } from "./calendar.js";
import type { Candidate, Context, Direction, Point, Reach, Resolution } from "./construct.js";
import { sentenceIndex } from "./sentences.js";

/** Candidates of one block with the sentences that they stand in. */
export interface Section {
  readonly sentences: readonly Span[];
  readonly candidates: readonly Candidate[];
}

export interface Resolved {
  readonly candidate: Candidate;
  readonly resolution: Resolution;
  readonly trace: Trace;
}

/** What a resolution asked for and was told: how `onrecord explain` knows what a value was counted from. */
export interface Trace {
  readonly basis: Time["basis"];
  readonly direction: Direction | null;
}

/** A point that the text names, and where. */
interface Named {
  readonly point: Point;
  readonly section: number;
  readonly sentence: number;
  readonly start: number;
}

/**
 * Gives each candidate its value, in text order. First those that need the publication only; then those that hang on times named in the text
 * ("On 9 March he said … the next day"), each of which may be what the following one hangs on. Linear in the number of candidates.
 */
export function resolveSections(
  sections: readonly Section[],
  published: Published | null,
  directionOf: (candidate: Candidate, sentence: Span) => Direction,
): Resolved[] {
  const direct = new Map<Candidate, Resolved>();
  const tracks = { day: track((point) => point.day !== null), month: track((point) => point.month !== null), year: track(() => true) };
  const none = { focusDay: () => null, focusMonth: () => null, focusYear: () => null };

  sections.forEach(({ candidates, sentences }, section) => {
    for (const candidate of candidates) {
      if (candidate.dependent) continue;
      const sentence = sentenceIndex(sentences, candidate.start);
      const traced = tracing(published, () => directionOf(candidate, sentences[sentence]), none);
      const resolution = candidate.resolve(traced.context);
      direct.set(candidate, { candidate, resolution, trace: traced.trace() });
      const { point } = resolution;
      if (point !== null && candidate.skip === null)
        for (const each of Object.values(tracks)) each.name({ point, section, sentence, start: candidate.start });
    }
  });

  return sections.flatMap(({ candidates, sentences }, section) =>
    candidates.map((candidate) => {
      const known = direct.get(candidate);
      if (known) return known;
      const sentence = sentenceIndex(sentences, candidate.start);
      const at: Omit<Named, "point"> = { section, sentence, start: candidate.start };
      const focus = {
        focusDay: (reach: Reach): Day | null => tracks.day.focus(at, reach)?.day ?? null,
        focusMonth: (reach: Reach) => tracks.month.focus(at, reach),
        focusYear: (reach: Reach) => tracks.year.focus(at, reach),
      };
      const traced = tracing(published, () => directionOf(candidate, sentences[sentence]), focus);
      const resolution = candidate.resolve(traced.context);
      const { point } = resolution;
      if (point !== null) for (const each of Object.values(tracks)) each.follow({ ...at, point });
      return { candidate, resolution, trace: traced.trace() };
    }),
  );
}

/** A context that notes what is asked of it. A time named in the text, where one is given, is what is counted from; else the publication. */
function tracing(
  published: Published | null,
  direction: () => Direction,
  focus: Pick<Context, "focusDay" | "focusMonth" | "focusYear">,
): { readonly context: Context; trace(): Trace } {
  let asked = false;
  let told: Direction | null = null;
  let named: Point | null = null;
  const note = (point: Point | null): Point | null => {
    named = point ?? named;
    return point;
  };
  const context: Context = {
    get published() {
      asked = true;
      return published;
    },
    get direction() {
      told ??= direction();
      return told;
    },
    focusDay(reach) {
      const day = focus.focusDay(reach);
      if (day !== null) note({ year: day.year, month: day.month, day });
      return day;
    },
    focusMonth: (reach) => note(focus.focusMonth(reach)),
    focusYear: (reach) => note(focus.focusYear(reach)),
  };
  return {
    context,
    trace: () => {
      const from = named ?? (asked ? published : null);
      return {
        basis: from === null ? null : { from: named === null ? "published" : "text", date: dateOf(from) },
        direction: told,
      };
    },
  };
}

/** A point as a PartialDate, as exact as it is. */
const dateOf = ({ year, month, day }: Point): string =>
  day !== null ? dayValue(day) : month !== null ? monthValue(year, month) : yearValue(year);

/** Keeps the points of one kind: those named outright, in text order, and the last that was worked out from them. */
function track(counts: (point: Point) => boolean) {
  const named: Named[] = [];
  let next = 0;
  let followed = null as Named | null;
  return {
    name(point: Named): void {
      if (counts(point.point)) named.push(point);
    },
    follow(point: Named): void {
      if (counts(point.point)) followed = point;
    },
    /** Asked in text order. */
    focus(at: Omit<Named, "point">, reach: Reach): Point | null {
      while (next < named.length && named[next].start < at.start) next++;
      const before: Named | null = next === 0 ? null : named[next - 1];
      const nearest = before !== null && (followed === null || before.start > followed.start) ? before : followed;
      const inSentence = (other: Named | null | undefined): Point | null =>
        other?.section === at.section && other.sentence === at.sentence ? other.point : null;
      const beside = inSentence(nearest);
      if (beside !== null || reach === "sentence") return beside;
      if (reach === "story") return nearest?.point ?? null;
      const behind = reach === "around" ? inSentence(named[next]) : null;
      return behind ?? (nearest?.section === at.section ? nearest.point : null);
    },
  };
}

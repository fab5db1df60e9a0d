import type { Span } from "../../model/index.js";
import type { Day, Published } from "./calendar.js";
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
  const direct = new Map<Candidate, Resolution>();
  const tracks = { day: track((point) => point.day !== null), month: track((point) => point.month !== null), year: track(() => true) };
  const none = { focusDay: () => null, focusMonth: () => null, focusYear: () => null };

  sections.forEach(({ candidates, sentences }, section) => {
    for (const candidate of candidates) {
      if (candidate.dependent) continue;
      const sentence = sentenceIndex(sentences, candidate.start);
      const resolution = candidate.resolve(contextOf(published, () => directionOf(candidate, sentences[sentence]), none));
      direct.set(candidate, resolution);
      const { point } = resolution;
      if (point !== null && candidate.skip === null)
        for (const each of Object.values(tracks)) each.name({ point, section, sentence, start: candidate.start });
    }
  });

  return sections.flatMap(({ candidates, sentences }, section) =>
    candidates.map((candidate) => {
      const known = direct.get(candidate);
      if (known) return { candidate, resolution: known };
      const sentence = sentenceIndex(sentences, candidate.start);
      const at: Omit<Named, "point"> = { section, sentence, start: candidate.start };
      const focus = {
        focusDay: (reach: Reach): Day | null => tracks.day.focus(at, reach)?.day ?? null,
        focusMonth: (reach: Reach) => tracks.month.focus(at, reach),
        focusYear: (reach: Reach) => tracks.year.focus(at, reach),
      };
      const resolution = candidate.resolve(contextOf(published, () => directionOf(candidate, sentences[sentence]), focus));
      const { point } = resolution;
      if (point !== null) for (const each of Object.values(tracks)) each.follow({ ...at, point });
      return { candidate, resolution };
    }),
  );
}

function contextOf(
  published: Published | null,
  direction: () => Direction,
  focus: Pick<Context, "focusDay" | "focusMonth" | "focusYear">,
): Context {
  return {
    published,
    get direction() {
      return direction();
    },
    ...focus,
  };
}

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

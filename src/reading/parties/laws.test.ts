import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Anchor } from "../../model/index.js";
import { recordOf } from "../figures/testing.js";

/** Pieces of stories of meetings and positions, put together in any order: sense is not asked for, laws are. */
const PIECES = fc.constantFrom(
  "Norway and Sweden held talks in Vienna on Monday.",
  "The two sides will meet again in Oslo on 20 March.",
  "A second round was called off.",
  "“We will not allow anyone to close the strait,” said Norwegian Foreign Minister Ana Lund.",
  "She threatened a boycott unless the men were freed.",
  "Under the deal, both armies will pull back.",
  "The meeting began at 10 a.m.",
  "They agreed to it, if",
  "No deal, no",
);

describe("meetings and positions of any story", () => {
  it("point into it, name listed actors, have ids of their own and are read alike twice", () => {
    fc.assert(
      fc.property(fc.array(PIECES, { maxLength: 6 }), fc.constantFrom(" ", "\n", "  "), (pieces, glue) => {
        const text = pieces.join(glue);
        const { meetings, positions, actors, statements } = recordOf(text);
        const known = new Set(actors.map(({ id }) => id));
        const said = new Set(statements.map(({ id }) => id));
        const anchors: (Anchor | null)[] = [
          ...meetings.flatMap(({ anchor, place, outcome }) => [anchor, place, outcome]),
          ...positions.flatMap(({ anchor, condition }) => [anchor, condition]),
        ];
        for (const { start, end, exact } of anchors.flatMap((anchor) => anchor ?? [])) expect(text.slice(start, end)).toBe(exact);
        for (const { participants, host, mediator } of meetings) {
          expect(new Set(participants).size).toBe(participants.length);
          for (const id of participants) expect(known).toContain(id);
          for (const id of [host, mediator]) if (id !== null) expect(participants).toContain(id);
        }
        for (const { holder, toward, statement } of positions) {
          expect(known).toContain(holder);
          if (toward !== null) expect(known).toContain(toward);
          expect(toward).not.toBe(holder);
          if (statement !== null) expect(said).toContain(statement);
        }
        const ids = [...meetings, ...positions].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const again = recordOf(text);
        expect([again.meetings, again.positions]).toEqual([meetings, positions]);
      }),
      { numRuns: 25 },
    );
  });
});

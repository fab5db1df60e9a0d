import type { Lexicon, RowOf, TABLES } from "../../lexicon/index.js";

type Kind = RowOf<(typeof TABLES)["placesCues"]>["kind"];

/** The words of the table of cues, by what they tell: see the head of `places-cues.tsv`. */
export type Cues = { readonly [K in Kind]: ReadonlySet<string> };

/** To be made once a lexicon. */
export function cuesOf({ placesCues }: Lexicon): Cues {
  const rows = [...placesCues.values()];
  const of = (kind: Kind): ReadonlySet<string> => new Set(rows.filter((row) => row.kind === kind).map(({ word }) => word));
  return {
    in: of("in"),
    from: of("from"),
    given: of("given"),
    taken: of("taken"),
    part: of("part"),
    civic: of("civic"),
    kind: of("kind"),
    region: of("region"),
    reach: of("reach"),
    hold: of("hold"),
  };
}

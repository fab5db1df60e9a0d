import { spanOf } from "../../../language/index.js";
import { overlaps } from "../../../model/index.js";
import type { Referents } from "../../actors/index.js";
import type { Reading } from "../../reading.js";
import type { Candidate } from "../drafts.js";
import type { Proposals } from "../proposals.js";
import { candidateOf } from "./form.js";
import { introducedBy } from "./introduced.js";
import { headlineForms, quotedForms } from "./marks.js";
import { turnsOf } from "./turns.js";

/**
 * Statements that their form proves, beside those that the judge decides on: turns of transcripts, headlines with a colon or dash, a source with a colon
 * before its quotation, and the paragraph behind a cue with a colon.
 */
export function statementsByForm(reading: Reading, referents: Referents, proposals: readonly Proposals[]): Candidate[] {
  const turns = turnsOf(reading, referents);
  const marked = [...headlineForms(reading, referents), ...quotedForms(reading, referents)].filter(
    ({ content }) => !turns.some((turn) => overlaps(turn.content, content)),
  );
  const introduced = introducedBy(
    reading,
    proposals.map(({ cue }) => cue),
  ).map(
    ({ cue, content }): Candidate => ({
      cue,
      cueSpan: spanOf(reading.doc, cue.word),
      content: [content],
      addressee: proposals.find((proposal) => proposal.cue === cue)?.addressee ?? -1,
      rule: "statements/introduced",
      confidence: 0.85,
      odds: 0.95,
    }),
  );
  return [...turns, ...marked].map((form) => candidateOf(reading, form)).concat(introduced);
}

import { expect, test } from "vitest";
import { formsOf, LABELLER_BITS, PARSER_BITS, Parser, packParser, SureRelations, unpackParser } from "../src/language/engine/index.js";
import { DEPREL } from "../src/language/index.js";
import { trainBeam } from "./beam.js";
import { readConllu } from "./conllu.js";

const row = (id: number, form: string, upos: string, xpos: string, head: number, relation: string): string =>
  [id, form, form.toLowerCase(), upos, xpos, "_", head, relation, "_", "_"].join("\t");

/** Two sentences that begin alike and hang otherwise, so that what is right shows only later. */
const { doc } = readConllu(
  [
    "# newdoc id = a",
    "# sent_id = a-1",
    row(1, "Guards", "NOUN", "NNS", 2, "nsubj"),
    row(2, "saw", "VERB", "VBD", 0, "root"),
    row(3, "men", "NOUN", "NNS", 2, "obj"),
    row(4, "with", "ADP", "IN", 5, "case"),
    row(5, "glasses", "NOUN", "NNS", 2, "obl"),
    "",
    "# sent_id = a-2",
    row(1, "Guards", "NOUN", "NNS", 2, "nsubj"),
    row(2, "saw", "VERB", "VBD", 0, "root"),
    row(3, "men", "NOUN", "NNS", 2, "obj"),
    row(4, "with", "ADP", "IN", 5, "case"),
    row(5, "beards", "NOUN", "NNS", 3, "nmod"),
    "",
    "",
  ].join("\n"),
  "a",
);

test("learns trees by search, from nothing", () => {
  const none = new Uint16Array(doc.length);
  const words = { forms: formsOf(doc), clusters: { coarse: none, middle: none, fine: none }, upos: doc.upos, xpos: doc.xpos };
  const relations = { bits: LABELLER_BITS, labels: DEPREL.length, dense: new Int32Array(DEPREL.length << LABELLER_BITS) };
  const start = new Int32Array(2 << PARSER_BITS);
  const untrained = unpackParser(packParser({ bits: PARSER_BITS, dense: start }, relations, SureRelations.none));
  const pairs = trainBeam(doc, words, start, untrained, { epochs: 20, seeds: [1], width: 4, step: 1, least: 1 });
  const dense = Int32Array.from(pairs, (weight) => Math.round(weight * 8));
  const parser = new Parser(unpackParser(packParser({ bits: PARSER_BITS, dense }, relations, SureRelations.none)));
  const head = new Int32Array(doc.length);
  parser.parse(words, doc.sentences, head, new Uint8Array(doc.length));
  expect([...head]).toEqual([...doc.head]);
});

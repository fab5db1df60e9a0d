import { expect, test } from "vitest";
import { formOf } from "../src/language/index.js";
import { readConllu, writeConllu } from "./conllu.js";

const row = (...columns: readonly (string | number)[]): string => columns.join("\t");

/** Two invented sentences: one with two multiword tokens and an empty node, one that ends a paragraph. */
const SAMPLE = [
  "# newdoc id = invented-1",
  "# newpar",
  "# sent_id = a-1",
  "# text = \"Mr Brandt's aides don't talk.\"",
  row(1, '"', '"', "PUNCT", "``", "_", 7, "punct", "_", "SpaceAfter=No"),
  row(2, "Mr", "Mr", "PROPN", "NNP", "_", 5, "nmod:poss", "_", "_"),
  row("3-4", "Brandt's", "_", "_", "_", "_", "_", "_", "_", "_"),
  row(3, "Brandt", "Brandt", "PROPN", "NNP", "_", 2, "flat", "_", "_"),
  row(4, "'s", "'s", "PART", "POS", "_", 2, "case", "_", "_"),
  row(5, "aides", "aide", "NOUN", "NNS", "_", 8, "nsubj", "_", "_"),
  row("6-7", "don't", "_", "_", "_", "_", "_", "_", "_", "_"),
  row(6, "do", "do", "AUX", "VBP", "_", 8, "aux", "_", "_"),
  row(7, "n't", "not", "PART", "RB", "_", 8, "advmod", "_", "_"),
  row("7.1", "ever", "ever", "ADV", "RB", "_", "_", "_", "8:advmod", "_"),
  row(8, "talk", "talk", "VERB", "VB", "_", 0, "root", "_", "SpaceAfter=No"),
  row(9, ".", ".", "PUNCT", ".", "_", 8, "punct", "_", "_"),
  "",
  "# newpar",
  "# sent_id = a-2",
  row(1, "Agreed", "agree", "VERB", "VBN", "_", 0, "root", "_", "SpaceAfter=No"),
  row(2, ".", ".", "PUNCT", ".", "_", 1, "punct", "_", "_"),
  "",
  "",
].join("\n");

test("words lie where the raw text has them", () => {
  const { doc, sentenceIds, documentIds, documents } = readConllu(SAMPLE, "sample");
  expect(doc.text).toBe("\"Mr Brandt's aides don't talk.\n\nAgreed.");
  const forms = Array.from({ length: doc.length }, (_, word) => formOf(doc, word));
  expect(forms.join("|")).toBe("\"|Mr|Brandt|'s|aides|do|n't|talk|.|Agreed|.");
  expect([...doc.joined]).toEqual([0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0]);
  expect([...doc.sentences]).toEqual([0, 9, 11]);
  expect([...doc.blockOf]).toEqual([0, 1]);
  expect([...doc.head]).toEqual([6, 4, 1, 1, 7, 7, 7, -1, 7, -1, 9]);
  expect(sentenceIds).toEqual(["a-1", "a-2"]);
  expect(documentIds).toEqual(["invented-1"]);
  expect(documents).toEqual([0, 2]);
});

test("what is written reads back the same", () => {
  const { doc } = readConllu(SAMPLE, "sample");
  const again = readConllu(writeConllu(doc), "again").doc;
  expect(again).toEqual(doc);
  expect(writeConllu(again)).toBe(writeConllu(doc));
});

test.each([
  ["an unknown tag", SAMPLE.replace("\tVBN\t", "\tVBQ\t"), 'sample:20: unknown XPOS "VBQ"'],
  ["an unknown relation", SAMPLE.replace("\tnsubj\t", "\tsubject\t"), 'sample:10: unknown relation "subject"'],
  ["a skipped number", SAMPLE.replace("2\t.\t.\tPUNCT\t.\t_\t1", "3\t.\t.\tPUNCT\t.\t_\t1"), "sample:21: expected word 2"],
  ["a head that is not there", SAMPLE.replace("PUNCT\t.\t_\t1", "PUNCT\t.\t_\t4"), "sample:22: the head of word 2 is outside"],
  ["a word that is no part of its token", SAMPLE.replace("n't\tnot", "not\tnot"), "sample:13: the word does not spell"],
  ["a missing last empty line", SAMPLE.trimEnd(), "the last sentence is not closed"],
])("%s is named with its line", (_, conllu, message) => {
  expect(() => readConllu(conllu, "sample")).toThrow(message);
});

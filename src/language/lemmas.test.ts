import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lemmaTable, lemmatise } from "./lemmas.js";
import { packagedTables } from "./read-tables.js";
import { UPOS, type Upos, XPOS, type Xpos } from "./tags.js";

const table = lemmaTable(packagedTables());

describe("lemmatise", () => {
  it.each<[form: string, upos: Upos, xpos: Xpos, lemma: string]>([
    ["said", "VERB", "VBD", "say"],
    ["Was", "AUX", "VBD", "be"],
    ["making", "VERB", "VBG", "make"],
    ["stopped", "VERB", "VBD", "stop"],
    ["called", "VERB", "VBN", "call"],
    ["controlled", "VERB", "VBN", "control"],
    ["agreed", "VERB", "VBD", "agree"],
    ["carries", "VERB", "VBZ", "carry"],
    ["goes", "VERB", "VBZ", "go"],
    ["invited", "VERB", "VBN", "invite"],
    ["visited", "VERB", "VBD", "visit"],
    ["charged", "VERB", "VBN", "charge"],
    ["bringing", "VERB", "VBG", "bring"],
    ["required", "VERB", "VBN", "require"],
    ["repaired", "VERB", "VBN", "repair"],
    ["offered", "VERB", "VBD", "offer"],
    ["dying", "VERB", "VBG", "die"],
    ["left", "VERB", "VBN", "leave"],
    ["left", "ADJ", "JJ", "left"],
    ["ministers", "NOUN", "NNS", "minister"],
    ["women", "NOUN", "NNS", "woman"],
    ["policies", "NOUN", "NNS", "policy"],
    ["crises", "NOUN", "NNS", "crisis"],
    ["heroes", "NOUN", "NNS", "hero"],
    ["viruses", "NOUN", "NNS", "virus"],
    ["causes", "NOUN", "NNS", "cause"],
    ["troops", "NOUN", "NNS", "troops"],
    ["1980's", "NOUN", "NNS", "1980s"],
    ["better", "ADJ", "JJR", "good"],
    ["better", "ADV", "RBR", "well"],
    ["larger", "ADJ", "JJR", "large"],
    ["biggest", "ADJ", "JJS", "big"],
    ["earliest", "ADJ", "JJS", "early"],
    ["Norwegian", "ADJ", "JJ", "Norwegian"],
    ["French", "ADJ", "JJ", "French"],
    ["New", "ADJ", "JJ", "new"],
    ["n’t", "PART", "RB", "not"],
    ["ca", "AUX", "MD", "can"],
    ["’s", "PART", "POS", "'s"],
    ["them", "PRON", "PRP", "they"],
    ["an", "DET", "DT", "a"],
    ["200,000", "NUM", "CD", "200000"],
    ["“", "PUNCT", "``", '"'],
    ["–", "PUNCT", ":", "-"],
    ["Oslo", "PROPN", "NNP", "Oslo"],
    ["TALLHOLM", "PROPN", "NNP", "Tallholm"],
    ["NATO", "PROPN", "NNP", "NATO"],
    ["Jan.", "PROPN", "NNP", "January"],
    ["Americans", "PROPN", "NNPS", "American"],
    ["Iraqis", "PROPN", "NNPS", "Iraqi"],
  ])("%s %s %s: %s", (form, upos, xpos, lemma) => {
    expect(lemmatise(form, upos, xpos, table)).toBe(lemma);
  });

  it("names no word with nothing, whatever its tags", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.constantFrom(...UPOS), fc.constantFrom(...XPOS), (form, upos, xpos) => {
        expect(lemmatise(form, upos, xpos, table)).not.toBe("");
      }),
    );
  });
});

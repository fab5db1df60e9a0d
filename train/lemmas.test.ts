import { describe, expect, it } from "vitest";
import type { Upos, Xpos } from "../src/language/tags.js";
import { learnLemmas } from "./lemmas.js";

const use = (form: string, upos: Upos, xpos: Xpos, lemma: string) => ({ form, upos, xpos, lemma });

describe("learnLemmas", () => {
  it("lists what the rules miss, once it has been seen twice", () => {
    const uses = [
      use("kine", "NOUN", "NNS", "cow"),
      use("Kine", "NOUN", "NNS", "cow"),
      use("brethren", "NOUN", "NNS", "brother"),
      use("ships", "NOUN", "NNS", "ship"),
      use("ships", "NOUN", "NNS", "ship"),
    ];
    expect(learnLemmas(uses, new Map())).toEqual([["kine", "NNS", "cow"]]);
  });

  it("lists no lemma that puts as many words wrong as right", () => {
    const uses = ["lens", "lens", "len", "len"].map((lemma) => use("lens", "NOUN", "NNS", lemma));
    expect(learnLemmas(uses, new Map())).toEqual([]);
  });

  it("leaves out what the table knows, and keeps tags apart", () => {
    const uses = [
      use("lay", "VERB", "VBD", "lie"),
      use("lay", "VERB", "VBD", "lie"),
      use("kine", "NOUN", "NNS", "cow"),
      use("kine", "NOUN", "NNS", "cow"),
    ];
    expect(learnLemmas(uses, new Map([["NNS kine", "cow"]]))).toEqual([["lay", "VBD", "lie"]]);
  });
});

import { expect, it } from "vitest";
import { readSilverChains } from "./silver-chains.js";

it("reads nested and neighbouring mentions, with offsets in code units", () => {
  const text = "😀 Lund met her.";
  const conllu = [
    "# newdoc id = one",
    "1\t😀\t_\t_\t_\t_\t_\t_\t_\tOffset=0:1",
    "2\tLund\t_\t_\t_\t_\t_\t_\t_\tOffset=2:6|NER=PERSON|Entity=(1(2)",
    "3\tmet\t_\t_\t_\t_\t_\t_\t_\tOffset=7:10|Entity=1)",
    "4\ther\t_\t_\t_\t_\t_\t_\t_\tOffset=11:14|Entity=(2)",
    "",
    "# newdoc id = two",
    "",
  ].join("\n");
  const [document, ...others] = readSilverChains(conllu, 2, (id) => (id === "one" ? text : "never asked for"));
  expect(others).toEqual([]);
  const words = document.mentions.map(({ group, start, end }) => `${group} ${text.slice(start, end)}`);
  expect(words.sort()).toEqual(["1 Lund met", "2 Lund", "2 her"]);
});

import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../lexicon/index.js";
import { contributorsOf } from "./contributors.js";
import { knowledgeOf } from "./knowledge.js";
import { peopleOf } from "./people.js";

const knowledge = knowledgeOf(loadLexicon());

describe("peopleOf", () => {
  it.each([
    ["Ana Lund and Bo Ek, The Canadian Press", ["Ana Lund", "Bo Ek"], "The Canadian Press"],
    ["Ana Lund, Bo Ek, and Cy Orr", ["Ana Lund", "Bo Ek", "Cy Orr"], null],
    ["ANA LUND and BO O'NEIL-MCGEE", ["Ana Lund", "Bo O'Neil-McGee"], null],
    ["MARIA DE SOUZA", ["Maria de Souza"], null],
    ["J.P. VAN DER MEER", ["J.P. van der Meer"], null],
    ["Ludwig van Hout in Oslo", ["Ludwig van Hout"], null],
    ["Ana Lund in Johannesburg, South Africa, and Bo Ek at the United Nations", ["Ana Lund", "Bo Ek"], null],
    ["Ana Lund in Kyiv, Ukraine", ["Ana Lund"], null],
    ["Ana Lund, Foreign Affairs Correspondent", ["Ana Lund"], null],
    ["Associated Press writers Ana Lund in Oslo and Bo Ek", ["Ana Lund", "Bo Ek"], "AP"],
    ["ANA LUND Associated Press", ["Ana Lund"], "AP"],
    ["The Associated Press", [], "AP"],
    ["Ana Lund | Example Times", ["Ana Lund"], null],
    ["Ana Lund, ana@example.com", ["Ana Lund"], null],
    ["Kusumawati", ["Kusumawati"], null],
    // "ANA" is an agency, "Ana" is not.
    ["Ana Dias", ["Ana Dias"], null],
  ])("%s", (list, names, agency) => expect(peopleOf(list, knowledge)).toEqual({ names, agency }));

  it.each(["Tuesday evening", "the time the ship sank", "Monday and Tuesday", "2019, the report said"])(
    "is no list of people: %s",
    (list) => expect(peopleOf(list, knowledge)?.names ?? []).toEqual([]),
  );
});

describe("contributorsOf", () => {
  it.each([
    ["(Reporting by Ana Lund in Oslo; Editing by Cy Orr)", ["Ana Lund"]],
    [
      "(Reporting by Ana Lund in N'Djamena and Bo Ek in Paris; Additional reporting by Cy Orr; Writing by Ana Lund; Editing by Di Poe)",
      ["Ana Lund", "Bo Ek", "Cy Orr", "Ana Lund"],
    ],
    ["(Writing by Ana Lund, Editing by Bo Ek)", ["Ana Lund"]],
    ["Reporting by Ana Lund and Bo Ek, editing by Cy Orr and Di Poe", ["Ana Lund", "Bo Ek"]],
    ["— With files from Ana Lund in Rome", ["Ana Lund"]],
    ["- with files from Reuters", []],
    ["Ana Lund and Bo Ek in Oslo and Cy Orr in Kyiv, Ukraine, contributed.", ["Ana Lund", "Bo Ek", "Cy Orr"]],
    ["AP writer Ana Lund in Khartoum contributed to this report.", ["Ana Lund"]],
    ["*Writing by Ana Lund", ["Ana Lund"]],
    ["--additional reporting by Ana Lund.", ["Ana Lund"]],
    ["Translated by Ana Lund.", []],
  ])("%s", (line, names) => expect(contributorsOf(line, knowledge)?.names).toEqual(names));

  it.each([
    "China said it had contributed.",
    "The rains contributed to this report being late, he said.",
    "Reporting on the war is dangerous, she said.",
    "He contributed",
  ])("is none: %s", (line) => expect(contributorsOf(line, knowledge)).toBeNull());
});

import { expect, test } from "vitest";
import { parse } from "./parse.js";

const PARAGRAPH =
  'The foreign minister, Oleg Baranov, told reporters on Tuesday that 1,200 troops would leave the port of Karsk by June. "We have nothing to add," he said.\n';

/** Processor time in milliseconds, which other programs on the machine do not lengthen as they do the clock's. */
function cost(text: string): number {
  const before = process.cpuUsage();
  parse(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test("a text four times as long takes about four times as long", () => {
  cost(PARAGRAPH.repeat(200));
  const short = cost(PARAGRAPH.repeat(1500));
  const long = cost(PARAGRAPH.repeat(6000));
  expect(long / short).toBeLessThan(7);
});

test("so does one endless sentence", () => {
  const clause = "the guard saw the driver and ";
  const short = cost(clause.repeat(1000));
  const long = cost(clause.repeat(4000));
  expect(long / short).toBeLessThan(7);
});

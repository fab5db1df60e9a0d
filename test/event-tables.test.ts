import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { run, temporaryFolder } from "./cli-run.js";

const folder = temporaryFolder();
afterAll(folder.remove);

it("takes a user's verbs and agents for events, and explains by which row", () => {
  const tables = folder.at("tables");
  mkdirSync(tables);
  writeFileSync(folder.at("tables", "events-verbs.tsv"), "word\twith\ttype\tmode\tto\tdecides\nserenade\tany\tSUPPORT\t\tobj\tyes\n");
  writeFileSync(folder.at("tables", "events-forces.tsv"), "noun\nbarge\n");
  writeFileSync(folder.at("s.txt"), "Chad serenaded Norway on Monday. Two Chadian barges attacked Kenya on Sunday.\n");
  const archive = ["--archive", folder.at("own.db")];
  expect(run(["add", ...archive, "--lexicon", tables, "--published", "2027-03-09", folder.at("s.txt")])).toMatchObject({ code: 0 });

  const rows = JSON.parse(run(["events", ...archive, "--json"]).out) as readonly {
    readonly event: { readonly id: string; readonly type: string; readonly date: string };
    readonly actors: readonly { readonly name: string }[];
    readonly recipients: readonly { readonly name: string }[];
  }[];
  expect(rows.map(({ event, actors, recipients }) => [event.type, event.date, actors[0]?.name, recipients[0]?.name])).toEqual([
    ["SUPPORT", "2027-03-08", "Chad", "Norway"],
    ["ASSAULT", "2027-03-07", "Chad", "Kenya"],
  ]);
  expect(run(["explain", rows[0].event.id, ...archive]).out).toMatch(/^rule +events\/verb:serenade/m);
}, 60_000);

/**
 * Writes the documents that are made from code: `docs/record.schema.json` from the model, `docs/cli.md` from the help of each command. Run by
 * `npm run docs`, after a build; CI fails where they differ.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { jsonSchema } from "../src/model/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What a command's `--help` prints, 100 columns wide and without colour. */
const helpOf = (...command: readonly string[]): string =>
  execFileSync(process.execPath, ["dist/cli/main.js", ...command, "--help"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, COLUMNS: "100", NO_COLOR: "1", FORCE_COLOR: undefined },
  }).trimEnd();

const top = helpOf();
/** Commands as a help lists them: two spaces, a name, its arguments. */
const commandsOf = (help: string): string[] => [...help.matchAll(/^ {2}([a-z]+) (?:\[options\]|<)/gm)].map(([, name]) => name);

const page = ["# The command line", "", "Made from the help of each command by `npm run docs`.", "", "```text", top, "```"];
for (const command of commandsOf(top)) {
  const help = helpOf(command);
  page.push("", `## onrecord ${command}`, "", "```text", help, "```");
  for (const below of commandsOf(help)) page.push("", `### onrecord ${command} ${below}`, "", "```text", helpOf(command, below), "```");
}

writeFileSync(new URL("../docs/record.schema.json", import.meta.url), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
writeFileSync(new URL("../docs/cli.md", import.meta.url), `${page.join("\n")}\n`);

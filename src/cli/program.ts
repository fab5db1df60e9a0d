import { readFileSync } from "node:fs";
import { Command } from "commander";
import { actorsCommand } from "./commands/actors.js";
import { addCommand } from "./commands/add.js";
import { auditCommand } from "./commands/audit.js";
import { checkCommand } from "./commands/check.js";
import { collectionCommand } from "./commands/collection.js";
import { completionCommand } from "./commands/completion.js";
import { correctCommand } from "./commands/correct.js";
import { correctionsCommand } from "./commands/corrections.js";
import { demoCommand } from "./commands/demo.js";
import { diffCommand } from "./commands/diff.js";
import { eventsCommand } from "./commands/events.js";
import { explainCommand } from "./commands/explain.js";
import { figuresCommand } from "./commands/figures.js";
import { meetingsCommand } from "./commands/meetings.js";
import { placesCommand } from "./commands/places.js";
import { positionsCommand } from "./commands/positions.js";
import { readCommand } from "./commands/read.js";
import { removeCommand } from "./commands/remove.js";
import { rereadCommand } from "./commands/reread.js";
import { serveCommand } from "./commands/serve.js";
import { showCommand } from "./commands/show.js";
import { statementsCommand } from "./commands/statements.js";
import { storiesCommand } from "./commands/stories.js";
import { timesCommand } from "./commands/times.js";
import { unreadCommand } from "./commands/unread.js";
import { verifyCommand } from "./commands/verify.js";
import { wantsColors, widthOf } from "./terminal.js";

/** Commands by what they are for, as `--help` groups them. */
const GROUPS: readonly (readonly [heading: string, commands: () => readonly Command[]])[] = [
  ["Read:", () => [readCommand(), showCommand()]],
  ["Keep:", () => [addCommand(), rereadCommand(), removeCommand(), verifyCommand()]],
  ["Decide:", () => [correctCommand(), correctionsCommand(), auditCommand(), collectionCommand()]],
  [
    "Look:",
    () => [
      checkCommand(),
      diffCommand(),
      storiesCommand(),
      statementsCommand(),
      actorsCommand(),
      timesCommand(),
      figuresCommand(),
      placesCommand(),
      eventsCommand(),
      positionsCommand(),
      meetingsCommand(),
      unreadCommand(),
      explainCommand(),
    ],
  ],
  ["Other:", () => [serveCommand(), demoCommand(), completionCommand()]],
];

/** The whole command line. Commands load what they need when they run, so that help is at once. */
export function buildProgram(): Command {
  const program = new Command("onrecord")
    .description("News stories in, a checkable record out: who said what, when, in the exact words.")
    .version(version(), "-V, --version")
    .helpOption("-h, --help", "show help")
    .helpCommand(false)
    // An option belongs to the command that it stands behind: `corrections export --archive` is not the list's.
    .enablePositionalOptions()
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      getOutHelpWidth: () => widthOf(process.stdout, process.env),
      getErrHelpWidth: () => widthOf(process.stderr, process.env),
      getOutHasColors: () => wantsColors(process.stdout, process.env),
      getErrHasColors: () => wantsColors(process.stderr, process.env),
      outputError: (text, put) => put(text.replace(/^error: /, "onrecord: ")),
    })
    .addHelpText(
      "after",
      `
Data goes to standard output, everything else to standard error. Exit codes: 0 done, 1 some input failed, 2 wrong usage.
The archive is --archive PATH, else $ONRECORD_ARCHIVE, else ./onrecord.db. NO_COLOR and FORCE_COLOR are obeyed.

Examples:
  onrecord demo
  onrecord show story.txt
  onrecord add stories/ && onrecord check "not one man, not one metre"`,
    );
  for (const [heading, commands] of GROUPS) {
    for (const command of commands()) {
      program.addCommand(command.helpGroup(heading));
      settle(command, program, `onrecord ${command.name()}`);
    }
  }
  return program.showHelpAfterError("onrecord: see onrecord --help").exitOverride();
}

/** Gives a command, and those below it, what the program has, and an error that says where help is. */
function settle(command: Command, program: Command, name: string): void {
  command.copyInheritedSettings(program).showHelpAfterError(`onrecord: see ${name} --help`).exitOverride().helpCommand(false);
  for (const below of command.commands) settle(below, program, `${name} ${below.name()}`);
}

const version = (): string => JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;

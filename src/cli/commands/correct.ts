import { Argument, Command, Option } from "commander";
import type { Archive, Decision, Settings } from "../../archive/index.js";
import { ACTOR_KINDS, type Correction, ID_PREFIX, type LayerName } from "../../model/index.js";
import { withArchive } from "../archive.js";
import { type DecidingOptions, decider, decidingOptions, setOption } from "../deciding.js";
import { UsageError } from "../errors.js";
import { withTypeFacts } from "../event-facts.js";
import { type ArchiveOption, archiveOption } from "../options.js";
import { writeAll, writeLines } from "../output.js";

interface Options extends ArchiveOption, DecidingOptions {
  readonly json?: boolean;
  readonly set?: Settings;
}

const LAYERS = Object.keys(ID_PREFIX) as LayerName[];

/** "statements" and "statement" name the same layer. */
const LAYER_NAMES = LAYERS.flatMap((layer) => [layer.slice(0, -1), layer]);

const ANNOTATION = "the id of an annotation, such as st_1f0c2d3e4a5b6c7d; the lists give ids with --json and --csv";

export const correctCommand = (): Command => {
  const correct = new Command("correct")
    .summary("say what is right, wrong or missing in the record")
    .description(
      "Says what is right, wrong or missing in the record. Decisions are stored beside what the machine read, never over it: every command " +
        "shows the record with them (--machine without), and each can be taken back. They are bound to the words and what is claimed of " +
        "them, so that they hold for another reading and for new versions of the story.",
    )
    .addHelpText(
      "after",
      `
Examples:
  onrecord correct confirm st_1f0c2d3e4a5b6c7d --by "Eva Kol"
  onrecord correct reject fig_90ab1f0c2d3e4a5b --by "Eva Kol" --note "counts the ships, not the crew"
  onrecord correct change st_1f0c2d3e4a5b6c7d --set "speaker=Kodjo Amegnignan" --by "Eva Kol"
  onrecord correct undo cor_5b6c7d1f --by "Eva Kol"`,
    );
  for (const command of [confirm(), reject(), change(), add(), merge(), split(), undo()]) correct.addCommand(command);
  return correct;
};

/** A command that decides something. */
const deciding = (name: string, summary: string, description: string, examples: string): Command => {
  const command = new Command(name).summary(summary).description(description);
  for (const option of decidingOptions()) command.addOption(option);
  return command.option("--json", "the decision as JSON").addOption(archiveOption()).addHelpText("after", `\nExamples:\n${examples}`);
};

const confirm = (): Command =>
  deciding(
    "confirm",
    "what the record says is right",
    "Says that what the record holds is right. A confirmed annotation is sure (1.00), and one that was rejected is shown again.",
    '  onrecord correct confirm st_1f0c2d3e4a5b6c7d --by "Eva Kol"',
  )
    .argument("<id...>", ANNOTATION)
    .action((ids: readonly string[], options: Options) => judge("right", ids, options));

const reject = (): Command =>
  deciding(
    "reject",
    "what the record says is wrong",
    "Says that what the record holds is wrong: it is shown no more, and nothing points to it.",
    '  onrecord correct reject ev_1f0c2d3e4a5b6c7d --by "Eva Kol" --note "a drill"',
  )
    .argument("<id...>", ANNOTATION)
    .action((ids: readonly string[], options: Options) => judge("wrong", ids, options));

async function judge(decision: "right" | "wrong", ids: readonly string[], options: Options): Promise<void> {
  const who = decider(options);
  await decide(options, async (archive) => {
    const made: Correction[] = [];
    for (const annotation of ids) made.push(await archive.correct({ ...who, decision, annotation }));
    return made;
  });
}

const change = (): Command =>
  deciding(
    "change",
    "the record should say otherwise",
    "Says what fields of an annotation should hold. Actors are given by name, several with ; between them. Words are given as they stand in " +
      'the story, with " #2" for their second occurrence and " … " between the parts of broken ones.',
    `  onrecord correct change st_1f0c2d3e4a5b6c7d --set "speaker=Kodjo Amegnignan" --by "Eva Kol"
  onrecord correct change ev_1f0c2d3e4a5b6c7d --set status=planned --set recipients="Togo; Ghana" --by "Eva Kol"`,
  )
    .argument("<id>", ANNOTATION)
    .addOption(setOption().makeOptionMandatory())
    .action(async (annotation: string, options: Options) => {
      const who = decider(options);
      const set = annotation.startsWith(ID_PREFIX.events) ? await withTypeFacts(options.set ?? {}) : (options.set ?? {});
      await decide(options, async (archive) => [await archive.correct({ ...who, decision: "changed", annotation, set })]);
    });

const add = (): Command =>
  deciding(
    "add",
    "the record lacks something",
    "Adds an annotation that the machine missed, of words of a story: an actor first, then what names it.",
    `  onrecord correct add actor 8c1f22d0 "Per Dahl" --set kind=person --by "Eva Kol"
  onrecord correct add statement 8c1f22d0 "the port is shut" --set "speaker=Per Dahl" --set cue=warned --by "Eva Kol"
  onrecord correct add event 8c1f22d0 "shelled #2" --set type=ASSAULT --set actors=Velmar --by "Eva Kol"`,
  )
    .addArgument(new Argument("<layer>", "what it is").choices(LAYER_NAMES))
    .argument("<story>", "the story's id, or the first four digits of it or more")
    .argument("<words>", "the words as they stand in the story")
    .addOption(setOption())
    .action(async (named: string, story: string, words: string, options: Options) => {
      const who = decider(options);
      const layer = LAYERS.find((one) => named === one || named === one.slice(0, -1)) as LayerName;
      const set = layer === "events" ? await withTypeFacts(options.set ?? {}) : (options.set ?? {});
      await decide(options, async (archive) => [await archive.addAnnotation(story, { ...who, decision: "added", layer, words, set })]);
    });

const merge = (): Command =>
  deciding(
    "merge",
    "two actors of a story are one",
    "Says that two actors of a story are one. The first keeps its name; all that the other said and did is the first one's.",
    '  onrecord correct merge act_1f0c2d3e4a5b6c7d "the minister" --by "Eva Kol"',
  )
    .argument("<id>", "the id of the actor that stays")
    .argument("<other>", "id or name of the actor that is the same")
    .action(async (annotation: string, other: string, options: Options) => {
      const decision: Decision = { ...decider(options), decision: "merge", annotation, other };
      await decide(options, async (archive) => [await archive.correct(decision)]);
    });

interface SplitOptions extends Options {
  readonly mention?: readonly string[];
  readonly name?: string;
  readonly kind?: (typeof ACTOR_KINDS)[number];
}

const split = (): Command =>
  deciding(
    "split",
    "one actor of a story is two",
    "Says that some mentions of an actor are of somebody else, who then has what was said and done in these words.",
    '  onrecord correct split act_1f0c2d3e4a5b6c7d --mention "the minister #2" --name "Per Dahl" --by "Eva Kol"',
  )
    .argument("<id>", "the id of the actor")
    .addOption(
      new Option(
        "--mention <words>",
        'a mention of the other, as it stands in the story; " #2" for a second occurrence; may be given again',
      )
        .argParser((words: string, before: readonly string[] = []) => [...before, words])
        .makeOptionMandatory(),
    )
    .requiredOption("--name <name>", "who the other is")
    .addOption(new Option("--kind <kind>", "what the other is (default: as the first)").choices(ACTOR_KINDS))
    .action(async (annotation: string, options: SplitOptions) => {
      const { mention = [], name = "", kind } = options;
      const decision: Decision = {
        ...decider(options),
        decision: "split",
        annotation,
        mentions: mention,
        name,
        ...(kind !== undefined && { kind }),
      };
      await decide(options, async (archive) => [await archive.correct(decision)]);
    });

const undo = (): Command =>
  deciding(
    "undo",
    "take a decision back",
    "Takes a decision back: the record is as if it had never been made. Both stay in the log. An undo can be undone.",
    '  onrecord correct undo cor_5b6c7d1f --by "Eva Kol"',
  )
    .argument("<correction>", "the id of the decision, or its first digits; onrecord corrections lists them")
    .action(async (correction: string, options: Options) => {
      if (!/^(cor_)?[0-9a-f]{4,16}$/.test(correction)) {
        throw new UsageError(`${correction}: is no id of a decision, such as cor_5b6c7d1f; onrecord corrections lists them`);
      }
      const { by, note } = decider(options);
      await decide(options, async (archive) => [await archive.undo(correction, by, note)]);
    });

async function decide(options: Options, make: (archive: Archive) => Promise<readonly Correction[]>): Promise<void> {
  const made = await withArchive(options, "existing", make);
  if (options.json) {
    const { jsonLines } = await import("../render/json.js");
    return writeAll(jsonLines(made));
  }
  const { decisionLine } = await import("../render/lists/corrections.js");
  await writeLines(made.map(decisionLine));
}

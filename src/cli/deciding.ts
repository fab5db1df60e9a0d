import { InvalidArgumentError, Option } from "commander";
import { UsageError } from "./errors.js";

/** Options of every command by which a person decides something. */
export interface DecidingOptions {
  readonly by?: string;
  readonly note?: string;
}

export const decidingOptions = (): readonly Option[] => [
  new Option("--by <name>", "who decides (default: $ONRECORD_AUTHOR)"),
  new Option("--note <words>", "why"),
];

/** Who decides: the option, else the environment. Nobody is wrong usage: a decision without a name is worth nothing. */
export function decider(
  { by, note }: DecidingOptions,
  env: NodeJS.ProcessEnv = process.env,
): { readonly by: string; readonly note?: string } {
  const name = (by || env.ONRECORD_AUTHOR || "").trim();
  if (name === "") throw new UsageError("say who decides: --by NAME, or ONRECORD_AUTHOR in the environment");
  return { by: name, ...(note !== undefined && { note }) };
}

/** `--set FIELD=VALUE`, which may be given again. */
export const setOption = (): Option =>
  new Option("--set <field=value>", 'a field and what it is to hold; "none" for nothing; may be given again').argParser(setting);

function setting(text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const [, field, value] = /^([A-Za-z]+)=([\s\S]*)$/.exec(text) ?? [];
  if (field === undefined) throw new InvalidArgumentError('It must be FIELD=VALUE, such as "speaker=Ana Lund".');
  return { ...before, [field]: value };
}

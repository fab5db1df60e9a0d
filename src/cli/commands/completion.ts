import { Argument, Command } from "commander";
import { write } from "../output.js";

type Shell = keyof typeof SCRIPTS;

/** Names that a shell can complete, by command; "" for the program itself. */
interface Words {
  readonly commands: readonly { readonly name: string; readonly summary: string }[];
  readonly options: ReadonlyMap<string, readonly string[]>;
}

export const completionCommand = (): Command =>
  new Command("completion")
    .summary("print a completion script for a shell")
    .description("Prints a script that lets a shell complete commands and options.")
    .addArgument(new Argument("<shell>").choices(["bash", "zsh", "fish"]))
    .addHelpText(
      "after",
      `
Examples:
  source <(onrecord completion bash)
  source <(onrecord completion zsh)
  onrecord completion fish > ~/.config/fish/completions/onrecord.fish`,
    )
    .action(async (shell: Shell, _options: object, command: Command) => {
      await write(SCRIPTS[shell](wordsOf(command.parent as Command)));
    });

function wordsOf(program: Command): Words {
  return {
    commands: program.commands.map((command) => ({ name: command.name(), summary: command.summary() })),
    options: new Map(program.commands.map((command) => [command.name(), [...command.options.flatMap(({ long }) => long ?? []), "--help"]])),
  };
}

const SCRIPTS = { bash, zsh: (words: Words) => `autoload -U +X bashcompinit && bashcompinit\n${bash(words)}`, fish } as const;

function bash({ commands, options }: Words): string {
  const cases = [...options].map(([name, own]) => `    ${name}) words="${own.join(" ")}" ;;`).join("\n");
  return `_onrecord() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _onrecord onrecord
`;
}

function fish({ commands, options }: Words): string {
  const quoted = (text: string): string => `'${text.replace(/['\\]/g, "\\$&")}'`;
  const lines = commands.flatMap(({ name, summary }) => [
    `complete -c onrecord -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ...(options.get(name) ?? []).map((option) => `complete -c onrecord -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`),
  ]);
  return `${lines.join("\n")}\n`;
}

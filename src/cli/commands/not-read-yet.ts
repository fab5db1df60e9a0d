import { Command } from "commander";
import { complain, EXIT } from "../errors.js";
import { notReadYet, UNREAD_LAYERS } from "../layers.js";

/** A command for each layer that is not read yet: it says so and fails, so that no script takes silence for an empty list. */
export const notReadYetCommands = (): Command[] =>
  UNREAD_LAYERS.map((layer) =>
    new Command(layer)
      .summary("not read yet")
      .description(notReadYet(layer))
      .allowUnknownOption()
      .action(() => {
        complain(notReadYet(layer));
        process.exitCode = EXIT.failed;
      }),
  );

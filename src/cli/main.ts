#!/usr/bin/env node
import { CommanderError } from "commander";
import { EXIT, report } from "./errors.js";
import { endQuietlyOnClosedPipe } from "./output.js";
import { buildProgram } from "./program.js";

endQuietlyOnClosedPipe();
try {
  await buildProgram().parseAsync();
} catch (error) {
  // Commander has told the user already; help and version are errors to it, too.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else process.exitCode = report(error);
}

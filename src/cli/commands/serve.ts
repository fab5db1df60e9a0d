import { Command, InvalidArgumentError, Option } from "commander";
import { withArchive } from "../archive.js";
import { UsageError } from "../errors.js";
import { type ArchiveOption, archiveOption, archivePath, lexiconOption } from "../options.js";
import { say } from "../output.js";

interface Options extends ArchiveOption {
  readonly port: number;
  readonly host: string;
  readonly token?: string;
  readonly lexicon?: readonly string[];
}

export const serveCommand = (): Command =>
  new Command("serve")
    .summary("serve the archive over HTTP")
    .description(
      "Serves the archive over HTTP on this machine alone, making it when there is none. /v1/openapi.json says what can be asked. " +
        "Another address needs a token, which every request must then send. Ctrl-C ends it.",
    )
    .addOption(new Option("--port <n>", "port to listen on; 0 takes a free one").default(8080).argParser(portNumber))
    .addOption(new Option("--host <address>", "address to listen on").default("127.0.0.1"))
    .addOption(new Option("--token <token>", "what requests must send as Authorization: Bearer").env("ONRECORD_TOKEN"))
    .addOption(archiveOption())
    .addOption(lexiconOption())
    .addHelpText(
      "after",
      `
Examples:
  onrecord serve
  curl -s "http://127.0.0.1:8080/v1/statements?by=minister&limit=5"
  curl -s --data-binary @story.txt "http://127.0.0.1:8080/v1/stories?name=story.txt"`,
    )
    .action(run);

async function run({ port, host, token, lexicon, ...options }: Options): Promise<void> {
  // What is no archive is told here and now, not by the first page.
  await withArchive(options, "create", async () => {});
  const { serve } = await import("../../server/index.js");
  const desk = await serve({
    archive: archivePath(options),
    host,
    port,
    ...(token !== undefined && { token }),
    lexiconFolders: lexicon ?? [],
  }).catch(refusal);
  const asked = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  say(`onrecord: serving ${archivePath(options)} at ${desk.url} · Ctrl-C ends it`);
  await asked;
  await desk.close();
}

function refusal(error: unknown): never {
  if (error instanceof RangeError) throw new UsageError(error.message);
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    throw new UsageError("this port is taken by another program; give another with --port, or --port 0 for a free one");
  }
  throw error;
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) throw new InvalidArgumentError("It must be a port: 0 to 65535.");
  return Number(text);
}

import { complain } from "./errors.js";

/** How far a long command has come; and its complaints, which wait while a bar is drawn. */
export interface Progress {
  at(done: number, note: string): void;
  complain(message: string): void;
  end(): void;
}

/** A bar on standard error if that is a terminal; else nothing but complaints, as they come. */
export async function progressOf(total: number, doing: string): Promise<Progress> {
  if (!process.stderr.isTTY) return { at: () => {}, complain, end: () => {} };
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: `${doing} {bar} {value}/{total}  {note}`,
    barCompleteChar: "━",
    barIncompleteChar: "─",
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    // The commands have their own way to stop.
    gracefulExit: false,
  });
  const complaints: string[] = [];
  bar.start(total, 0, { note: "" });
  return {
    at: (done, note) => bar.update(done, { note }),
    complain: (message) => complaints.push(message),
    end: () => {
      bar.stop();
      complaints.forEach(complain);
    },
  };
}

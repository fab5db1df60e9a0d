/** Ctrl-C while something is being written: it is finished first. */
export interface Interruption {
  /** Whether the user has asked to stop. */
  readonly asked: boolean;
  /** Gives the event loop a turn, so that a signal that came in is seen. Reading and storing are synchronous and would leave it none. */
  turn(): Promise<void>;
  /** Back to the usual: Ctrl-C ends the program. */
  release(): void;
}

/** From here on the first Ctrl-C only asks to stop; a second one ends the program at once. */
export function onInterrupt(): Interruption {
  let asked = false;
  const ask = (): void => {
    asked = true;
    process.off("SIGINT", ask);
  };
  process.on("SIGINT", ask);
  return {
    get asked() {
      return asked;
    },
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    release: () => void process.off("SIGINT", ask),
  };
}

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { problemOfError } from "./problem.js";
import type { Upload, UploadNews, Workers } from "./work.js";

/** An upload while it is being read, and for a while after. */
export const UploadState = z
  .object({
    id: z.string(),
    name: z.string().describe("Name of the file, as the client gave it."),
    state: z.enum(["reading", "done", "failed"]),
    stories: z.int().nonnegative().describe("Stories stored so far."),
    problems: z.int().nonnegative().describe("Inputs that gave no story so far."),
  })
  .readonly();
export type UploadState = z.infer<typeof UploadState>;

/** What a client that follows an upload is told, in order. The last is "done" or "failed". */
export type UploadEvent =
  | { readonly event: "story" | "problem"; readonly data: UploadNews }
  | { readonly event: "done"; readonly data: UploadState }
  | { readonly event: "failed"; readonly data: { readonly message: string } };

/** So many uploads are remembered after they have ended; who comes later finds the stories in the archive all the same. */
const REMEMBERED = 200;

interface Kept {
  state: UploadState;
  readonly events: UploadEvent[];
  readonly followers: Set<() => void>;
}

/** Uploads by id: each is read in the background, and can be followed from its beginning by many. */
export class Uploads {
  readonly #workers: Workers;
  readonly #kept = new Map<string, Kept>();

  constructor(workers: Workers) {
    this.#workers = workers;
  }

  /** Begins to read and gives the state at once. */
  begin(upload: Upload): UploadState {
    const kept: Kept = {
      state: { id: randomUUID(), name: upload.name, state: "reading", stories: 0, problems: 0 },
      events: [],
      followers: new Set(),
    };
    this.#kept.set(kept.state.id, kept);
    this.#forget();
    void this.#read(upload, kept);
    return kept.state;
  }

  state(id: string): UploadState | undefined {
    return this.#kept.get(id)?.state;
  }

  /** What happened since the beginning and what happens from now on, to the end of the upload or until the signal. */
  async *follow(id: string, signal: AbortSignal): AsyncGenerator<UploadEvent> {
    const kept = this.#kept.get(id);
    for (let next = 0; kept !== undefined && !signal.aborted; ) {
      if (next < kept.events.length) yield kept.events[next++];
      else if (kept.state.state !== "reading") return;
      else await news(kept, signal);
    }
  }

  async #read(upload: Upload, kept: Kept): Promise<void> {
    try {
      await this.#workers.add(upload, (told) => {
        const { stories, problems } = kept.state;
        kept.state = told.kind === "story" ? { ...kept.state, stories: stories + 1 } : { ...kept.state, problems: problems + 1 };
        tell(kept, { event: told.kind, data: told });
      });
      kept.state = { ...kept.state, state: "done" };
      tell(kept, { event: "done", data: kept.state });
    } catch (error) {
      kept.state = { ...kept.state, state: "failed" };
      tell(kept, { event: "failed", data: { message: problemOfError(error).detail } });
    }
  }

  #forget(): void {
    for (const [id, { state }] of this.#kept) {
      if (this.#kept.size <= REMEMBERED) return;
      if (state.state !== "reading") this.#kept.delete(id);
    }
  }
}

function tell(kept: Kept, event: UploadEvent): void {
  kept.events.push(event);
  for (const wake of kept.followers) wake();
}

const news = (kept: Kept, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = (): void => {
      kept.followers.delete(wake);
      signal.removeEventListener("abort", wake);
      resolve();
    };
    kept.followers.add(wake);
    signal.addEventListener("abort", wake);
  });

import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import { ArchiveError, type ArchiveErrorCode } from "../archive/index.js";
import type { ThreadSettings, ThreadTask } from "./thread.js";
import type { Answer, UploadNews, Workers } from "./work.js";

/** An error as it comes from a thread: of no class. */
export interface SentError {
  readonly code: ArchiveErrorCode;
  readonly message: string;
}

/** What a thread gives back: an answer, or the refusal of the archive. Anything else that fails there is thrown. */
export type Sent<Value> = { readonly value: Value } | { readonly refused: SentError };

/** Threads that read at once. Two keep one long search from holding up all others. */
const READERS = 2;

/** Questions go to threads that read the archive, uploads one after another to one thread that writes. Needs the built program. */
export function threadsOn(settings: ThreadSettings): Workers {
  const filename = new URL("./thread.js", import.meta.url).href;
  const readers = new Piscina<ThreadTask, Sent<Answer | null>>({ filename, workerData: settings, minThreads: 1, maxThreads: READERS });
  const writer = new Piscina<ThreadTask, Sent<Answer | null>>({ filename, workerData: settings, minThreads: 0, maxThreads: 1 });
  const run = async (pool: typeof readers, task: ThreadTask, port?: MessageChannel["port1"]): Promise<Answer | null> => {
    const sent = await pool.run(task, port === undefined ? {} : { transferList: [port] });
    if ("refused" in sent) throw new ArchiveError(sent.refused.code, settings.archive, sent.refused.message);
    return sent.value;
  };
  return {
    ask: async (question) => (await run(readers, { kind: "ask", question })) as Answer,
    async add(upload, onNews) {
      const { port1, port2 } = new MessageChannel();
      port1.on("message", (news: UploadNews | null) => (news === null ? port1.close() : onNews(news)));
      const told = new Promise((resolve) => port1.on("close", resolve));
      try {
        await run(writer, { kind: "add", upload, port: port2 }, port2);
        // Messages may still be on their way when the task is over.
        await told;
      } finally {
        port1.close();
      }
    },
    change: async (change) => (await run(writer, { kind: "change", change })) as Answer,
    async close() {
      await Promise.all([readers.close(), writer.close()]);
    },
  };
}

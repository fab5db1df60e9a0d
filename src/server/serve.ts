import { readFileSync } from "node:fs";
import { appOf } from "./app.js";
import { isLoopback } from "./guard.js";
import { threadsOn } from "./threads.js";

export interface ServeOptions {
  readonly archive: string;
  /** Address to listen on: "127.0.0.1" unless told. Any that others reach needs a token. */
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly token?: string;
  readonly lexiconFolders?: readonly string[];
}

/** A desk that is being served. */
export interface Desk {
  /** "http://127.0.0.1:8080" */
  readonly url: string;
  /** Answers what is being asked, then stops. */
  close(): Promise<void>;
}

/** Serves the archive over HTTP. Throws `RangeError` for an open address without a token, and the system's error for a port that is taken. */
export async function serve({ archive, host = "127.0.0.1", port = 8080, token, lexiconFolders = [] }: ServeOptions): Promise<Desk> {
  if (!isLoopback(host) && token === undefined) {
    throw new RangeError(`${host} can be reached from other machines: give a token that they must send, or listen on 127.0.0.1`);
  }
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  const app = await appOf({ workers: threadsOn({ archive, lexiconFolders }), host, token: token ?? null, version });
  try {
    return { url: await app.listen({ host, port }), close: () => app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
}

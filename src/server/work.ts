import type { Archive, CheckQuery } from "../archive/index.js";
import type { ListName } from "./lists.js";

/** What is asked of an archive away from the event loop. Plain data: it goes to another thread. A `query` is what a route has validated. */
export type Question =
  | { readonly kind: "list"; readonly list: ListName; readonly query: object; readonly offset: number; readonly limit: number }
  | { readonly kind: "story"; readonly story: string }
  | { readonly kind: "check"; readonly words: string; readonly query: object }
  | { readonly kind: "summary" };

/** The answer as JSON text, written in the thread that read it, so that the event loop only passes it on. */
export interface Answer {
  /** An object; of a list its rows, a JSON text each. */
  readonly json: string | readonly string[];
  /** Of a list: whether there are rows after these. */
  readonly more: boolean;
}

/** A story that was taken up of an upload, or what it was refused for. */
export type UploadNews =
  | { readonly kind: "story"; readonly story: string; readonly outcome: string; readonly headline: string | null }
  | { readonly kind: "problem"; readonly message: string };

export interface Upload {
  readonly bytes: Uint8Array;
  /** The file's, as the client gave it; "upload" where it gave none. */
  readonly name: string;
  readonly mediaType: string | null;
  readonly published: string | null;
  readonly receivedAt: string;
}

/** Who does the work: threads when serving, the same thread in tests. All methods throw `ArchiveError`. */
export interface Workers {
  ask(question: Question): Promise<Answer>;
  /** Reads the stories of an upload into the archive, one transaction each, and tells of each. */
  add(upload: Upload, onNews: (news: UploadNews) => void): Promise<void>;
  remove(story: string): Promise<void>;
  close(): Promise<void>;
}

/** Answers a question from an archive. */
export async function answerOf(archive: Archive, question: Question): Promise<Answer> {
  switch (question.kind) {
    case "list": {
      const rows: string[] = [];
      const { offset, limit } = question;
      const list = archive[question.list].bind(archive) as (query: object) => AsyncIterable<object>;
      // One more than is given tells whether there are more.
      for await (const row of list({ ...question.query, offset, limit: limit + 1 })) rows.push(JSON.stringify(row));
      return { json: rows.slice(0, limit), more: rows.length > limit };
    }
    case "story":
      return whole(await archive.get(question.story));
    case "check":
      return whole(await archive.check(question.words, question.query as CheckQuery));
    case "summary":
      return whole(await archive.summary());
  }
}

const whole = (answer: object): Answer => ({ json: JSON.stringify(answer), more: false });

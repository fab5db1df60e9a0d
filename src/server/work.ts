import type { Addition, Archive, CheckQuery, CorrectionQuery, Decision, OpenOptions, StatementQuery } from "../archive/index.js";
import type { ListName } from "./lists.js";

/** Which state of the archive is looked at: as it is now, as it was known at a date, or as the machine read it. */
export type Sight = Pick<OpenOptions, "asOf" | "view">;

/** What is asked of an archive away from the event loop. Plain data: it goes to another thread. A `query` is what a route has validated. */
export type Question = { readonly sight?: Sight } & (
  | { readonly kind: "list"; readonly list: ListName; readonly query: object; readonly offset: number; readonly limit: number }
  | { readonly kind: "story"; readonly story: string }
  | { readonly kind: "check"; readonly words: string; readonly query: object }
  | { readonly kind: "corrections"; readonly query: object }
  | { readonly kind: "collections" }
  | { readonly kind: "facets"; readonly query: object }
  | { readonly kind: "summary" }
);

/** The answer as JSON text, written in the thread that read it, so that the event loop only passes it on. */
export interface Answer {
  /** An object; of a list its rows, a JSON text each. */
  readonly json: string | readonly string[];
  /** Of a list: whether there are rows after these. */
  readonly more: boolean;
}

/** What changes the archive, but for stories that come in. */
export type Change =
  | { readonly kind: "remove"; readonly story: string }
  | { readonly kind: "correct"; readonly decision: Decision }
  | { readonly kind: "add annotation"; readonly story: string; readonly addition: Addition }
  | { readonly kind: "undo"; readonly correction: string; readonly by: string; readonly note: string | undefined }
  | { readonly kind: "gather"; readonly collection: string; readonly stories: readonly string[] }
  | { readonly kind: "scatter"; readonly collection: string; readonly stories: readonly string[] | "all" };

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
  change(change: Change): Promise<Answer>;
  close(): Promise<void>;
}

/** Answers a question from an archive that was opened for its sight. */
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
    case "corrections":
      return items(archive.corrections(question.query as CorrectionQuery));
    case "collections":
      return items(archive.collections());
    case "facets":
      return whole(await archive.statementFacets(question.query as StatementQuery));
    case "summary":
      return whole(await archive.summary());
  }
}

/** Makes a change and tells what it made of it. */
export async function changed(archive: Archive, change: Change): Promise<Answer> {
  switch (change.kind) {
    case "remove":
      return whole(await archive.remove(change.story));
    case "correct":
      return whole(await archive.correct(change.decision));
    case "add annotation":
      return whole(await archive.addAnnotation(change.story, change.addition));
    case "undo":
      return whole(await archive.undo(change.correction, change.by, change.note));
    case "gather":
      return whole(await archive.gather(change.collection, change.stories));
    case "scatter":
      return whole(await archive.scatter(change.collection, change.stories));
  }
}

const whole = (answer: object): Answer => ({ json: JSON.stringify(answer), more: false });

async function items(rows: AsyncIterable<object>): Promise<Answer> {
  const json: string[] = [];
  for await (const row of rows) json.push(JSON.stringify(row));
  return { json: `{"items":[${json.join(",")}]}`, more: false };
}

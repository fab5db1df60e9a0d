import type {
  ActorRow,
  ArchiveSummary,
  CheckResult,
  EventRow,
  FigureRow,
  FoundWords,
  MeetingRow,
  Page,
  PositionRow,
  Problem,
  StatementFacets,
  StatementRow,
  StoredStory,
  StoryRow,
  UploadNews,
  UploadState,
} from "../../src/server/index.js";

export type {
  ActorRow,
  ArchiveSummary,
  CheckResult,
  EventRow,
  FigureRow,
  FoundWords,
  MeetingRow,
  Page,
  PositionRow,
  StatementFacets,
  StatementRow,
  StoredStory,
  StoryRow,
  UploadNews,
};

/** Rows of each list that a page shows. */
export interface Lists {
  readonly stories: StoryRow;
  readonly statements: StatementRow;
  readonly actors: ActorRow;
  readonly figures: FigureRow;
  readonly events: EventRow;
  readonly positions: PositionRow;
  readonly meetings: MeetingRow;
}

/** Filters as the URL of a page holds them; empty ones are not sent. */
export type Filters = Readonly<Record<string, string | undefined>>;

/** What the server refused, in its own words. */
export class Refused extends Error {
  override readonly name = "Refused";
  constructor(readonly problem: Pick<Problem, "status" | "detail" | "title">) {
    super(problem.detail);
  }
}

/** An answer as JSON. Throws `Refused`, also when nobody answers. */
export async function get<Answer>(path: string, filters: Filters = {}, signal?: AbortSignal): Promise<Answer> {
  const answered = await request(`/v1/${path}${queryOf(filters)}`, signal === undefined ? {} : { signal });
  return (await answered.json()) as Answer;
}

export const list = <Name extends keyof Lists>(name: Name, filters: Filters, signal?: AbortSignal): Promise<Page<Lists[Name]>> =>
  get<Page<Lists[Name]>>(name, filters, signal);

export function queryOf(filters: Filters): string {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

/** Sends what is to be changed. Throws `Refused`. */
export async function send<Answer>(path: string, body: object): Promise<Answer> {
  const answered = await request(`/v1/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await answered.json()) as Answer;
}

/** Sends a file or pasted text to be read, and tells of each story as it is stored. Gives the state at the end. */
export async function upload(name: string, body: Blob | string, onNews: (news: UploadNews) => void): Promise<UploadState> {
  const begun = await request(`/v1/stories${queryOf({ name })}`, { method: "POST", body });
  const { id } = (await begun.json()) as UploadState;
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/v1/uploads/${id}/events`);
    const end = (): void => events.close();
    for (const kind of ["story", "problem"]) events.addEventListener(kind, ({ data }) => onNews(JSON.parse(data)));
    events.addEventListener("done", ({ data }) => {
      end();
      resolve(JSON.parse(data));
    });
    events.addEventListener("failed", ({ data }) => {
      end();
      reject(new Refused({ status: 500, title: "Not stored", detail: JSON.parse(data).message }));
    });
    events.onerror = () => {
      end();
      reject(
        new Refused({ status: 0, title: "Connection lost", detail: "The connection to onrecord was lost. Stories that were stored stay." }),
      );
    };
  });
}

async function request(url: string, init: RequestInit): Promise<Response> {
  const answered = await fetch(url, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused({ status: 0, title: "No answer", detail: "onrecord does not answer. Is `onrecord serve` still running?" });
  });
  if (answered.ok) return answered;
  const problem = (await answered.json().catch(() => null)) as Problem | null;
  throw new Refused(problem ?? { status: answered.status, title: "Refused", detail: `onrecord answered ${answered.status}.` });
}

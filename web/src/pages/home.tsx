import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link } from "wouter";
import { type ArchiveSummary, get, list, queryOf, Refused, type UploadNews, upload } from "../api.js";
import { Failure, Nothing, Waiting } from "../parts/states.js";
import { storyPath } from "../url.js";
import { creditOf, dateWords, plural, titleOf, wordsOf } from "../words.js";

/** The desk: stories in, what is new, and what is ahead. */
export function HomePage() {
  const summary = useQuery({ queryKey: ["summary"], queryFn: ({ signal }) => get<ArchiveSummary>("summary", {}, signal) });
  return (
    <section className="page home">
      <h1>Desk</h1>
      {summary.data !== undefined && (
        <p className="lede">
          {summary.data.stories === 0
            ? "Nothing is on record yet. Drop a story below."
            : `${plural(summary.data.stories, "story", "stories")} and ${plural(summary.data.layers.statements ?? 0, "statement")} on record${
                summary.data.first === null || summary.data.last === null
                  ? ""
                  : `, published ${dateWords(summary.data.first)} to ${dateWords(summary.data.last)}`
              }.`}
        </p>
      )}
      <Intake />
      <div className="columns">
        <NewStories />
        <Ahead />
        {summary.data !== undefined && <Voices summary={summary.data} />}
      </div>
      {summary.error !== null && <Failure error={summary.error} again={() => void summary.refetch()} />}
    </section>
  );
}

interface Progress {
  readonly file: string;
  readonly news: readonly UploadNews[];
  readonly state: "reading" | "done" | "failed";
  readonly message?: string;
}

/** Files dropped, chosen or pasted, read one after another, each with what became of it. */
function Intake() {
  const client = useQueryClient();
  const [over, setOver] = useState(false);
  const [text, setText] = useState("");
  const [uploads, setUploads] = useState<readonly Progress[]>([]);
  const chooser = useRef<HTMLInputElement>(null);

  async function take(files: readonly { readonly name: string; readonly body: Blob | string }[]): Promise<void> {
    for (const { name, body } of files) {
      const patch = (change: (before: Progress) => Progress) =>
        setUploads((before) => before.map((one, i) => (i === before.length - 1 ? change(one) : one)));
      setUploads((before) => [...before, { file: name, news: [], state: "reading" }]);
      try {
        await upload(name, body, (news) => patch((one) => ({ ...one, news: [...one.news, news] })));
        patch((one) => ({ ...one, state: "done" }));
      } catch (error) {
        patch((one) => ({ ...one, state: "failed", message: error instanceof Refused ? error.message : String(error) }));
      }
      await client.invalidateQueries();
    }
  }

  return (
    <section
      className={`intake${over ? " over" : ""}`}
      aria-label="Add stories"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take([...event.dataTransfer.files].map((file) => ({ name: file.name, body: file })));
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === "") return;
          void take([{ name: "pasted text", body: text }]);
          setText("");
        }}
      >
        <label htmlFor="paste">Drop files here, or paste a story</label>
        <textarea id="paste" rows={3} value={text} onChange={({ target }) => setText(target.value)} placeholder="LUNDA, March 8 (AP) - …" />
        <div className="actions">
          <button type="submit" disabled={text.trim() === ""}>
            Read it
          </button>
          <button type="button" className="quiet" onClick={() => chooser.current?.click()}>
            Choose files
          </button>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            aria-label="Choose files"
            onChange={({ target }) => {
              void take([...(target.files ?? [])].map((file) => ({ name: file.name, body: file })));
              target.value = "";
            }}
          />
        </div>
      </form>
      {uploads.length > 0 && (
        <ul className="uploads" aria-live="polite">
          {uploads.map(({ file, news, state, message }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may be dropped twice, and none is ever moved
            <li key={i}>
              <strong>{file}</strong>{" "}
              {state === "reading" ? "being read …" : state === "failed" ? message : news.length === 0 ? "held no story" : ""}
              <ul>
                {news.map((one) =>
                  one.kind === "story" ? (
                    <li key={one.story}>
                      <Link href={storyPath(one.story)}>{one.headline ?? "A story without a headline"}</Link>{" "}
                      <small>{one.outcome.replaceAll("-", " ")}</small>
                    </li>
                  ) : (
                    <li key={one.message} className="problem">
                      {one.message}
                    </li>
                  ),
                )}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function NewStories() {
  const { data, error, isPending } = useQuery({ queryKey: ["new"], queryFn: ({ signal }) => list("stories", { limit: "8" }, signal) });
  return (
    <section>
      <h2>Newest stories</h2>
      {error !== null ? (
        <Failure error={error} />
      ) : isPending ? (
        <Waiting what="stories" />
      ) : (
        data.items.length === 0 && <Nothing>None yet.</Nothing>
      )}
      <ul className="plain">
        {data?.items.map((row) => (
          <li key={row.story}>
            <Link href={storyPath(row.story)}>{titleOf(row)}</Link>
            <small>{[creditOf(row), plural(row.counts.statements ?? 0, "statement")].filter((part) => part !== "").join(" · ")}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Meetings that stories announce, the nearest first. */
function Ahead() {
  const { data, error, isPending } = useQuery({
    queryKey: ["ahead"],
    queryFn: ({ signal }) => list("meetings", { status: "scheduled", limit: "200" }, signal),
  });
  const today = new Date().toISOString().slice(0, 10);
  const ahead = (data?.items ?? [])
    .flatMap((row) =>
      row.meeting.date !== null && row.meeting.date >= today.slice(0, row.meeting.date.length) ? [{ ...row, date: row.meeting.date }] : [],
    )
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, 8);
  return (
    <section>
      <h2>Ahead</h2>
      {error !== null ? (
        <Failure error={error} />
      ) : isPending ? (
        <Waiting what="meetings" />
      ) : (
        ahead.length === 0 && <Nothing>No meeting is announced.</Nothing>
      )}
      <ul className="plain">
        {ahead.map((row) => (
          <li key={`${row.story} ${row.meeting.id}`}>
            <Link href={storyPath(row.story, row.meeting.id)}>{wordsOf(row.meeting.anchor)}</Link>
            <small>
              {[dateWords(row.date), row.participants.map(({ name }) => name).join(", ")].filter((part) => part !== "").join(" · ")}
            </small>
          </li>
        ))}
      </ul>
      {data !== undefined && data.items.length > 0 && <Link href="/agenda?status=scheduled">The agenda</Link>}
    </section>
  );
}

function Voices({ summary }: { readonly summary: ArchiveSummary }) {
  return (
    <section>
      <h2>Most quoted</h2>
      <ul className="plain">
        {summary.speakers.slice(0, 8).map(({ name, statements, stories }) => (
          <li key={name}>
            <Link href={`/statements${queryOf({ by: `"${name}"` })}`}>{name}</Link>
            <small>
              {plural(statements, "statement")} in {plural(stories, "story", "stories")}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

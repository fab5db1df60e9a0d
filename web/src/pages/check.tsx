import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { Link } from "wouter";
import { type CheckResult, type FoundWords, get } from "../api.js";
import { Source } from "../parts/record-list.js";
import { Failure, Waiting } from "../parts/states.js";
import { storyPath, useFilters } from "../url.js";
import { dateWords, plural, speakerWords, wordsOf } from "../words.js";

/** Paste a quotation: is it on record, where, how altered, by whom, and in how many stories was looked. */
export function CheckPage() {
  const [filters, change] = useFilters();
  const { words = "", by = "" } = filters;
  const [typed, setTyped] = useState(words);
  const [name, setName] = useState(by);
  useEffect(() => {
    setTyped(words);
    setName(by);
  }, [words, by]);
  const { data, error, isFetching } = useQuery({
    queryKey: ["check", words, by],
    queryFn: ({ signal }) => get<CheckResult>("check", { words, by }, signal),
    enabled: words !== "",
  });
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    change({ words: typed.trim(), by: name.trim() });
  };
  return (
    <section className="page">
      <h1>Check</h1>
      <p className="lede">Paste a quotation and see where it stands, word by word.</p>
      <form className="check-box" onSubmit={ask}>
        <label htmlFor="check-words">Words</label>
        <textarea
          id="check-words"
          rows={3}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask(event);
          }}
        />
        <div className="actions">
          <label>
            Said to be by <input value={name} maxLength={300} onChange={({ target }) => setName(target.value)} />
          </label>
          <button type="submit" disabled={typed.trim() === ""}>
            Check
          </button>
        </div>
      </form>
      {error !== null ? (
        <Failure error={error} />
      ) : isFetching ? (
        <Waiting what="these words" />
      ) : (
        data !== undefined && <Answer result={data} by={by} />
      )}
    </section>
  );
}

function Answer({ result, by }: { readonly result: CheckResult; readonly by: string }) {
  const { verdict, exact, altered, suggestions, first } = result;
  return (
    <div aria-live="polite">
      <p className={`verdict verdict-${verdict.replace(" ", "-")}`}>
        <strong>{verdictWords(result, by)}</strong>
      </p>
      {first !== null && exact.length > 1 && (
        <p>
          First in <Link href={storyPath(first.story)}>{first.outlet ?? first.agency ?? "a story"}</Link>
          {first.published !== null && `, ${dateWords(first.published)}`}.
        </p>
      )}
      {exact.map((place) => (
        <Place key={`${place.story} ${place.words[0].start}`} place={place} />
      ))}
      {altered.length > 0 && (
        <>
          <h2>On record in other words</h2>
          <p className="legend">
            <span>
              <del>asked, not on record</del>
            </span>
            <span>
              <ins>on record, not asked</ins>
            </span>
          </p>
          {altered.map((place) => (
            <Place key={`${place.story} ${place.words[0].start}`} place={place} />
          ))}
        </>
      )}
      {suggestions.length > 0 && (
        <>
          <h2>Perhaps the same in other words</h2>
          <p className="lede">Only the rarer words are shared: read before you rely on it.</p>
          {suggestions.map((row) => (
            <div className="hit" key={`${row.story} ${row.id}`}>
              <p>
                <strong>{speakerWords(row.speaker)}</strong>: <span className="quoted">{wordsOf(row.content)}</span>
              </p>
              <Source row={row} at={row.id} />
            </div>
          ))}
        </>
      )}
      <p className="end">Looked in {lookedWords(result)}.</p>
    </div>
  );
}

function Place({ place }: { readonly place: FoundWords }) {
  const [innermost, ...outer] = place.statements;
  return (
    <div className="hit">
      <p className="quoted diff">
        {place.likeness === "same"
          ? wordsOf(place.words)
          : place.differences.map(({ kind, marked, words }, i) => {
              const Words = kind === "same" ? "span" : kind === "missing" ? "del" : "ins";
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a diff is never reordered
                <Words key={i}>{marked ? `(${words.join(" ")})` : words.join(" ")} </Words>
              );
            })}
      </p>
      {place.turns.map((turn) => (
        <p className="problem" key={turn}>
          A {turn} differs: read the whole sentence.
        </p>
      ))}
      <p>
        <strong>{innermost === undefined ? "The story itself" : speakerWords(innermost.speaker)}</strong>
        {innermost?.speaker.kind === "actor" && innermost.speaker.actor.role !== null && `, ${innermost.speaker.actor.role}`}
        {outer.map(({ id, speaker }) => (
          <span key={id}>, as told by {speakerWords(speaker)}</span>
        ))}
        {place.denied && <em> (denied)</em>}
      </p>
      <Source row={place} at={innermost?.id ?? ""} />
    </div>
  );
}

function verdictWords({ verdict, exact, altered }: CheckResult, by: string): string {
  const whose = by === "" ? "" : ` by “${by}”`;
  switch (verdict) {
    case "verbatim":
      return `On record in these words${whose}: ${plural(exact.length, "place")}`;
    case "altered":
      return `Not on record in these words${whose}, but nearly so`;
    case "quoted":
      return "On record only inside another’s words";
    case "another":
      return by === "" ? "On record for others" : `Not on record for “${by}”, but for others`;
    case "story":
      return exact.length + altered.length === 1
        ? "A story has these words, but no statement that was read holds them"
        : "Stories have these words, but no statement that was read holds them";
    case "denied":
      return "On record as denied, and only so";
    case "not found":
      return "Not found";
  }
}

/** What "not found" is worth. */
function lookedWords({ looked: { stories, first, last, outlets, moreOutlets } }: CheckResult): string {
  const dates =
    first === null || last === null ? "" : first === last ? ` of ${dateWords(first)}` : ` of ${dateWords(first)} to ${dateWords(last)}`;
  const named = outlets.map(({ name, stories: n }) => `${name} ${n}`).concat(moreOutlets > 0 ? [`${moreOutlets} more`] : []);
  return `${plural(stories, "story", "stories")}${dates}${named.length === 0 ? "" : ` (${named.join(", ")})`}`;
}

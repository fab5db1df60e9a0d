import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type Lists, list, queryOf } from "../api.js";
import { Source } from "../parts/record-list.js";
import { Failure, Nothing, Waiting } from "../parts/states.js";
import { storyPath, useFilters } from "../url.js";
import { creditOf, speakerWords, titleOf, wordsOf } from "../words.js";

/** One question to everything: what was said, who, and the stories. */
export function SearchPage() {
  const [{ q = "" }] = useFilters();
  if (q === "") return <Nothing>Type what you look for in the box above.</Nothing>;
  return (
    <section className="page">
      <h1>
        Search: <span className="quoted">{q}</span>
      </h1>
      <Hits q={q} name="statements" heading="Said" filters={{ about: q }} all={`/statements${queryOf({ about: q })}`}>
        {(row) => (
          <div className="hit" key={`${row.story} ${row.id}`}>
            <p>
              <strong>{speakerWords(row.speaker)}</strong>: <span className="quoted">{wordsOf(row.content)}</span>
            </p>
            <Source row={row} at={row.id} />
          </div>
        )}
      </Hits>
      <Hits q={q} name="actors" heading="Who" filters={{ name: q }} all={`/actors${queryOf({ name: q })}`}>
        {(row) => (
          <div className="hit" key={`${row.story} ${row.id}`}>
            <p>
              <strong>{row.name}</strong> {row.role}
            </p>
            <Source row={row} at={row.id} />
          </div>
        )}
      </Hits>
      <Hits q={q} name="stories" heading="Stories" filters={{ words: q }}>
        {(row) => (
          <div className="hit" key={row.story}>
            <Link href={storyPath(row.story)}>{titleOf(row)}</Link>
            <small>{creditOf(row)}</small>
          </div>
        )}
      </Hits>
    </section>
  );
}

interface HitsProps<Name extends keyof Lists> {
  readonly q: string;
  readonly name: Name;
  readonly heading: string;
  readonly filters: Readonly<Record<string, string>>;
  /** Page with all of them. */
  readonly all?: string;
  readonly children: (row: Lists[Name]) => ReactNode;
}

function Hits<Name extends keyof Lists>({ q, name, heading, filters, all, children }: HitsProps<Name>) {
  const { data, error, isPending } = useQuery({
    queryKey: ["search", name, q],
    queryFn: ({ signal }) => list(name, { ...filters, limit: "8" }, signal),
  });
  return (
    <section className="hits">
      <h2>{heading}</h2>
      {error !== null ? (
        <Failure error={error} />
      ) : isPending ? (
        <Waiting what={name} />
      ) : data.items.length === 0 ? (
        <Nothing>None.</Nothing>
      ) : (
        data.items.map(children)
      )}
      {all !== undefined && data?.next != null && <Link href={all}>All of them</Link>}
    </section>
  );
}

import { useQuery } from "@tanstack/react-query";
import { type Filters, get, type StatementFacets } from "../api.js";
import { useFilters } from "../url.js";
import { plural } from "../words.js";

/** The facets of a list of statements, each with the filter that it sets and how its value is asked for. */
const FACETS: readonly {
  readonly facet: Exclude<keyof StatementFacets, "statements">;
  readonly heading: string;
  readonly filter: string;
  readonly ask: (value: string) => string;
}[] = [
  { facet: "speakers", heading: "Speaker", filter: "by", ask: (name) => `"${name.replaceAll('"', "")}"` },
  { facet: "sources", heading: "Source", filter: "source", ask: (value) => value },
  { facet: "modes", heading: "Words given", filter: "mode", ask: (value) => value },
  { facet: "classes", heading: "Kind", filter: "class", ask: (value) => value },
  { facet: "outlets", heading: "Outlet", filter: "outlet", ask: (value) => value },
];

/** By what the statements that fit can be narrowed further, with counts over all of them; a value that is set can be let go. */
export function Facets({ filters }: { readonly filters: Filters }) {
  const [, change] = useFilters();
  const { data } = useQuery({
    queryKey: ["facets", filters],
    queryFn: ({ signal }) => get<StatementFacets>("statements/facets", filters, signal),
    placeholderData: (before) => before,
  });
  if (data === undefined) return <aside className="facets" aria-label="Narrow down" />;
  return (
    <aside className="facets" aria-label="Narrow down">
      <p role="status">{plural(data.statements, "statement")}</p>
      {FACETS.map(({ facet, heading, filter, ask }) => (
        <section key={facet}>
          <h2>{heading}</h2>
          <ul>
            {data[facet].map(({ value, statements }) => {
              const set = filters[filter] === ask(value);
              return (
                <li key={value}>
                  <button type="button" aria-pressed={set} onClick={() => change({ [filter]: set ? undefined : ask(value) })}>
                    <span>{value}</span> <small>{statements.toLocaleString("en-US")}</small>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </aside>
  );
}

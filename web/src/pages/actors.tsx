import { Link } from "wouter";
import { queryOf } from "../api.js";
import { FilterBar, SCOPE } from "../parts/filters.js";
import { RecordList, Source } from "../parts/record-list.js";
import { useFilters } from "../url.js";
import { plural } from "../words.js";

export function ActorsPage() {
  const [filters] = useFilters();
  return (
    <section className="page">
      <h1>Actors</h1>
      <p className="lede">Persons, states, organizations and groups, as each story shows them.</p>
      <FilterBar
        fields={[
          { name: "name", label: "Name or role" },
          { name: "kind", label: "Kind", choices: ["person", "state", "organization", "group"] },
          { name: "country", label: "Country (ABC)" },
          ...SCOPE,
        ]}
      />
      <RecordList
        name="actors"
        what="actors"
        filters={filters}
        keyOf={({ id, story }) => `${story} ${id}`}
        columns={[
          {
            head: "Actor",
            className: "who",
            cell: ({ name, role, affiliation }) => (
              <>
                <strong>{name}</strong>
                <small>{[role, affiliation && `speaks for ${affiliation}`].filter(Boolean).join(" · ")}</small>
              </>
            ),
          },
          { head: "Kind", cell: ({ kind, country }) => [kind, country].filter((part) => part !== null).join(" · ") },
          {
            head: "On record",
            cell: ({ name, statements, mentions }) => (
              <>
                {statements > 0 ? <Link href={`/statements${queryOf({ by: `"${name}"` })}`}>{plural(statements, "statement")}</Link> : "–"}
                <small>{plural(mentions.length, "mention")}</small>
              </>
            ),
          },
          { head: "Story", className: "where", cell: (row) => <Source row={row} at={row.id} /> },
        ]}
      />
    </section>
  );
}

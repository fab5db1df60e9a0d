import { EVENT_TYPES, STATUSES } from "../choices.js";
import { FilterBar, SCOPE } from "../parts/filters.js";
import { RecordList, Source } from "../parts/record-list.js";
import { useFilters } from "../url.js";
import { dateWords, wordsOf } from "../words.js";

const names = (actors: readonly { readonly name: string }[]) =>
  actors.length === 0 ? <span className="unnamed">–</span> : actors.map(({ name }) => name).join(", ");

export function EventsPage() {
  const [filters] = useFilters();
  return (
    <section className="page">
      <h1>Events</h1>
      <p className="lede">Who did what to whom, and whether it happened, is planned, or is only alleged.</p>
      <FilterBar
        fields={[
          { name: "by", label: "Who acts" },
          { name: "about", label: "At whom" },
          { name: "type", label: "Type", choices: EVENT_TYPES },
          { name: "status", label: "Status", choices: STATUSES },
          ...SCOPE,
        ]}
      />
      <RecordList
        name="events"
        what="events"
        filters={filters}
        keyOf={({ event, story }) => `${story} ${event.id}`}
        columns={[
          { head: "Who", className: "who", cell: ({ actors }) => names(actors) },
          {
            head: "Does what",
            className: "words",
            cell: ({ event }) => (
              <>
                <strong>{event.type.toLowerCase()}</strong> “{wordsOf(event.anchor)}”
                <small>{[event.date && dateWords(event.date), event.place && wordsOf(event.place)].filter(Boolean).join(" · ")}</small>
              </>
            ),
          },
          { head: "To whom", className: "who", cell: ({ recipients }) => names(recipients) },
          { head: "Status", cell: ({ event }) => <span className={`status status-${event.status}`}>{event.status}</span> },
          { head: "Story", className: "where", cell: (row) => <Source row={row} at={row.event.id} /> },
        ]}
      />
    </section>
  );
}

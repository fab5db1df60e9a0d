import { FilterBar, SCOPE } from "../parts/filters.js";
import { RecordList, Source } from "../parts/record-list.js";
import { useFilters } from "../url.js";
import { dateWords, wordsOf } from "../words.js";

export function AgendaPage() {
  const [filters] = useFilters();
  return (
    <section className="page">
      <h1>Agenda</h1>
      <p className="lede">Meetings past and to come, as each story tells of them.</p>
      <FilterBar
        fields={[
          { name: "by", label: "Who takes part" },
          { name: "about", label: "About" },
          { name: "status", label: "Status", choices: ["held", "ongoing", "scheduled", "proposed", "cancelled"] },
          { name: "date", label: "Date begins" },
          ...SCOPE,
        ]}
      />
      <RecordList
        name="meetings"
        what="meetings"
        filters={filters}
        keyOf={({ meeting, story }) => `${story} ${meeting.id}`}
        columns={[
          {
            head: "When",
            className: "amount",
            cell: ({ meeting }) => (meeting.date === null ? <span className="unnamed">not dated</span> : dateWords(meeting.date)),
          },
          { head: "Status", cell: ({ meeting }) => <span className={`status status-${meeting.status}`}>{meeting.status}</span> },
          {
            head: "Meeting",
            className: "words",
            cell: ({ meeting, participants }) => (
              <>
                {wordsOf(meeting.anchor)}
                <small>
                  {[participants.map(({ name }) => name).join(", "), meeting.place && wordsOf(meeting.place)].filter(Boolean).join(" · ")}
                </small>
              </>
            ),
          },
          { head: "Story", className: "where", cell: (row) => <Source row={row} at={row.meeting.id} /> },
        ]}
      />
    </section>
  );
}

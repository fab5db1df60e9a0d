import { Facets } from "../parts/facets.js";
import { FilterBar, SCOPE } from "../parts/filters.js";
import { RecordList, Source } from "../parts/record-list.js";
import { useFilters } from "../url.js";
import { dateWords, speakerWords, UNSURE, wordsOf } from "../words.js";

export function StatementsPage() {
  const [filters] = useFilters();
  return (
    <section className="page">
      <h1>Statements</h1>
      <p className="lede">Who said what, in the exact words, the newest story first.</p>
      <FilterBar fields={[{ name: "by", label: "Speaker" }, { name: "about", label: "About" }, ...SCOPE]} />
      <div className="faceted">
        <Facets filters={filters} />
        <div>
          <RecordList
            name="statements"
            what="statements"
            filters={filters}
            keyOf={({ id, story }) => `${story} ${id}`}
            columns={[
              {
                head: "Speaker",
                className: "who",
                cell: ({ speaker, cue }) => (
                  <>
                    <strong className={speaker.kind === "actor" ? undefined : "unnamed"}>{speakerWords(speaker)}</strong>
                    {speaker.kind === "actor" && speaker.actor.role !== null && <small>{speaker.actor.role}</small>}
                    {cue !== null && <em>{wordsOf(cue)}</em>}
                  </>
                ),
              },
              {
                head: "Words",
                className: "words",
                cell: ({ content, mode, class: kind, denied, confidence, date }) => (
                  <>
                    <span className="quoted">{wordsOf(content)}</span>
                    <small>
                      {[
                        mode,
                        kind === "attitude" ? "attitude" : null,
                        denied ? "denied" : null,
                        date && `said ${dateWords(date)}`,
                        confidence < UNSURE ? "unsure" : null,
                      ]
                        .filter((part) => part !== null)
                        .join(" · ")}
                    </small>
                  </>
                ),
              },
              { head: "Story", className: "where", cell: (row) => <Source row={row} at={row.id} /> },
            ]}
          />
        </div>
      </div>
    </section>
  );
}

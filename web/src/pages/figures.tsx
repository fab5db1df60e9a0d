import { FilterBar, SCOPE } from "../parts/filters.js";
import { RecordList, Source } from "../parts/record-list.js";
import { useFilters } from "../url.js";
import { dateWords, figureWords, wordsOf } from "../words.js";

export function FiguresPage() {
  const [filters] = useFilters();
  return (
    <section className="page">
      <h1>Figures</h1>
      <p className="lede">How many, and by whose account.</p>
      <FilterBar
        fields={[
          { name: "about", label: "Of what" },
          { name: "by", label: "By whose account" },
          { name: "of", label: "Of whom" },
          ...SCOPE,
        ]}
      />
      <RecordList
        name="figures"
        what="figures"
        filters={filters}
        keyOf={({ figure, story }) => `${story} ${figure.id}`}
        columns={[
          { head: "Figure", className: "amount", cell: ({ figure }) => <strong>{figureWords(figure)}</strong> },
          {
            head: "Of what",
            className: "words",
            cell: ({ figure, of }) => (
              <>
                {figure.unit}
                <small>
                  {[of && `of ${of.name}`, figure.place && wordsOf(figure.place), figure.asOf && `as of ${dateWords(figure.asOf)}`]
                    .filter((part) => part !== null)
                    .join(" · ")}
                </small>
              </>
            ),
          },
          {
            head: "By whose account",
            className: "who",
            cell: ({ by }) => (by === null ? <span className="unnamed">the story’s own</span> : by.name),
          },
          { head: "Story", className: "where", cell: (row) => <Source row={row} at={row.figure.id} /> },
        ]}
      />
    </section>
  );
}

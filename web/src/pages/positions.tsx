import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { list, type PositionRow } from "../api.js";
import { FilterBar, SCOPE } from "../parts/filters.js";
import { Source } from "../parts/record-list.js";
import { Failure, Nothing, Waiting } from "../parts/states.js";
import { useFilters } from "../url.js";
import { dateWords, plural, STANCE_WORDS, wordsOf } from "../words.js";

const STANCES = Object.keys(STANCE_WORDS);
/** As many as the matrix is made of; the filters narrow it. */
const MOST = 1000;
const ROWS = 40;
const COLUMNS = 12;

interface Cell {
  /** Newest first. */
  readonly trail: readonly PositionRow[];
}

/** Actor × issue: each cell the newest stance, and behind it the trail of all, each with its words. */
export function PositionsPage() {
  const [filters, change] = useFilters();
  const { cell, ...asked } = filters;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["positions", asked],
    queryFn: ({ signal }) => list("positions", { ...asked, limit: String(MOST) }, signal),
  });
  const matrix = useMemo(() => matrixOf(data?.items ?? []), [data]);
  const [chosenHolder, chosenIssue] = (cell ?? "").split("|");
  const chosen = matrix.cells.get(chosenHolder)?.get(chosenIssue);
  return (
    <section className="page">
      <h1>Positions</h1>
      <p className="lede">Who demands, rejects, offers or threatens what. Each cell is the newest stance; open it for its trail.</p>
      <FilterBar
        fields={[
          { name: "by", label: "Who" },
          { name: "about", label: "Issue" },
          { name: "stance", label: "Stance", choices: STANCES },
          { name: "toward", label: "Toward" },
          ...SCOPE,
        ]}
      />
      {error !== null ? (
        <Failure error={error} again={() => void refetch()} />
      ) : isPending ? (
        <Waiting what="positions" />
      ) : matrix.issues.length === 0 ? (
        <Nothing>No positions that fit.</Nothing>
      ) : (
        <>
          {chosen !== undefined && <Trail holder={chosenHolder} trail={chosen.trail} onClose={() => change({ cell: undefined })} />}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
          <section className="matrix" tabIndex={0} aria-label="Positions by actor and issue">
            <table>
              <thead>
                <tr>
                  <th scope="col">Issue</th>
                  {matrix.holders.map((holder) => (
                    <th key={holder} scope="col">
                      {holder}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {matrix.issues.slice(0, ROWS).map(({ key, words }) => (
                  <tr key={key}>
                    <th scope="row">{words}</th>
                    {matrix.holders.map((holder) => {
                      const here = matrix.cells.get(holder)?.get(key);
                      return (
                        <td key={holder}>
                          {here !== undefined && (
                            <button
                              type="button"
                              className={`stance stance-${here.trail[0].position.stance}`}
                              onClick={() => change({ cell: `${holder}|${key}` })}
                            >
                              {STANCE_WORDS[here.trail[0].position.stance]}
                              {here.trail.length > 1 && <small> {here.trail.length}</small>}
                            </button>
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p className="end">
            {plural(data.items.length, "position")} on {plural(matrix.issues.length, "issue")}
            {matrix.issues.length > ROWS && `; the ${ROWS} that most take a stand on are shown`}
            {data.next !== null && `; only the newest ${MOST} were looked at: narrow the filters`}
          </p>
        </>
      )}
    </section>
  );
}

function Trail({
  holder,
  trail,
  onClose,
}: {
  readonly holder: string;
  readonly trail: readonly PositionRow[];
  readonly onClose: () => void;
}) {
  return (
    <section className="trail" aria-live="polite" aria-label="Trail">
      <header>
        <h2>{holder}</h2>
        <button type="button" className="icon" aria-label="Close" onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <ol>
        {trail.map((row) => (
          <li key={`${row.story} ${row.position.id}`}>
            <p>
              {row.published !== null && <time dateTime={row.published}>{dateWords(row.published)}</time>}{" "}
              <strong>{STANCE_WORDS[row.position.stance]}</strong> {wordsOf(row.position.anchor)}
              {row.toward !== null && ` (toward ${row.toward.name})`}
              {row.position.condition !== null && <em> {wordsOf(row.position.condition)}</em>}
            </p>
            <Source row={row} at={row.position.id} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Holders and issues, those with the most positions first. Rows come newest first, and so do trails. */
function matrixOf(rows: readonly PositionRow[]) {
  const cells = new Map<string, Map<string, Cell>>();
  const issues = new Map<string, { readonly key: string; readonly words: string; count: number }>();
  const holders = new Map<string, number>();
  for (const row of rows) {
    const holder = row.holder.name;
    const key = row.position.issueKey;
    const ofHolder = cells.get(holder) ?? new Map<string, Cell>();
    cells.set(holder, ofHolder.set(key, { trail: [...(ofHolder.get(key)?.trail ?? []), row] }));
    const issue = issues.get(key) ?? { key, words: wordsOf(row.position.anchor), count: 0 };
    issue.count++;
    issues.set(key, issue);
    holders.set(holder, (holders.get(holder) ?? 0) + 1);
  }
  const shown = [...holders]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([name]) => name)
    .slice(0, COLUMNS);
  // An issue on which none of those shown takes a stand would be an empty row.
  const isShown = ({ key }: { readonly key: string }): boolean => shown.some((holder) => cells.get(holder)?.has(key));
  return { cells, holders: shown, issues: [...issues.values()].filter(isShown).sort((a, b) => b.count - a.count) };
}

import { useQuery } from "@tanstack/react-query";
import { type PointerEvent, useMemo, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { list } from "../api.js";
import { FilterBar, SCOPE } from "../parts/filters.js";
import { Failure, Nothing, Waiting } from "../parts/states.js";
import { type Dated, datedOf, dateOf, dayOf, type Lane, lanesOf, ticksOf, windowOf } from "../timeline/lanes.js";
import { storyPath, useFilters } from "../url.js";
import { dateWords, plural } from "../words.js";

const MOST = "1000";
const LANES = 10;

/** Events, statements and meetings on lanes by actor; the table below holds the same. */
export function TimelinePage() {
  const [filters, change] = useFilters();
  const { from, to, ...asked } = filters;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["timeline", asked],
    queryFn: async ({ signal }) => {
      const query = { ...asked, limit: MOST };
      const [events, meetings, statements] = await Promise.all([
        list("events", query, signal),
        list("meetings", query, signal),
        list("statements", query, signal),
      ]);
      return {
        dated: datedOf(events.items, meetings.items, statements.items),
        complete: [events, meetings, statements].every(({ next }) => next === null),
      };
    },
  });
  const lanes = useMemo(() => lanesOf(data?.dated ?? [], LANES), [data]);
  const whole = useMemo(() => windowOf(data?.dated ?? []), [data]);
  const first = (from === undefined ? null : dayOf(from)) ?? whole[0];
  const last = Math.max((to === undefined ? null : dayOf(to)) ?? whole[1], first + 1);
  const seen = (data?.dated ?? []).filter(({ day }) => day >= first && day <= last).sort((a, b) => a.day - b.day);
  const zoom = (a: number, b: number): void => change({ from: dateOf(Math.floor(a)), to: dateOf(Math.ceil(b)) });
  const around = (factor: number): void => {
    const middle = (first + last) / 2;
    const half = Math.max(((last - first) / 2) * factor, 0.5);
    zoom(middle - half, middle + half);
  };
  return (
    <section className="page">
      <h1>Timeline</h1>
      <p className="lede">
        What happened, was said and is to come, by when it is about. Hollow marks are no facts: planned, alleged, denied.
      </p>
      <FilterBar fields={[{ name: "by", label: "Who" }, { name: "words", label: "Words of the story" }, ...SCOPE]} />
      {error !== null ? (
        <Failure error={error} again={() => void refetch()} />
      ) : isPending ? (
        <Waiting what="what is dated" />
      ) : data.dated.length === 0 ? (
        <Nothing>Nothing that fits has a date.</Nothing>
      ) : (
        <>
          <fieldset className="actions">
            <legend className="unseen">Zoom</legend>
            <button type="button" className="quiet" onClick={() => around(0.5)}>
              Closer
            </button>
            <button type="button" className="quiet" onClick={() => around(2)}>
              Farther
            </button>
            <button type="button" className="quiet" onClick={() => change({ from: undefined, to: undefined })}>
              All
            </button>
            <span>
              {dateWords(dateOf(first))} to {dateWords(dateOf(last))}
            </span>
          </fieldset>
          <Lanes lanes={lanes} from={first} to={last} onZoom={zoom} />
          <Twin dated={seen} complete={data.complete} />
        </>
      )}
    </section>
  );
}

const WIDTH = 1000;
const LANE = 34;
const LABEL = 190;

const x = (day: number, from: number, to: number): number => LABEL + ((day - from) / (to - from)) * (WIDTH - LABEL - 16);

function Lanes({
  lanes,
  from,
  to,
  onZoom,
}: {
  lanes: readonly Lane[];
  from: number;
  to: number;
  onZoom: (from: number, to: number) => void;
}) {
  const picture = useRef<SVGSVGElement>(null);
  const [brush, setBrush] = useState<readonly [number, number] | null>(null);
  const [, navigate] = useLocation();
  const height = lanes.length * LANE + 34;
  const today = Date.now() / 86_400_000;
  const dayAt = ({ clientX }: PointerEvent): number => {
    const box = (picture.current as SVGSVGElement).getBoundingClientRect();
    const at = ((clientX - box.left) / box.width) * WIDTH;
    return from + ((Math.max(at, LABEL) - LABEL) / (WIDTH - LABEL - 16)) * (to - from);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="lanes" tabIndex={0} aria-label="Lanes">
      <svg
        ref={picture}
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label="Timeline by actor; the table below holds the same"
        onPointerDown={(event) => {
          if ((event.target as Element).closest("[data-item]") !== null) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setBrush([dayAt(event), dayAt(event)]);
        }}
        onPointerMove={(event) => brush !== null && setBrush([brush[0], dayAt(event)])}
        onPointerUp={() => {
          if (brush !== null && Math.abs(brush[1] - brush[0]) > (to - from) / 100) onZoom(Math.min(...brush), Math.max(...brush));
          setBrush(null);
        }}
      >
        {ticksOf(from, to, 7).map(({ day, date }) => (
          <g key={day} className="tick">
            <line x1={x(day, from, to)} x2={x(day, from, to)} y1={0} y2={height - 26} />
            <text x={x(day, from, to)} y={height - 9}>
              {dateWords(date)}
            </text>
          </g>
        ))}
        {today > from && today < to && <line className="today" x1={x(today, from, to)} x2={x(today, from, to)} y1={0} y2={height - 26} />}
        {lanes.map(({ actor, items }, lane) => (
          <g key={actor} transform={`translate(0 ${lane * LANE})`}>
            <line className="lane" x1={LABEL} x2={WIDTH} y1={LANE / 2} y2={LANE / 2} />
            <text className="lane-name" x={0} y={LANE / 2 + 5}>
              {actor.length > 24 ? `${actor.slice(0, 23)}…` : actor}
            </text>
            {items
              .filter(({ day }) => day >= from && day <= to)
              .map((item) => (
                <Mark key={item.key} item={item} x={x(item.day, from, to)} onOpen={() => navigate(storyPath(item.story, item.at))} />
              ))}
          </g>
        ))}
        {brush !== null && (
          <rect
            className="brush"
            x={x(Math.min(...brush), from, to)}
            width={Math.abs(x(brush[1], from, to) - x(brush[0], from, to))}
            y={0}
            height={height - 26}
          />
        )}
      </svg>
      <p className="legend" aria-hidden="true">
        <span>● event</span> <span>■ meeting</span> <span>▲ statement</span> <span>○ no fact</span>
      </p>
    </section>
  );
}

/** Shape tells the kind and filling whether it is a fact: nothing by colour alone. */
function Mark({ item, x: at, onOpen }: { readonly item: Dated; readonly x: number; readonly onOpen: () => void }) {
  const y = LANE / 2;
  const shapes = {
    event: <circle cx={at} cy={y} r={6} />,
    meeting: <rect x={at - 5.5} y={y - 5.5} width={11} height={11} />,
    statement: <path d={`M${at} ${y - 7}l6.5 12h-13z`} />,
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table below has a link for each
    <g data-item="" className={`item item-${item.kind}${item.hollow ? " hollow" : ""}`} onClick={onOpen}>
      <title>{`${dateWords(item.date)} · ${item.words} (${item.status})`}</title>
      {shapes[item.kind]}
    </g>
  );
}

function Twin({ dated, complete }: { readonly dated: readonly Dated[]; readonly complete: boolean }) {
  return (
    <>
      <table className="records">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {dated.slice(0, 500).map((one) => (
            <tr key={one.key}>
              <td data-head="When">{dateWords(one.date)}</td>
              <td data-head="What" className="words">
                <Link href={storyPath(one.story, one.at)}>{one.words}</Link>
              </td>
              <td data-head="Who">{one.actors.join(", ")}</td>
              <td data-head="Status">
                {one.kind}, {one.status}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="end">
        {plural(dated.length, "thing")} with a date here
        {dated.length > 500 && "; the first 500 are listed"}
        {!complete && `; only the newest ${MOST} of each kind were looked at: narrow the filters`}
      </p>
    </>
  );
}

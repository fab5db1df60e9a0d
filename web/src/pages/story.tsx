import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useParams } from "wouter";
import { get, type StoredStory } from "../api.js";
import { useKeys } from "../parts/keys.js";
import { Failure, Waiting } from "../parts/states.js";
import { Card, citedOf } from "../story/card.js";
import { CITATIONS } from "../story/cite.js";
import { type Decided, Undo } from "../story/decide.js";
import { type Entry, entriesOf, LAYERS, type LayerName, SHOWN_FIRST } from "../story/layers.js";
import { tell } from "../story/tell.js";
import { StoryText } from "../story/text.js";
import { useFilters } from "../url.js";
import { dateWords, oneLine, plural } from "../words.js";

/** A story to be read, with its record laid over it: layers that can be switched, a card beside, and keys to walk from one to the next. */
export function StoryPage() {
  const { story: reference = "" } = useParams<{ story: string }>();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["story", reference],
    queryFn: ({ signal }) => get<StoredStory>(`stories/${encodeURIComponent(reference)}`, {}, signal),
  });
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (isPending) return <Waiting what="the story" />;
  return <Reading key={data.story.id} {...data} />;
}

function Reading({ story, record, versions, decisions }: StoredStory) {
  const [decided, setDecided] = useState<Decided | null>(null);
  const [{ at, layers }, change] = useFilters();
  const shown = useMemo(() => (layers === undefined ? SHOWN_FIRST : (layers.split("-") as LayerName[])), [layers]);
  const all = useMemo(() => entriesOf(record), [record]);
  const asked = all.find(({ id }) => id === at);
  // A link to words of a hidden layer shows them all the same.
  const visible = useMemo(() => all.filter(({ layer, id }) => shown.includes(layer) || id === at), [all, shown, at]);

  const choose = useCallback((id: string | undefined) => change({ at: id }), [change]);
  const step = useCallback(
    (by: 1 | -1) => {
      const here = visible.findIndex(({ id }) => id === at);
      const next = visible[here < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(Math.max(here + by, 0), visible.length - 1)];
      if (next !== undefined) choose(next.id);
    },
    [visible, at, choose],
  );
  const toggle = useCallback(
    (name: LayerName) => {
      const kept = LAYERS.map((layer) => layer.name).filter((one) => (one === name) !== shown.includes(one));
      change({ layers: kept.length === 0 ? "none" : kept.join("-") });
    },
    [shown, change],
  );
  const keys = useMemo(() => {
    const on = (): void => step(1);
    const back = (): void => step(-1);
    const release = (): void => choose(undefined);
    const copy = (): void => void (asked && navigator.clipboard.writeText(CITATIONS[0].write(citedOf(story, asked))));
    const toggles = Object.fromEntries(LAYERS.map(({ name }, i) => [String(i + 1), () => toggle(name)]));
    return { j: on, ArrowDown: on, k: back, ArrowUp: back, Escape: release, c: copy, ...toggles };
  }, [step, choose, toggle, asked, story]);
  useKeys(keys);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen is brought into view when it changes, not at each drawing
  useEffect(() => {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    document.getElementById("chosen")?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }, [at]);
  useEffect(() => {
    document.title = `${oneLine(story.headline ?? "A story")} – onrecord`;
  }, [story]);

  // The same words again: the next of the annotations that hold there.
  const chooseAmong = (ids: readonly string[]): void => choose(ids[(ids.indexOf(at ?? "") + 1) % ids.length]);

  return (
    <div className="reading">
      <aside className="layers" aria-label="Layers">
        <h2>Layers</h2>
        <ul>
          {LAYERS.map(({ name, sign }, i) => (
            <li key={name}>
              <button
                type="button"
                aria-pressed={shown.includes(name)}
                className={`tag tag-${name}`}
                title={`Key ${i + 1}`}
                onClick={() => toggle(name)}
              >
                <span aria-hidden="true">{sign}</span> {name} <small>{all.filter(({ layer }) => layer === name).length}</small>
              </button>
            </li>
          ))}
        </ul>
        <Credit story={story} versions={versions} />
      </aside>
      <StoryText story={story} entries={visible} chosen={at ?? null} onChoose={chooseAmong} />
      <aside className="beside" aria-label="Record">
        {decided !== null && <Undo decided={decided} onUndone={() => setDecided(null)} />}
        {asked !== undefined && (
          <Card
            story={story}
            record={record}
            entry={asked}
            decisions={decisions}
            onDecided={setDecided}
            onClose={() => choose(undefined)}
          />
        )}
        <Contents record={record} entries={visible} chosen={at} onChoose={choose} />
        <Missed record={record} />
      </aside>
    </div>
  );
}

function Credit({ story, versions }: Pick<StoredStory, "story" | "versions">) {
  return (
    <dl className="credit">
      {[
        ["Outlet", story.outlet],
        ["Agency", story.agency],
        ["Published", story.published && dateWords(story.published.value)],
        ["By", story.bylines.join(", ")],
      ].map(([label, text]) =>
        text ? (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ) : null,
      )}
      {versions.map(({ story: other, relation }) => (
        <div key={other}>
          <dt>{relation} version</dt>
          <dd>
            <a href={`/story/${other.replace("story_", "")}`}>{other.replace("story_", "").slice(0, 8)}</a>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The record as a list, in the order of the text: the same for one who cannot see the marks. */
function Contents({
  record,
  entries,
  chosen,
  onChoose,
}: {
  readonly record: StoredStory["record"];
  readonly entries: readonly Entry[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <details className="contents" open>
      <summary>
        <h2>On record</h2> <small>{plural(entries.length, "entry", "entries")}</small>
      </summary>
      <ol>
        {entries.slice(0, 500).map(({ id, layer }) => (
          <li key={id}>
            <button type="button" aria-current={id === chosen ? "true" : undefined} onClick={() => onChoose(id)}>
              <span className={`tag tag-${layer}`}>{LAYERS.find(({ name }) => name === layer)?.one}</span> {tell(record, layer, id)?.title}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What may have been missed: sentences that promised a record and gave none. */
function Missed({ record }: Pick<StoredStory, "record">) {
  if (record.unread.length === 0) return null;
  return (
    <details className="missed">
      <summary>
        <h2>May have been missed</h2> <small>{plural(record.unread.length, "sentence")}</small>
      </summary>
      <ul>
        {record.unread.map(({ sentence, reason }) => (
          <li key={sentence.start}>
            <q>{oneLine(sentence.exact)}</q> <small>{reason}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

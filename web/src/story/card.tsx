import { useState } from "react";
import type { Story, StoryRecord } from "../../../src/model/index.js";
import type { StoredStory } from "../api.js";
import { dateWords, oneLine, UNSURE } from "../words.js";
import { CITATIONS } from "./cite.js";
import { Decide, type Decided } from "./decide.js";
import { type Entry, LAYERS } from "./layers.js";
import { tell } from "./tell.js";

interface Props {
  readonly story: Story;
  readonly record: StoryRecord;
  readonly entry: Entry;
  readonly decisions: StoredStory["decisions"];
  readonly onDecided: (decided: Decided) => void;
  readonly onClose: () => void;
}

/** What is on record at the chosen words: in words, with its evidence, its cautions, how sure it is and how it was decided. */
export function Card({ story, record, entry, decisions, onDecided, onClose }: Props) {
  const told = tell(record, entry.layer, entry.id);
  if (told === null) return null;
  const layer = LAYERS.find(({ name }) => name === entry.layer);
  return (
    <section className={`card card-${entry.layer}`} aria-live="polite" aria-label="What is chosen">
      <header>
        <span className={`tag tag-${entry.layer}`}>
          <span aria-hidden="true">{layer?.sign}</span> {layer?.one}
        </span>
        <button type="button" className="icon" aria-label="Close" title="Close (Esc)" onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <p className="card-title">{told.title}</p>
      {told.cautions.length > 0 && (
        <ul className="cautions" aria-label="Cautions">
          {told.cautions.map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      )}
      <dl>
        {told.facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>how sure</dt>
          <dd>
            {told.confidence.toFixed(2)}
            {told.confidence < UNSURE && " – unsure"}
          </dd>
        </div>
        <div>
          <dt>decided by</dt>
          <dd>
            <code>{told.rule}</code>
          </dd>
        </div>
      </dl>
      <Decisions decisions={decisions.filter(({ annotation }) => annotation === entry.id)} />
      <Decide key={entry.id} annotation={entry.id} onDecided={onDecided} />
      <Copies story={story} entry={entry} />
    </section>
  );
}

/** What persons have decided of it so far. */
function Decisions({ decisions }: Pick<StoredStory, "decisions">) {
  if (decisions.length === 0) return null;
  return (
    <ul className="decisions" aria-label="Decisions">
      {decisions.map(({ correction: { id, decision, author, at, note } }) => (
        <li key={id}>
          <strong>{decision}</strong>, {author}, {dateWords(at)}
          {note !== null && <q>{note}</q>}
        </li>
      ))}
    </ul>
  );
}

function Copies({ story, entry }: { readonly story: Story; readonly entry: Entry }) {
  const [copied, setCopied] = useState("");
  return (
    <div className="copies">
      <fieldset>
        <legend>Copy citation</legend>
        {CITATIONS.map(({ name, write }) => (
          <button
            key={name}
            type="button"
            className="quiet"
            onClick={() => void navigator.clipboard.writeText(write(citedOf(story, entry))).then(() => setCopied(name))}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <span role="status">{copied === "" ? "" : `Copied as ${copied}`}</span>
    </div>
  );
}

/** The words of an entry with the address that leads back to them. */
export function citedOf(story: Story, { spans }: Entry) {
  const words = oneLine(spans.map(({ start, end }) => story.text.slice(start, end)).join(" … "));
  return { story, words, link: location.href };
}

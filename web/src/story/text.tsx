import { memo, type ReactNode, useMemo, useState } from "react";
import type { Region, Story } from "../../../src/model/index.js";
import type { Entry } from "./layers.js";
import { segmentsOf } from "./segments.js";

/** Paragraphs that are drawn at once: a story of a hundred pages must not keep its first from showing. */
const DRAWN = 250;

interface Props {
  readonly story: Story;
  /** Annotations of the layers that are shown. */
  readonly entries: readonly Entry[];
  readonly chosen: string | null;
  readonly onChoose: (ids: readonly string[]) => void;
}

/** The text of a story, nothing left out: every character outside of its regions is white space or furniture and stands between them. */
export function StoryText({ story, entries, chosen, onChoose }: Props) {
  const blocks = useMemo(() => blocksOf(story), [story]);
  const [drawn, setDrawn] = useState(DRAWN);
  const needed = chosen === null ? -1 : blocks.findIndex((block) => holds(block, entries, chosen));
  const count = Math.max(drawn, needed + 1);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j and k walk the same, and the list beside holds a button for each
    <article
      className="text"
      lang="en"
      dir="auto"
      onClick={({ target }) => {
        const ids = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-ids]")?.dataset.ids : undefined;
        if (ids !== undefined) onChoose(ids.split(" "));
      }}
    >
      {blocks.slice(0, count).map((block) => {
        const here = entries.filter(({ spans }) => spans.some(({ start, end }) => start < block.end && end > block.start));
        return (
          <Block
            key={block.start}
            text={story.text}
            block={block}
            entries={here}
            chosen={here.some(({ id }) => id === chosen) ? chosen : null}
          />
        );
      })}
      {count < blocks.length && (
        <button type="button" onClick={() => setDrawn(count + DRAWN)}>
          Show the next {Math.min(DRAWN, blocks.length - count).toLocaleString("en-US")} of {blocks.length.toLocaleString("en-US")}{" "}
          paragraphs
        </button>
      )}
    </article>
  );
}

const holds = (block: Block, entries: readonly Entry[], id: string): boolean =>
  entries.some((entry) => entry.id === id && entry.spans[0].start < block.end && entry.spans[0].end > block.start);

interface Block {
  readonly type: Region["type"] | "between";
  readonly start: number;
  readonly end: number;
}

/** The regions that stand in none other, and what stands between them that is no white space. */
function blocksOf({ text, regions }: Story): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const between = (end: number): void => {
    if (text.slice(at, end).trim() !== "") blocks.push({ type: "between", start: at, end });
  };
  for (const { type, start, end } of regions) {
    if (start < at) continue;
    between(start);
    blocks.push({ type, start, end });
    at = end;
  }
  between(text.length);
  return blocks;
}

const Block = memo(function Block({
  text,
  block,
  entries,
  chosen,
}: {
  text: string;
  block: Block;
  entries: readonly Entry[];
  chosen: string | null;
}) {
  const segments: ReactNode[] = segmentsOf(block.start, block.end, entries).map(({ start, end, entries: holding }) => {
    const words = text.slice(start, end);
    if (holding.length === 0) return words;
    const inner = holding[holding.length - 1];
    const said = holding.some(({ layer }) => layer === "statements");
    const isChosen = holding.some(({ id }) => id === chosen);
    const begins = holding.some(({ id, spans }) => id === chosen && spans[0].start === start);
    return (
      <span
        key={start}
        className={`mark mark-${inner.layer}${said ? " said" : ""}${isChosen ? " chosen" : ""}`}
        data-ids={holding
          .map(({ id }) => id)
          .reverse()
          .join(" ")}
        id={begins ? "chosen" : undefined}
      >
        {words}
      </span>
    );
  });
  return block.type === "headline" ? <h1 className="block headline">{segments}</h1> : <p className={`block ${block.type}`}>{segments}</p>;
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../src/model/index.js";

/** An attribution of the corpus. Spans are UTF-16 offsets; no source is an empty one. */
export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface GoldArticle {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/**
 * Articles in the layout of PolNeAR: `text/NAME.txt` with `attributions/NAME_xxxx.ann` (brat stand-off, whose offsets count code points). Where several people
 * annotated an article, the first file in alphabetical order is taken, as the scorer does. In order of their names.
 */
export function readPolnear(folder: string): GoldArticle[] {
  const files = new Map<string, string>();
  for (const file of readdirSync(join(folder, "attributions")).sort()) {
    const name = /^(.*?)(?:_[0-9a-f]{4})?\.ann$/.exec(file)?.[1];
    if (name !== undefined && !files.has(name)) files.set(name, file);
  }
  return [...files].map(([name, file]) => {
    const text = readFileSync(join(folder, "text", `${name}.txt`), "utf8");
    return { name, text, attributions: readStandoff(readFileSync(join(folder, "attributions", file), "utf8"), text) };
  });
}

/** Reads the events of a stand-off file: `T12	Cue 40 44` names a span, `E3	Attribution:T12 Cue1:T12 Content:T13` joins spans. Those without content are left out. */
export function readStandoff(annotation: string, text: string): GoldAttribution[] {
  const units = unitOfPoint(text);
  const spans = new Map<string, Span[]>();
  const attributions: GoldAttribution[] = [];
  for (const line of annotation.split("\n")) {
    const mention = /^(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)/.exec(line);
    if (mention) {
      const pieces = mention[2].split(";").map((piece) => piece.split(" ").map(Number));
      spans.set(
        mention[1],
        pieces.map(([start, end]) => ({ start: units[start], end: units[end] })),
      );
      continue;
    }
    const event = /^E\d+\t(.+)$/.exec(line);
    if (!event) continue;
    const roles = event[1]
      .trim()
      .split(/\s+/)
      .map((role) => role.split(":"));
    const of = (name: string): Span[] =>
      roles
        .filter(([role]) => role.replace(/\d+$/, "") === name)
        .flatMap(([, id]) => spans.get(id) ?? [])
        .sort((a, b) => a.start - b.start);
    const content = of("Content");
    if (content.length > 0) attributions.push({ source: of("Source"), cue: of("Cue"), content });
  }
  return attributions;
}

/** UTF-16 offset of each code point, and of the text's end. */
function unitOfPoint(text: string): number[] {
  const units: number[] = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  units.push(unit);
  return units;
}

import { readFileSync } from "node:fs";

/** A place that a text names, as the gold has it. Offsets in UTF-16 code units of the text. */
export interface GoldPlace {
  readonly start: number;
  readonly end: number;
  /** ISO 3166-1 alpha-3; null where it lies in several states or in none. */
  readonly country: string | null;
  /** Null for a state: it is right where its country is. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface GoldStory {
  readonly name: string;
  readonly text: string;
  readonly published: string | null;
  readonly places: readonly GoldPlace[];
  /** Stretches in which it does not matter what is found: names of bodies with a place in them, states that may be places or actors. */
  readonly optional: readonly (readonly [start: number, end: number])[];
}

const MARK = /\[\[([^|\]]+)\|([A-Z]{3}|-)(?:\|(-?[\d.]+)\|(-?[\d.]+))?\]\]/g;

/** Stories with their places marked in the text: see the head of `gold/invented.txt`. `name` stands before the number of each. */
export function readMarked(file: string, name: string): GoldStory[] {
  return readFileSync(file, "utf8")
    .split(/\n{2,}/)
    .filter((block) => /^\d{4}-\d\d-\d\d\n/.test(block))
    .map((block, i) => {
      const [published, ...lines] = block.trimEnd().split("\n");
      const places: GoldPlace[] = [];
      let text = "";
      let from = 0;
      const marked = lines.join("\n");
      for (const { 0: mark, 1: words, 2: country, 3: latitude, 4: longitude, index } of marked.matchAll(MARK)) {
        text += marked.slice(from, index);
        places.push({
          start: text.length,
          end: text.length + words.length,
          country: country === "-" ? null : country,
          latitude: latitude === undefined ? null : Number(latitude),
          longitude: longitude === undefined ? null : Number(longitude),
        });
        text += words;
        from = index + mark.length;
      }
      return { name: `${name}-${i + 1}`, text: text + marked.slice(from), published, places, optional: [] };
    });
}

/** Places of documents of a CoNLL-U file, by offsets into the text that its `# text` and `# newpar` lines make: the corpus is not repeated. */
export function readOffsets(file: string, conllu: string): GoldStory[] {
  const texts = textsOf(readFileSync(conllu, "utf8"));
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { doc, published, places, optional } = JSON.parse(line);
      const text = texts.get(doc);
      if (text === undefined) throw new Error(`${conllu} has no document ${doc}, which ${file} has places of`);
      return { name: doc, text, published, places, optional };
    });
}

/** Documents by id: sentences set apart by a space, paragraphs by an empty line. */
function textsOf(conllu: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let id = "";
  let paragraph = false;
  for (const line of conllu.split("\n")) {
    if (line.startsWith("# newdoc id = ")) id = line.slice(14);
    else if (line.startsWith("# newpar")) paragraph = true;
    else if (line.startsWith("# text = ")) {
      const before = texts.get(id) ?? "";
      texts.set(id, before + (before === "" ? "" : paragraph ? "\n\n" : " ") + line.slice(9));
      paragraph = false;
    }
  }
  return texts;
}

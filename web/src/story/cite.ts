import type { Story } from "../../../src/model/index.js";
import { dateWords, oneLine } from "../words.js";

/** A citation of words of a story, in the forms that writers paste. `link` leads back to the words. */
export interface Cited {
  readonly story: Story;
  readonly words: string;
  readonly link: string;
}

const creditOf = ({ outlet, agency, published }: Story): string =>
  [outlet ?? agency, published === null ? null : dateWords(published.value)].filter((part) => part !== null).join(", ");

const titleOf = ({ headline, text }: Story): string => oneLine(headline ?? `${text.slice(0, 72)} …`);

/** BibTeX's own signs, escaped: a headline must not break the entry. */
const tex = (text: string): string => text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&");

export const CITATIONS: readonly { readonly name: string; readonly write: (cited: Cited) => string }[] = [
  { name: "Plain", write: ({ story, words, link }) => `“${words}” (${titleOf(story)}, ${creditOf(story)}; ${story.uri ?? link})` },
  {
    name: "Markdown",
    write: ({ story, words, link }) =>
      `> ${words.replace(/([*_`[\]\\])/g, "\\$1")}\n>\n> — [${titleOf(story).replace(/[[\]]/g, "\\$&")}](${story.uri ?? link}), ${creditOf(story)}`,
  },
  {
    name: "BibTeX",
    write: ({ story, words, link }) =>
      [
        `@misc{${story.id},`,
        `  title = {${tex(titleOf(story))}},`,
        story.bylines.length === 0 ? null : `  author = {${tex(story.bylines.join(" and "))}},`,
        `  howpublished = {${tex(story.outlet ?? story.agency ?? "")}},`,
        story.published === null ? null : `  date = {${story.published.value}},`,
        `  url = {${story.uri ?? link}},`,
        `  note = {${tex(words)}}`,
        "}",
      ]
        .filter((line) => line !== null)
        .join("\n"),
  },
  {
    name: "CSL-JSON",
    write: ({ story, words, link }) =>
      JSON.stringify(
        {
          id: story.id,
          type: "article-newspaper",
          title: titleOf(story),
          "container-title": story.outlet ?? story.agency ?? undefined,
          author: story.bylines.map((literal) => ({ literal })),
          issued: story.published === null ? undefined : { "date-parts": [story.published.value.slice(0, 10).split("-").map(Number)] },
          URL: story.uri ?? link,
          note: words,
        },
        null,
        2,
      ),
  },
];

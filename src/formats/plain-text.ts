import { type Format, NO_METADATA, nameOf } from "./format.js";
import { InputError } from "./input-error.js";
import { MAX_CHARACTERS } from "./limits.js";
import { charsetOf } from "./media-type.js";
import { textOf } from "./text-of.js";
import { furnitureOf } from "./wire/furniture.js";
import { type Knowledge, knowledgeOf } from "./wire/knowledge.js";
import { type Layout, layoutOf } from "./wire/layout.js";
import { unitsOf } from "./wire/units.js";

/** A story as an agency's feed or a person's editor writes it. Canonical text: the decoded file, untouched but for marks and line ends. */
export const plainText: Format = {
  name: "plain-text",
  version: 1,
  mediaTypes: ["text/plain"],
  endings: [".txt", ".text", ".md"],
  looksLike: () => true,

  *drafts(received, lexicon) {
    // No encoding in use takes more than four bytes for a code unit.
    const text = textOf(received, charsetOf(received.mediaType), 4 * MAX_CHARACTERS);
    if (text instanceof InputError) yield text;
    else yield { name: nameOf(received), text, layout: layoutOfText(text, knowledgeOf(lexicon)), metadata: NO_METADATA };
  },
};

/** Regions and fields of a text without markup. */
export function layoutOfText(text: string, knowledge: Knowledge): Layout {
  return layoutOf(
    text,
    unitsOf(text, (line) => furnitureOf(line, knowledge) !== null || /^by\s+\p{Lu}/iu.test(line)),
    knowledge,
  );
}

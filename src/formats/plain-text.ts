import { decode } from "./bytes/decode.js";
import { type Format, NO_METADATA, nameOf } from "./format.js";
import { InputError } from "./input-error.js";
import { charsetOf } from "./media-type.js";
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
    const text = decode(received.bytes, charsetOf(received.mediaType));
    if (typeof text !== "string") yield new InputError(text.code, nameOf(received), text.reason);
    else yield { text, layout: layoutOfText(text, knowledgeOf(lexicon)), metadata: NO_METADATA };
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

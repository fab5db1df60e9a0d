import { Readability } from "@mozilla/readability";
import { type Draft, type Format, nameOf } from "../format.js";
import { InputError } from "../input-error.js";
import { charsetOf } from "../media-type.js";
import { textOf } from "../text-of.js";
import { webAddress } from "../web-address.js";
import { type Knowledge, knowledgeOf } from "../wire/knowledge.js";
import { layoutOf } from "../wire/layout.js";
import { type Unit, unitAt } from "../wire/units.js";
import { blocksIn, type PageBlock, UNSEEN } from "./blocks.js";
import { nestingOf, type Page, type PageElement, parsePage } from "./dom.js";
import { metadataOf } from "./metadata.js";

/** A doctype, a comment, or an element that a page or the body of one begins with. */
const START =
  /^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|!--|(?:html|head|body|meta|title|link|script|article|main|section|header|div|h1|h2|p)(?=[\s>/]|$))/i;

/** Largest page in bytes. Markup and scripts outweigh the words of a story a hundred times. */
const LARGEST_PAGE = 10_000_000;

/** Nesting that real pages stay well below. Readability and, less so, the parser take quadratic time in it. */
const DEEPEST = { readable: 500, parsed: 5000 };

/** Least characters of running sentences that make a story: "Breaking: more soon." has some, a page of links none. */
const LEAST_STORY = 60;

/**
 * A story's page on the web. Canonical text: headline, a blank line, and the article's paragraphs, headings and captions with a blank line between
 * them, each on one line with white space collapsed. Offsets refer to that text: everything that is left out is left out before.
 */
export const htmlPage: Format = {
  name: "html",
  version: 1,
  mediaTypes: ["text/html", "application/xhtml+xml"],
  endings: [".html", ".htm", ".xhtml"],
  looksLike: (head) => START.test(head),

  *drafts(received, lexicon) {
    const name = nameOf(received);
    const markup = textOf(received, charsetOf(received.mediaType) ?? declaredCharset(received.bytes), LARGEST_PAGE);
    if (markup instanceof InputError || markup.trim() === "") {
      if (markup instanceof InputError) yield markup;
      return;
    }
    yield nestingOf(markup) > DEEPEST.parsed
      ? new InputError("no-story", name, "is nested too deeply for a web page; give the text of the story")
      : draftOf(markup, webAddress(received.uri), name, knowledgeOf(lexicon));
  },
};

function draftOf(markup: string, base: string | null, name: string, knowledge: Knowledge): Draft | InputError {
  const metadata = metadataOf(parsePage(markup), base, knowledge);
  const blocks = articleBlocks(markup);
  const isStory = blocks.filter(isRunningText).reduce((sum, block) => sum + block.text.length, 0) >= LEAST_STORY;
  if (!isStory) return new InputError("no-story", name, "has no article in it; give the page of one story, or its text");

  const { headline } = metadata;
  const body = headline === null ? blocks : blocks.filter((block, i) => i > 3 || block.text !== headline);
  const { text, units } = joined(headline === null ? body : [{ text: headline, marked: "headline" }, ...body]);
  return { name, text, layout: layoutOf(text, units, knowledge), metadata };
}

const isRunningText = ({ text, marked }: PageBlock): boolean => marked === null && /[.!?]["'”’)]*(?:\s|$)/.test(text);

/** Blocks of the article as Readability finds it; where it finds none, as in a snippet, those of the whole page. */
function articleBlocks(markup: string): PageBlock[] {
  const page = parsePage(markup);
  for (const element of [...page.querySelectorAll(UNSEEN)]) if (element.tagName !== "HEAD") element.remove();
  const found = nestingOf(markup) > DEEPEST.readable ? [] : readable(page);
  if (found.some(isRunningText)) return found;
  const whole = parsePage(markup);
  return blocksIn(whole.querySelector("article") ?? whole.querySelector("main") ?? whole.body);
}

function readable(page: Page): PageBlock[] {
  const article = new Readability<PageElement>(page as never, { serializer: (node) => node as unknown as PageElement }).parse();
  return article?.content ? blocksIn(article.content) : [];
}

function joined(blocks: readonly PageBlock[]): { readonly text: string; readonly units: readonly Unit[] } {
  const text = blocks.map((block) => block.text).join("\n\n");
  let start = 0;
  const units = blocks.map((block) => {
    const unit = unitAt(text, start, start + block.text.length, block.marked);
    start = unit.end + 2;
    return unit;
  });
  return { text, units };
}

/** Encoding that the page names in its first kilobytes: `<meta charset=…>`, the older http-equiv form, or an XML declaration. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ?? null
  );
}

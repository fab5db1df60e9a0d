import type { RegionType } from "../../model/index.js";
import { ELEMENT, type PageElement, type PageNode, shownText, TEXT } from "./dom.js";

/** A paragraph, heading or caption of a page, as one line. `marked` is what the markup says it is; null for plain text. */
export interface PageBlock {
  readonly text: string;
  readonly marked: RegionType | null;
}

const MARKS: Readonly<Record<string, RegionType>> = {
  H1: "section-head",
  H2: "section-head",
  H3: "section-head",
  H4: "section-head",
  H5: "section-head",
  H6: "section-head",
  FIGURE: "caption",
  FIGCAPTION: "caption",
  FOOTER: "other",
  ASIDE: "teaser",
};

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL".split(
    " ",
  ),
);

/** Elements whose text no reader sees as text. */
export const UNSEEN =
  "script,style,noscript,template,iframe,object,embed,svg,math,canvas,audio,video,form,button,select,textarea,input,head,nav";
const UNSEEN_TAGS = new Set(UNSEEN.toUpperCase().split(","));

/** Blocks of an element in the order of the page. A block whose words are all within links leads elsewhere: a teaser. */
export function blocksIn(root: PageElement): PageBlock[] {
  const blocks: PageBlock[] = [];
  let words = "";
  let linked = 0;
  let mark: RegionType | null = null;
  const flush = (): void => {
    const text = shownText(words);
    if (text !== "") blocks.push({ text, marked: mark ?? (linked >= 0.9 * text.length && text.length > 20 ? "teaser" : null) });
    words = "";
    linked = 0;
  };

  // A stack of our own: pages may be nested deeper than calls can be.
  type Step = { readonly node: PageNode; readonly mark: RegionType | null; readonly inLink: boolean; readonly closes: boolean };
  const stack: Step[] = [{ node: root, mark: null, inLink: false, closes: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node, inLink, closes } = step;
    if (closes) {
      flush();
      mark = step.mark;
    } else if (node.nodeType === TEXT) {
      words += node.textContent ?? "";
      if (inLink) linked += shownText(node.textContent ?? "").length;
    } else if (node.nodeType === ELEMENT) {
      const { tagName } = node as PageElement;
      if (UNSEEN_TAGS.has(tagName)) continue;
      if (tagName === "BR") words += " ";
      if (BLOCKS.has(tagName)) {
        flush();
        stack.push({ node, mark, inLink, closes: true });
        mark = MARKS[tagName] ?? mark;
      }
      const children = [...node.childNodes].reverse();
      for (const child of children) stack.push({ node: child, mark: null, inLink: inLink || tagName === "A", closes: false });
    }
  }
  flush();
  return blocks;
}

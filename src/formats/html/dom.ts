import { parseHTML } from "linkedom";

/** The little of the DOM that is used here. linkedom never runs a script and never fetches. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  readonly tagName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}

export interface Page extends PageElement {
  readonly documentElement: PageElement;
  readonly body: PageElement;
  readonly title: string;
}

export const ELEMENT = 1;
export const TEXT = 3;

/** A page as a tree. Markup that lacks html and body elements, as a snippet does, is put into them; broken markup is mended as browsers do. */
export function parsePage(markup: string): Page {
  const { document } = parseHTML(markup) as unknown as { document: Page };
  if (document.documentElement?.tagName === "HTML" && document.querySelector("body") !== null) return document;
  return (parseHTML(`<!doctype html><html><body>${markup}</body></html>`) as unknown as { document: Page }).document;
}

/** Elements without content, and those that the next of their kind closes: no nesting comes of them. */
const FLAT = new Set(
  "AREA BASE BR COL DD DT EMBED HR IMG INPUT LI LINK META OPTION P PARAM SOURCE TBODY TD TH THEAD TR TRACK WBR".split(" "),
);

/** How deep elements stand within elements, read off the markup before it is parsed: parsing takes quadratic time in it. */
export function nestingOf(markup: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, close, name] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (FLAT.has(name.toUpperCase())) continue;
    depth = close === "/" ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Text of a node as a browser would show it on one line: white space collapsed, soft hyphens and zero-width spaces gone. */
export const shownText = (raw: string): string =>
  raw
    .toWellFormed()
    .replace(/[\u00ad\u200b\u2060\ufeff\0]/g, "")
    .replace(/\s+/g, " ")
    .trim();

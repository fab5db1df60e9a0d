import { type Page, shownText } from "./dom.js";

/** Properties of a schema.org object. */
export type LinkedData = Readonly<Record<string, unknown>>;

/** schema.org types of stories: Article, NewsArticle, ReportageNewsArticle, LiveBlogPosting … */
const STORY_TYPE = /(?:Article|BlogPosting)$/;

/** How deep objects are looked through: a list, a graph in it, a page's main entity. */
const DEPTH = 4;

/** The story that a page's JSON-LD describes; an empty object where it describes none. Blocks that are no JSON are skipped. */
export function articleData(page: Page): LinkedData {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const story = storyIn(parsed(script.textContent ?? ""), DEPTH);
    if (story !== null) return story;
  }
  return {};
}

/** Names of people or bodies: "Ana Lund", `{"name": "Ana Lund"}`, or lists of these. */
export function namesIn(value: unknown): string[] {
  if (typeof value === "string") return shownText(value) === "" ? [] : [shownText(value)];
  if (Array.isArray(value)) return value.flatMap((one) => (Array.isArray(one) ? [] : namesIn(one)));
  return isObject(value) && typeof value.name === "string" ? namesIn(value.name) : [];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, ""));
  } catch {
    return null;
  }
}

function storyIn(value: unknown, depth: number): LinkedData | null {
  if (depth === 0) return null;
  if (Array.isArray(value)) return value.map((one) => storyIn(one, depth - 1)).find((story) => story !== null) ?? null;
  if (!isObject(value)) return null;
  const types = [value["@type"]].flat();
  if (types.some((type) => typeof type === "string" && STORY_TYPE.test(type))) return value;
  return storyIn(value["@graph"], depth - 1) ?? storyIn(value.mainEntity, depth - 1);
}

const isObject = (value: unknown): value is LinkedData => typeof value === "object" && value !== null && !Array.isArray(value);

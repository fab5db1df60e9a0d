import { metadataDate } from "../dates.js";
import { type Metadata, NO_METADATA } from "../format.js";
import { webAddress } from "../web-address.js";
import type { Knowledge } from "../wire/knowledge.js";
import { peopleOf } from "../wire/people.js";
import { type Page, shownText } from "./dom.js";
import { articleData, type LinkedData, namesIn } from "./linked-data.js";

/** Names of meta elements, by property, name or itemprop, in the order in which they are believed. */
const META = {
  headline: ["og:title", "twitter:title", "dc.title"],
  outlet: ["og:site_name", "publisher", "dc.publisher", "application-name"],
  author: ["author", "byl", "parsely-author", "sailthru.author", "dc.creator", "article:author", "cxenseparse:author"],
  published: [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
  ],
  updated: ["article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified"],
} as const;

/**
 * What a page says of its story: JSON-LD first, then OpenGraph and other meta elements, then `<time datetime>`. `base` is where the page came
 * from, for addresses without a host. Fields that are malformed count as not given.
 */
export function metadataOf(page: Page, base: string | null, knowledge: Knowledge): Metadata {
  const data = articleData(page);
  const meta = metaOf(page);
  const first = (names: readonly string[]): string | null =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined) ?? null;
  const firstDate = (names: readonly string[]): string | null =>
    names.map((name) => metadataDate(meta.get(name))).find((date) => date !== null) ?? null;

  const published = metadataDate(data.datePublished) ?? firstDate(META.published) ?? timeElement(page);
  const updated = metadataDate(data.dateModified) ?? firstDate(META.updated);
  const authors = authorsOf(data, first(META.author), knowledge);
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta.get("og:url");
  const outlet = namesIn(data.publisher)[0] ?? first(META.outlet);
  return {
    ...NO_METADATA,
    headline: text(data.headline) ?? shownHeadline(page, first(META.headline)),
    outlet,
    agency:
      authors.agency ??
      namesIn([data.provider, data.sourceOrganization, outlet])
        .map(knowledge.agencyOf)
        .find((agency) => agency !== null) ??
      null,
    datelinePlace: text(data.dateline),
    bylines: authors.names,
    published,
    updated: isLater(updated, published) ? updated : null,
    uri: webAddress(canonical, base) ?? webAddress(base),
  };
}

/** Publishing systems stamp a change on every story, often within the second of its publication, sometimes before it. */
const isLater = (updated: string | null, published: string | null): boolean =>
  updated !== null && (published === null || !(Date.parse(updated) <= Date.parse(published)));

function metaOf(page: Page): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of page.querySelectorAll("meta")) {
    const name = element.getAttribute("property") ?? element.getAttribute("name") ?? element.getAttribute("itemprop");
    const content = shownText(element.getAttribute("content") ?? "");
    if (name && content !== "" && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), content);
  }
  return found;
}

/** The h1 where the page's title holds it, since titles for sharing carry the outlet's name ("… | Example Times"); else that title. */
function shownHeadline(page: Page, shared: string | null): string | null {
  const title = shared ?? shownText(page.querySelector("title")?.textContent ?? "");
  for (const heading of page.querySelectorAll("h1")) {
    const words = shownText(heading.textContent ?? "");
    if (words !== "" && (title === "" || title.includes(words) || words.includes(title))) return words;
  }
  return shared ?? (title.replace(/\s+[|–—-]\s+[^|–—]{2,40}$/u, "") || null);
}

function timeElement(page: Page): string | null {
  for (const selector of ['time[itemprop="datePublished"]', "time[pubdate]", "article time[datetime]", "time[datetime]"]) {
    const date = metadataDate(page.querySelector(selector)?.getAttribute("datetime"));
    if (date !== null) return date;
  }
  return null;
}

interface Authors {
  readonly names: readonly string[] | null;
  readonly agency: string | null;
}

/** People among the authors, and the agency if one is named there. A person's name is taken as it stands; a line is read as a byline. */
function authorsOf(data: LinkedData, line: string | null, knowledge: Knowledge): Authors {
  const given = namesIn(data.author);
  const names: string[] = [];
  let agency: string | null = null;
  for (const author of given.length > 0 ? given : line === null || /^https?:/i.test(line) ? [] : [line]) {
    const people = peopleOf(author.replace(/^by\s+/i, ""), knowledge);
    agency ??= people?.agency ?? null;
    names.push(...(people?.names ?? []));
  }
  return { names: names.length > 0 ? names : null, agency };
}

const text = (value: unknown): string | null => (typeof value === "string" ? shownText(value) || null : null);

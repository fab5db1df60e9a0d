import { describe, expect, it } from "vitest";
import { InputError, type Received, storiesOf } from "../index.js";

const result = (markup: string | Uint8Array, rest: Partial<Received> = {}) => {
  const bytes = typeof markup === "string" ? new TextEncoder().encode(markup) : markup;
  const [only] = storiesOf({ bytes, name: "page.html", receivedAt: "2026-03-09T10:15:00.000Z", ...rest });
  return only instanceof InputError ? { code: only.code, message: only.message } : only.story;
};

const first =
  "The minister of transport resigned on Wednesday over a contract for three ferries, saying she had “no choice left” after the audit.";
const second =
  "“I signed what I was given,” she told reporters, adding that the ministry would publish every page of the agreement by Friday.";
const third = "The audit office said it would look at seven other contracts, worth about 90 million euros, and report before the summer.";

const linkedData = {
  "@context": "https://schema.org",
  "@graph": [
    { "@type": "WebSite", name: "Example" },
    {
      "@type": "NewsArticle",
      headline: "Minister quits over ferry deal",
      datePublished: "2023-04-05T10:15:00.000Z",
      dateModified: "2023-04-05T14:00:00+02:00",
      author: [
        { "@type": "Person", name: "Ana Lund" },
        { "@type": "Organization", name: "Reuters" },
      ],
      publisher: { "@type": "Organization", name: "Example Times" },
    },
  ],
};

const page = `<!doctype html><html><head><meta charset="utf-8"><title>Minister quits over ferry deal | Example Times</title>
<link rel="canonical" href="/news/ferry-1"><script type="application/ld+json">${JSON.stringify(linkedData)}</script>
<script>document.write("evil")</script><style>p{color:red}</style></head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Minister quits over ferry deal</h1><p class="byline">By Ana Lund</p>
<figure><img src="a.jpg" onerror="alert(1)"><figcaption>The ferry Aurora in port.
  (Bo Ek/Reuters)</figcaption></figure>
<p>OSLO, April 5 (Reuters) - ${first.replace(" resigned ", " <b>resigned</b>\n ")}</p><p>${second.replace("ministry", "mini&shy;stry")}</p>
<h2>Audit  next&nbsp;week</h2><p>${third}</p><p><a href="/x">Read more: The ferries that never sailed</a></p>
<p>(Reporting by Ana Lund; Editing by Bo Ek)</p></article><footer>© 2023 Example Times</footer></body></html>`;

describe("HTML", () => {
  it("takes the article of a page, its metadata and its regions", () => {
    const story = result(page, { uri: "https://example.com/story?utm=1" });
    expect(story).toMatchObject({
      headline: "Minister quits over ferry deal",
      outlet: "Example Times",
      agency: "Reuters",
      datelinePlace: "OSLO",
      bylines: ["Ana Lund"],
      published: { value: "2023-04-05T10:15:00Z", from: "metadata", quote: null },
      updated: { value: "2023-04-05T14:00:00+02:00", from: "metadata", quote: null },
      uri: "https://example.com/news/ferry-1",
      format: { name: "html", version: 1 },
    });
    expect("text" in story && story.text.split("\n\n")).toEqual([
      "Minister quits over ferry deal",
      "The ferry Aurora in port. (Bo Ek/Reuters)",
      `OSLO, April 5 (Reuters) - ${first}`,
      second,
      "Audit next week",
      third,
      "Read more: The ferries that never sailed",
      "(Reporting by Ana Lund; Editing by Bo Ek)",
    ]);
    expect("regions" in story && story.regions.map(({ type }) => type)).toEqual([
      "headline",
      "caption",
      "credit",
      "paragraph",
      "dateline",
      "paragraph",
      "section-head",
      "paragraph",
      "teaser",
      "contributors",
    ]);
  });

  it("does with OpenGraph and meta elements where there is no JSON-LD", () => {
    const markup = `<html><head><title>Minister quits | Example Times</title><meta property="og:title" content="Minister quits | Example Times">
      <meta property="og:site_name" content="Example Times"><meta name="author" content="By Ana Lund and Bo Ek">
      <meta property="article:published_time" content="2023-04-05 10:15"><meta property="og:url" content="javascript:alert(1)"></head>
      <body><main><h1>Minister quits</h1><p>${first}</p><p>${second}</p></main></body></html>`;
    expect(result(markup)).toMatchObject({
      headline: "Minister quits",
      outlet: "Example Times",
      bylines: ["Ana Lund", "Bo Ek"],
      published: { value: "2023-04-05T10:15" },
      updated: null,
      uri: null,
    });
  });

  it("takes the date of a time element, else of the text, and no malformed one", () => {
    const body = `<p>${first}</p><p>${second}</p>`;
    expect(result(`<article><time datetime="2023-04-05">5 April</time>${body}</article>`)).toMatchObject({
      published: { value: "2023-04-05" },
    });
    expect(
      result(`<article><meta name="date" content="soon"><h1>Minister quits over a ferry</h1><p>5 April 2023</p>${body}</article>`),
    ).toMatchObject({
      published: { value: "2023-04-05", from: "text" },
    });
    expect(result(`<article><meta name="date" content="2023-99-99">${body}</article>`)).toMatchObject({ published: null });
  });

  it("reads snippets and broken markup", () => {
    const text = `${first}\n\n${second}`;
    expect(result(`<p>${first}<p>${second}`)).toMatchObject({ text });
    expect(result(`<div><p>${first}</b></div></p></table><p>${second}<!-- `)).toMatchObject({ text });
    expect(result(`<p>${first}</p><script>${"x".repeat(5000)}</scr`)).toMatchObject({ text: first });
  });

  it("heeds the encoding that the page names", () => {
    const markup = `<meta charset="iso-8859-2"><p>${first.replaceAll(/[“”]/g, '"')} £ódź</p>`;
    const bytes = Uint8Array.from([...markup], (letter) => (letter === "ź" ? 0xbc : letter === "£" ? 0xa3 : letter.charCodeAt(0)));
    expect(result(bytes)).toMatchObject({ text: expect.stringContaining("Łódź") });
  });

  it.each([
    [
      "a page of links",
      `<html><body><ul>${"<li><a href='/x'>Minister quits over a contract for three ferries.</a></li>".repeat(20)}</ul></body></html>`,
    ],
    ["an empty page", "<html><head><title>Example</title></head><body></body></html>"],
    ["a page that only a script fills", `<html><body><div id="root"></div><script>render("${first}")</script></body></html>`],
    ["a login page", "<html><body><form><label>Name</label><input></form></body></html>"],
  ])("finds no story in %s", (_, markup) =>
    expect(result(markup)).toEqual({
      code: "no-story",
      message: "page.html: has no article in it; give the page of one story, or its text",
    }),
  );

  it("gives up on nesting that no page has", () => {
    expect(result("<div>".repeat(2000) + first)).toMatchObject({ text: first });
    expect(result("<div>".repeat(200_000) + first)).toMatchObject({
      code: "no-story",
      message: expect.stringContaining("nested too deeply"),
    });
  });
});

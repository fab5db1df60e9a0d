import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browser, type Serving, serving } from "./browser.js";
import { run, SAMPLES, temporaryFolder } from "./cli-run.js";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What axe finds, a line a rule with the first elements. */
const AXE_RUN = `axe.run({ runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")))`;

/** The pages of the desk in a real browser, on a real server and archive: the invented crisis as eight agencies tell it. */

const folder = temporaryFolder();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let desk: Serving;
let chromium: Browser;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  const archive = folder.at("desk.db");
  expect(run(["add", "--archive", archive, SAMPLES]).code).toBe(0);
  desk = await serving(archive);
  chromium = await browser();
  context = await chromium.newContext({ viewport: { width: 1400, height: 950 }, permissions: ["clipboard-read", "clipboard-write"] });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
});
afterAll(async () => {
  await chromium?.close();
  await desk?.stop();
  folder.remove();
});

const open = (path: string): Promise<unknown> => page.goto(`${desk.url}${path}`, { waitUntil: "networkidle" });
/** A page that is busy may take its time. */
const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 15_000 });
const button = (words: string): string => `.decide button:text-is("${words}")`;
const titleOfCard = async (): Promise<string> => ((await page.locator(".card-title").count()) === 0 ? "" : text(".card-title"));
const text = async (selector: string): Promise<string> => (await page.textContent(selector)) ?? "";

/** Address of the first row's story on a page of the desk. */
async function addressOf(path: string): Promise<string> {
  await open(path);
  return (await page.getAttribute(".source a, .plain a", "href")) ?? "";
}

describe("pages", () => {
  it.each([
    ["/", "Desk", /Ghana, Togo sign understanding on trawler incident/],
    ["/statements?by=Amegnignan", "Statements", /Kodjo Amegnignan/],
    ["/positions", "Positions", /rejects/],
    ["/events?status=occurred", "Events", /occurred/],
    ["/timeline", "Timeline", /Ghana/],
    ["/figures?about=fishermen", "Figures", /fishermen/],
    ["/agenda", "Agenda", /Cotonou/],
    ["/actors?kind=state", "Actors", /TGO/],
    ["/check?words=people+who+shoot+at+fishermen", "Check", /On record in these words/],
    ["/search?q=fishermen", "Search", /Said/],
    ["/nowhere", "There is no page here", /nowhere/],
  ])("shows %s without a fault", async (path, heading, content) => {
    faults.length = 0;
    await open(path);
    expect(await text("h1")).toContain(heading);
    expect(await text("main")).toMatch(content);
    expect(faults).toEqual([]);
  });

  it("keeps its filters in the address, and finds them there again", async () => {
    await open("/statements");
    await page.fill("#filter-about", "fishermen");
    await page.waitForURL(/about=fishermen/);
    await page.locator("tbody tr").first().waitFor();
    const found = await page.locator("tbody tr").count();
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.inputValue("#filter-about")).toBe("fishermen");
    expect(await page.locator("tbody tr").count()).toBe(found);
    await page.click("text=Clear");
    await page.waitForURL((url) => url.search === "");
  });

  it("narrows statements by facets that count", async () => {
    await open("/statements");
    const facet = page.locator(".facets button", { hasText: "Kodjo Amegnignan" });
    const count = Number(await facet.locator("small").textContent());
    await facet.click();
    await page.waitForURL(/by=/);
    await eventually(() => page.locator("tbody tr").count()).toBe(count);
    await facet.click();
    await page.waitForURL((url) => url.search === "");
  });

  it("leads from a row to the very words", async () => {
    await open("/statements?by=Amegnignan&mode=direct");
    const words = (await text("tbody tr .quoted")).slice(0, 40);
    await page.click("tbody tr .source a");
    await page.waitForSelector("#chosen");
    expect((await text(".card-title")).replace(/\s+/g, " ")).toContain(words);
    expect(await page.isVisible("#chosen")).toBe(true);
  });

  it("searches from anywhere by key", async () => {
    await open("/actors");
    await page.keyboard.press("/");
    await page.keyboard.type("lighthouse OR nothing");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("fishermen");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\?q=fishermen/);
  });

  it("says what the server refuses, in its words", async () => {
    await open("/statements?since=soon");
    expect(await text("[role=alert]")).toMatch(/since/);
  });
});

describe("a story", () => {
  it("is there to the last letter", async () => {
    const address = await addressOf("/");
    await open(address);
    const id = /story\/(\w+)/.exec(address)?.[1];
    const { story } = (await (await fetch(`${desk.url}/v1/stories/${id}`)).json()) as { story: { text: string } };
    const shown = await text("article.text");
    expect(shown.replace(/\s+/g, "")).toBe(story.text.replace(/\s+/g, ""));
  });

  it("is walked by keys, and says in words what is chosen", async () => {
    await open((await addressOf("/")).replace(/\?.*/, ""));
    const titles: string[] = [];
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press("j");
      const last = titles.at(-1) ?? "";
      await eventually(() => titleOfCard()).not.toBe(last);
      titles.push(await titleOfCard());
    }
    await page.keyboard.press("k");
    await eventually(() => titleOfCard()).toBe(titles[1]);
    await page.keyboard.press("c");
    await eventually(() => page.evaluate("navigator.clipboard.readText()")).toMatch(/^“.+” \(/);
    await page.keyboard.press("Escape");
    await eventually(() => page.locator(".card").count()).toBe(0);
  });

  it("hides and shows a layer, and keeps that in the address", async () => {
    await open((await addressOf("/")).replace(/\?.*/, ""));
    expect(await page.locator(".said").count()).toBeGreaterThan(0);
    await page.keyboard.press("1");
    await eventually(() => page.locator(".said").count()).toBe(0);
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.locator(".said").count()).toBe(0);
  });

  it("is corrected in place by a person with a name, and taken back", async () => {
    await open((await addressOf("/statements?by=Amegnignan&mode=direct")).replace(/&layers=.*/, ""));
    const title = await titleOfCard();
    expect(await page.isDisabled(button("Reject"))).toBe(true);
    await page.fill("#decide-by", "Eva Kol");
    await page.fill("#decide-note", "said by another");
    await page.click(button("Reject"));
    await page.waitForSelector(".undo");
    await eventually(() => page.locator(".card").count()).toBe(0);
    expect(await text(".contents")).not.toContain(title);
    await page.click(".undo button");
    await eventually(() => titleOfCard()).toBe(title);
    await page.click(button("Confirm"));
    await eventually(async () => ((await page.locator(".decisions").count()) === 0 ? "" : text(".decisions"))).toMatch(/right, Eva Kol/);
    await page.click(".undo button");
    await eventually(() => page.locator(".decisions").count()).toBe(0);
  });

  it("that is none is told as none", async () => {
    await open("/story/0000000000000000");
    expect(await text("[role=alert]")).toMatch(/No story/);
  });
});

describe("intake", () => {
  it("reads pasted text before the reader's eyes", async () => {
    await open("/");
    await page.fill("#paste", "LUNDA, March 9 (AP) - Harbour minister Ana Lund said on Tuesday that the ferries would sail again.\n");
    await page.click("text=Read it");
    await page.waitForSelector(".uploads a");
    await page.click(".uploads a");
    await page.waitForSelector("article.text");
    expect(await text("article.text")).toContain("the ferries would sail again");
  });

  it("reads dropped files, and says which held nothing", async () => {
    await open("/");
    await page.setInputFiles("input[type=file]", [
      { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("  ") },
      {
        name: "harbour.txt",
        mimeType: "text/plain",
        buffer: Buffer.from('"We will sail," harbour minister Ana Lund told reporters on Tuesday.\n'),
      },
    ]);
    await page.waitForSelector(".uploads .problem");
    expect(await text(".uploads .problem")).toMatch(/empty\.txt.*is empty/);
    await page.waitForSelector(".uploads a");
  });

  it("lets nothing of a story run", async () => {
    const name = "N".repeat(10_000);
    const story = `<b>LUNDA</b>, March 9 - "<img src=x onerror="document.title='run'"><script>document.title='run'</script> مرحبا we will sail," ${name} said on Tuesday.\n`;
    const begun = await fetch(`${desk.url}/v1/stories?name=markup.txt`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: story,
    });
    const events = await (await fetch(`${desk.url}${begun.headers.get("location")}/events`)).text();
    const [, id] = /"story":"story_(\w+)"/.exec(events) ?? [];
    await open(`/story/${id}`);
    expect(await page.title()).not.toBe("run");
    expect(await page.locator("article.text img, article.text script").count()).toBe(0);
  });
});

describe("for everybody", () => {
  const PAGES = [
    "/",
    "/statements",
    "/positions",
    "/events",
    "/timeline",
    "/figures",
    "/agenda",
    "/actors",
    "/check?words=people+who+shoot+at+those",
    "/search?q=fishermen",
    "story",
  ];

  it.each([
    ["light", 1400],
    ["dark", 1400],
    ["light", 420],
  ] as const)("axe finds nothing in %s at a width of %i, and no page is wider than the window", async (colorScheme, width) => {
    const story = await addressOf("/statements");
    const other = await chromium.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    for (const path of PAGES) {
      await other.goto(`${desk.url}${path === "story" ? story : path}`, { waitUntil: "networkidle" });
      await other.evaluate(AXE);
      const found = await other.evaluate(AXE_RUN);
      expect({ path, found }).toEqual({ path, found: [] });
      const overflow = await other.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
      expect({ path, overflow }).toEqual({ path, overflow: 0 });
    }
    await other.close();
  });

  it("comes in little", async () => {
    const script = (await (await fetch(desk.url, { headers: { accept: "text/html" } })).text()).match(/\/assets\/[^"]+/g) ?? [];
    expect(script.length).toBeGreaterThan(1);
    const { gzipSync } = await import("node:zlib");
    let bytes = 0;
    for (const path of script) bytes += gzipSync(Buffer.from(await (await fetch(`${desk.url}${path}`)).arrayBuffer())).length;
    expect(bytes).toBeLessThan(350_000);
  });
});

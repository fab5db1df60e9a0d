/**
 * Draws what `onrecord show` prints for a sample story as `docs/show.svg`, the picture in the README: a real capture, colours and all, that follows
 * the reader's light or dark scheme. Run by `npm run docs`, after a build.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const STORY = "samples/crisis/1-trawler-afp.txt";
const COLUMNS = 104;
const LINES = 44;
const CELL = { width: 8.4, height: 18 };
const MARGIN = 18;

/** Classes for the SGR codes that the program writes; colours are set in the style sheet below. */
const CLASSES: Readonly<Record<number, string>> = { 1: "b", 2: "d", 3: "i", 4: "u", 31: "r", 32: "g", 33: "y", 34: "l", 35: "m", 36: "c" };
/** Codes that end others. */
const ENDS: Readonly<Record<number, readonly string[]>> = {
  0: Object.values(CLASSES),
  22: ["b", "d"],
  23: ["i"],
  24: ["u"],
  39: ["r", "g", "y", "l", "m", "c"],
};

const STYLE = `
text { font: 14px ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #24292f; white-space: pre }
.page { fill: #ffffff; stroke: #d0d7de }
.b { font-weight: 700 } .d { fill: #6a737d } .i { font-style: italic } .u { text-decoration: underline }
.r { fill: #b3261e } .g { fill: #1a7f37 } .y { fill: #8a5a00 } .l { fill: #0550ae } .m { fill: #8250df } .c { fill: #0f6f7c }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .page { fill: #0d1117; stroke: #30363d } .d { fill: #8b949e }
  .r { fill: #ff8a80 } .g { fill: #56d364 } .y { fill: #e3b341 } .l { fill: #79c0ff } .m { fill: #d2a8ff } .c { fill: #56d4dd }
}`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** One line of the terminal as tspans: a run for each change of style. */
function spansOf(line: string): string {
  const active = new Set<string>();
  let spans = "";
  // biome-ignore lint/complexity/useRegexLiterals: an escape character is clearer in a string.
  for (const part of line.split(new RegExp("(\\u001b\\[[0-9;]*m)"))) {
    const codes = /^\u001b\[([0-9;]*)m$/.exec(part);
    if (!codes) {
      if (part !== "") spans += active.size > 0 ? `<tspan class="${[...active].join(" ")}">${escaped(part)}</tspan>` : escaped(part);
      continue;
    }
    for (const code of codes[1].split(";").map(Number)) {
      for (const name of ENDS[code] ?? []) active.delete(name);
      if (CLASSES[code]) active.add(CLASSES[code]);
    }
  }
  return spans;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const output = execFileSync(process.execPath, ["dist/cli/main.js", "show", STORY], {
  cwd: root,
  encoding: "utf8",
  env: { ...process.env, FORCE_COLOR: "1", COLUMNS: String(COLUMNS), NO_COLOR: undefined },
});
const lines = output.split("\n").slice(0, LINES);
const width = Math.ceil(COLUMNS * CELL.width + 2 * MARGIN);
const height = (lines.length + 2) * CELL.height + 2 * MARGIN;
const rows = [`<tspan class="d">$ </tspan>onrecord show ${STORY}`, "", ...lines.map(spansOf)].map(
  (row, i) => `<text x="${MARGIN}" y="${MARGIN + (i + 1) * CELL.height - 4}" xml:space="preserve">${row}</text>`,
);
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="A story in the terminal with its record in the margin">
<style>${STYLE}</style>
<rect class="page" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${rows.join("\n")}
</svg>
`;
writeFileSync(new URL("../docs/show.svg", import.meta.url), svg);

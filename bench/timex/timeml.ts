/** What a system is given of a TimeML document. */
export interface TimeMl {
  /** Content of the first TEXT element: tags and comments gone, entities decoded, nothing trimmed; as the scorer's README defines it. */
  readonly text: string;
  /** Value of the document creation time, cut to what a story's date may be ("2013-03-22T10:15"); null where there is none. */
  readonly created: string | null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Throws `Error` for a document without a TEXT element. */
export function readTimeMl(xml: string): TimeMl {
  const source = xml.replace(/\r\n?/g, "\n");
  const body = /<TEXT\b[^>]*>([\s\S]*?)<\/TEXT>/.exec(source)?.[1];
  if (body === undefined) throw new Error("the document has no TEXT element; is it TimeML?");
  const tag =
    /<DCT>\s*(<TIMEX3\b[^>]*>)/.exec(source)?.[1] ?? /<TIMEX3\b[^>]*functionInDocument="CREATION_TIME"[^>]*>/.exec(source)?.[0] ?? "";
  const value = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "";
  return {
    text: body
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<[^>]*>/g, "")
      .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, decoded),
    created: /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?/.exec(value)?.[0] ?? null,
  };
}

function decoded(whole: string, hex: string | undefined, decimal: string | undefined, name: string | undefined): string {
  if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
  if (decimal) return String.fromCodePoint(Number(decimal));
  return ENTITIES[name ?? ""] ?? whole;
}

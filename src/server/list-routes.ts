import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { App } from "./app.js";
import { readCursor, writeCursor } from "./cursor.js";
import { sendJson, written } from "./json.js";
import { LIST_NAMES, LISTS, sighted } from "./lists.js";
import { Refusal } from "./problem.js";
import type { Question, Workers } from "./work.js";

const MAX_PAGE = 1000;
const facets = z.array(z.object({ value: z.string(), statements: z.int().nonnegative() }));
const StatementFacets = z.object({
  statements: z.int().nonnegative(),
  speakers: facets,
  sources: facets,
  modes: facets,
  classes: facets,
  outlets: facets,
});

/** Rows that a thread gives at once when a whole list is streamed. */
const STREAMED = 500;
const NDJSON = "application/x-ndjson";

const paging = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50).describe(`Rows of one page, at most ${MAX_PAGE}.`),
  cursor: z.string().max(100).optional().describe("Where the page begins: `next` of the page before."),
};

/**
 * `GET /v1/NAME` for each list: a page `{ items, next }`, or with `Accept: application/x-ndjson` all rows, one a line, read while they are
 * sent.
 */
export function listRoutes(app: App, workers: Workers): void {
  for (const name of LIST_NAMES) {
    const { summary, query: filters, row } = LISTS[name];
    const page = z.object({ items: z.array(row), next: z.string().nullable().describe("The cursor of the next page; null on the last.") });
    app.get(
      `/${name}`,
      { schema: { summary, tags: ["record"], querystring: filters.extend(paging).strict(), response: { 200: page } }, ...written },
      async (request, reply) => {
        const { limit, cursor, ...asked } = request.query;
        const { query, sight } = sighted(asked);
        const offset = offsetOf(cursor);
        if (request.headers.accept?.includes(NDJSON))
          return stream(workers, { kind: "list", list: name, query, sight, offset, limit: STREAMED }, reply);
        const { json, more } = await workers.ask({ kind: "list", list: name, query, sight, offset, limit });
        const next = more ? JSON.stringify(writeCursor({ offset: offset + limit })) : "null";
        return sendJson(reply, `{"items":[${(json as readonly string[]).join(",")}],"next":${next}}`);
      },
    );
  }
}

/** By what the statements that fit could be narrowed further. */
export function facetRoutes(app: App, workers: Workers): void {
  app.get(
    "/statements/facets",
    {
      schema: {
        summary: "By what the statements that fit could be narrowed further, with counts",
        tags: ["record"],
        querystring: LISTS.statements.query.strict(),
        response: { 200: StatementFacets },
      },
      ...written,
    },
    async (request, reply) => sendJson(reply, (await workers.ask({ kind: "facets", ...sighted(request.query) })).json as string),
  );
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const read = readCursor(cursor);
  if (read === null)
    throw new Refusal(400, "cursor", `${JSON.stringify(cursor)} is no cursor; take "next" of the page before as it stands.`);
  return read.offset;
}

type ListQuestion = Extract<Question, { readonly kind: "list" }>;

async function stream(workers: Workers, question: ListQuestion, reply: FastifyReply): Promise<FastifyReply> {
  // The first rows before the head of the answer: what is wrong with the question must not come as half a list.
  const first = await workers.ask(question);
  async function* lines(): AsyncGenerator<string> {
    let { offset } = question;
    let part = first;
    for (;;) {
      const rows = part.json as readonly string[];
      if (rows.length > 0) yield `${rows.join("\n")}\n`;
      if (!part.more) return;
      offset += rows.length;
      part = await workers.ask({ ...question, offset });
    }
  }
  return reply.type(`${NDJSON}; charset=utf-8`).send(Readable.from(lines()));
}

import { Readable } from "node:stream";
import { z } from "zod";
import { PartialDate } from "../model/index.js";
import type { App } from "./app.js";
import { Refusal } from "./problem.js";
import { type UploadEvent, UploadState, type Uploads } from "./uploads.js";

const Query = z
  .object({
    name: z.string().max(255).optional().describe("Name of the file: a hint to its format, and what messages call it."),
    published: PartialDate.optional().describe("When its stories were published; goes before what they say themselves."),
  })
  .strict();

const UploadParams = z.object({ upload: z.uuid() });

/** An upload is the file itself as the body. It is answered at once and read in the background; its events tell how far it is. */
export function uploadRoutes(app: App, uploads: Uploads): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));

  app.post(
    "/stories",
    {
      schema: {
        summary: "Read a file into the archive: text, HTML or JSONL as the body",
        tags: ["uploads"],
        querystring: Query,
        response: { 202: UploadState },
      },
    },
    async (request, reply) => {
      const body = request.body as unknown;
      if (!(body instanceof Uint8Array) || body.length === 0) {
        throw new Refusal(400, "empty", "There is nothing in the body; send the story's text, HTML or JSONL as it is.");
      }
      const { name = "upload", published = null } = request.query;
      const mediaType = request.headers["content-type"] ?? null;
      const state = uploads.begin({ bytes: body, name, mediaType, published, receivedAt: new Date().toISOString() });
      return reply.code(202).header("location", `/v1/uploads/${state.id}`).send(state);
    },
  );

  app.get(
    "/uploads/:upload",
    { schema: { summary: "How far an upload is", tags: ["uploads"], params: UploadParams, response: { 200: UploadState } } },
    async (request) => known(request.params.upload),
  );

  app.get(
    "/uploads/:upload/events",
    {
      schema: {
        summary: "An upload as it is read, from its beginning: server-sent events story, problem, done or failed",
        tags: ["uploads"],
        params: UploadParams,
        produces: ["text/event-stream"],
      },
    },
    async (request, reply) => {
      const { id } = known(request.params.upload);
      const gone = new AbortController();
      request.raw.on("close", () => gone.abort());
      const events = Readable.from(textOf(uploads.follow(id, gone.signal)));
      return reply.type("text/event-stream; charset=utf-8").header("cache-control", "no-store").send(events);
    },
  );

  function known(id: string): UploadState {
    const state = uploads.state(id);
    if (state === undefined) throw new Refusal(404, "no-such-upload", `There is no upload ${id}; it may have been forgotten since.`);
    return state;
  }
}

async function* textOf(events: AsyncIterable<UploadEvent>): AsyncGenerator<string> {
  for await (const { event, data } of events) yield `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

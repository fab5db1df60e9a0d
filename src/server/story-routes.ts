import { z } from "zod";
import { Correction, Source, Story, StoryRecord } from "../model/index.js";
import type { App } from "./app.js";
import { sendJson, written } from "./json.js";
import { sight, sighted } from "./lists.js";
import type { Workers } from "./work.js";

const StoryParams = z.object({ story: z.string().min(1).describe("A story's id, or the first four digits of it or more.") });

const WholeStory = z.object({
  story: Story,
  record: StoryRecord,
  decisions: z
    .array(z.object({ correction: Correction, annotation: z.string() }))
    .describe("What persons decided, and of which annotation."),
  sources: z.array(Source),
  versions: z.array(z.object({ story: z.string(), relation: z.enum(["older", "newer"]), reason: z.string() })),
  knownFrom: z.string(),
});

const count = z.int().nonnegative();
const Summary = z.object({
  stories: count,
  sources: count,
  first: z.string().nullable(),
  last: z.string().nullable(),
  undated: count,
  layers: z.record(z.string(), count),
  unread: count,
  makers: z.array(z.object({ maker: z.string(), stories: count })),
  speakers: z.array(z.object({ name: z.string(), statements: count, stories: count })),
});

/** Single stories, and the archive in numbers. */
export function storyRoutes(app: App, workers: Workers): void {
  app.get(
    "/stories/:story",
    {
      schema: {
        summary: "A story with its text and record",
        tags: ["stories"],
        params: StoryParams,
        querystring: z.object(sight).strict(),
        response: { 200: WholeStory },
      },
      ...written,
    },
    async (request, reply) =>
      sendJson(
        reply,
        (await workers.ask({ kind: "story", story: request.params.story, sight: sighted(request.query).sight })).json as string,
      ),
  );
  app.delete(
    "/stories/:story",
    {
      schema: {
        summary: "Remove a story and its words from the archive",
        tags: ["stories"],
        params: StoryParams,
        response: { 204: z.undefined() },
      },
    },
    async (request, reply) => {
      await workers.change({ kind: "remove", story: request.params.story });
      return reply.code(204).send();
    },
  );
  app.get(
    "/summary",
    { schema: { summary: "What the archive holds, in numbers", tags: ["record"], response: { 200: Summary } }, ...written },
    async (_, reply) => sendJson(reply, (await workers.ask({ kind: "summary" })).json as string),
  );
}

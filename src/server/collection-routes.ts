import { z } from "zod";
import type { App } from "./app.js";
import { sendJson, written } from "./json.js";
import type { Workers } from "./work.js";

const CollectionParams = z.object({ collection: z.string().min(1).max(200) });
const Stories = z
  .object({ stories: z.array(z.string().min(1)).min(1).max(10_000).describe("Ids of stories, or the beginnings of them.") })
  .strict();
const Gathered = z.object({ name: z.string(), changed: z.array(z.string()), unchanged: z.array(z.string()) });
const Collection = z.object({
  name: z.string(),
  stories: z.int().nonnegative(),
  first: z.string().nullable(),
  last: z.string().nullable(),
});

/** Stories gathered under a name, by which every list can be narrowed. */
export function collectionRoutes(app: App, workers: Workers): void {
  app.get(
    "/collections",
    { schema: { summary: "The collections", tags: ["stories"], response: { 200: z.object({ items: z.array(Collection) }) } }, ...written },
    async (_, reply) => sendJson(reply, (await workers.ask({ kind: "collections" })).json as string),
  );
  for (const [method, kind, summary] of [
    ["PUT", "gather", "Put stories into a collection, which is made by its first"],
    ["DELETE", "scatter", "Take stories out of a collection, which is gone with its last"],
  ] as const) {
    app.route({
      method,
      url: "/collections/:collection",
      schema: { summary, tags: ["stories"], params: CollectionParams, body: Stories, response: { 200: Gathered } },
      ...written,
      handler: async (request, reply) => {
        const { collection } = request.params as z.infer<typeof CollectionParams>;
        const { stories } = request.body as z.infer<typeof Stories>;
        return sendJson(reply, (await workers.change({ kind, collection, stories })).json as string);
      },
    });
  }
}

import { z } from "zod";
import { CORRECTION_STATES } from "../archive/index.js";
import { ACTOR_KINDS, Correction, DECISIONS, LAYERS } from "../model/index.js";
import type { App } from "./app.js";
import { sendJson, written } from "./json.js";
import type { Workers } from "./work.js";

const text = z.string().min(1).max(1000);

/** Who decides. */
const decider = { by: text.describe("The person who decides."), note: z.string().max(10_000).optional() };
const annotation = text.describe("Id of the annotation.");
const set = z
  .record(z.string(), z.string().max(10_000))
  .describe("Fields with what they should hold, as onrecord correct --set takes them.");

const DecisionBody = z.discriminatedUnion("decision", [
  z.object({ ...decider, decision: z.enum(["right", "wrong"]), annotation }).strict(),
  z.object({ ...decider, decision: z.literal("changed"), annotation, set }).strict(),
  z.object({ ...decider, decision: z.literal("merge"), annotation, other: text.describe("Id or name of the same actor.") }).strict(),
  z
    .object({
      ...decider,
      decision: z.literal("split"),
      annotation,
      mentions: z.array(text).min(1).describe("The mentions of somebody else, by their words."),
      name: text,
      kind: z.enum(ACTOR_KINDS).optional(),
    })
    .strict(),
  z
    .object({
      ...decider,
      decision: z.literal("added"),
      story: text,
      layer: z.enum(LAYERS),
      words: text.describe('As they stand in the story; "#2" behind them for the second occurrence.'),
      set,
    })
    .strict(),
]);

const CorrectionRow = z.object({
  story: z.string(),
  headline: z.string().nullable(),
  lead: z.string(),
  published: z.string().nullable(),
  outlet: z.string().nullable(),
  agency: z.string().nullable(),
  correction: Correction,
  words: z.string(),
  state: z.enum(CORRECTION_STATES),
  annotation: z.string().nullable(),
  orphaned: z.object({ story: z.string(), reason: z.string() }).nullable(),
});

/** What persons decide of the record. Nothing is ever overwritten: an undo is a decision, too. */
export function correctionRoutes(app: App, workers: Workers): void {
  app.get(
    "/corrections",
    {
      schema: {
        summary: "All decisions ever made, in order",
        tags: ["corrections"],
        querystring: z
          .object({
            story: text.optional(),
            author: text.optional(),
            layer: z.enum(LAYERS).optional(),
            decision: z.enum(DECISIONS).optional(),
            state: z.enum(CORRECTION_STATES).optional(),
          })
          .strict(),
        response: { 200: z.object({ items: z.array(CorrectionRow) }) },
      },
      ...written,
    },
    async (request, reply) => sendJson(reply, (await workers.ask({ kind: "corrections", query: request.query })).json as string),
  );

  app.post(
    "/corrections",
    {
      schema: {
        summary: "Say what is right, wrong or missing in the record",
        tags: ["corrections"],
        body: DecisionBody,
        response: { 201: Correction },
      },
      ...written,
    },
    async (request, reply) => {
      const { note, ...rest } = request.body;
      const decision = { ...rest, ...(note !== undefined && { note }) };
      const change =
        decision.decision === "added"
          ? { kind: "add annotation" as const, story: decision.story, addition: decision }
          : { kind: "correct" as const, decision: withoutUndefined(decision) };
      return sendJson(reply.code(201), (await workers.change(change)).json as string);
    },
  );

  app.post(
    "/corrections/:correction/undo",
    {
      schema: {
        summary: "Take a decision back",
        tags: ["corrections"],
        params: z.object({ correction: text }),
        body: z.object(decider).strict(),
        response: { 201: Correction },
      },
      ...written,
    },
    async (request, reply) => {
      const { by, note } = request.body;
      const answer = await workers.change({ kind: "undo", correction: request.params.correction, by, note });
      return sendJson(reply.code(201), answer.json as string);
    },
  );
}

/** The same without keys that hold undefined: what validation leaves of an optional key that was not sent. */
function withoutUndefined<Value extends object>(value: Value): { [K in keyof Value]: Exclude<Value[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as never;
}

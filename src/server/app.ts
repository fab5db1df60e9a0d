import fastifyEtag from "@fastify/etag";
import fastifySwagger from "@fastify/swagger";
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  fastify,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from "fastify";
import {
  createJsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import { checkRoutes } from "./check-routes.js";
import { collectionRoutes } from "./collection-routes.js";
import { correctionRoutes } from "./correction-routes.js";
import { type Guard, guard } from "./guard.js";
import { facetRoutes, listRoutes } from "./list-routes.js";
import { pageRoutes } from "./page-routes.js";
import { PROBLEM_TYPE, problemOf, problemOfError } from "./problem.js";
import { storyRoutes } from "./story-routes.js";
import { uploadRoutes } from "./upload-routes.js";
import { Uploads } from "./uploads.js";
import type { Workers } from "./work.js";

export interface AppOptions extends Guard {
  readonly workers: Workers;
  readonly version: string;
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** The API without its port: what `serve` listens with and tests inject requests into. */
export async function appOf({ workers, version, ...who }: AppOptions): Promise<App> {
  const app = fastify({
    logger: { level: "error", stream: process.stderr },
    bodyLimit: UPLOAD_LIMIT,
    routerOptions: { maxParamLength: 200 },
  })
    .setValidatorCompiler(validatorCompiler)
    .setSerializerCompiler(serializerCompiler)
    .withTypeProvider<ZodTypeProvider>();
  guard(app, who);
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOfError(error);
    if (problem.status >= 500 && problem.code === "fault") request.log.error(error);
    if (problem.code === "locked") reply.header("retry-after", "5");
    return reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  });
  const pageFor = await pageRoutes(app, who.token);
  app.setNotFoundHandler((request, reply) => {
    const page = pageFor?.(request, reply) ?? null;
    if (page !== null) return page;
    const problem = problemOf(
      404,
      "no-such-page",
      `There is nothing at ${request.method} ${request.url}; /v1/openapi.json lists what there is.`,
    );
    return reply.code(404).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  });
  await app.register(fastifyEtag);
  await app.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "onrecord",
        version,
        description: "Who said what, who did what to whom: the record of news stories, with the words it stands on.",
      },
      tags: [
        { name: "record", description: "What is on record, over all stories" },
        { name: "stories", description: "Single stories" },
        { name: "corrections", description: "What persons decide of the record" },
        { name: "uploads", description: "Stories on their way in" },
      ],
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { target: "draft-2020-12" } }),
    transformObject: jsonSchemaTransformObject,
  });
  const uploads = new Uploads(workers);
  await app.register(
    async (v1) => {
      facetRoutes(v1.withTypeProvider<ZodTypeProvider>(), workers);
      listRoutes(v1.withTypeProvider<ZodTypeProvider>(), workers);
      storyRoutes(v1.withTypeProvider<ZodTypeProvider>(), workers);
      checkRoutes(v1.withTypeProvider<ZodTypeProvider>(), workers);
      correctionRoutes(v1.withTypeProvider<ZodTypeProvider>(), workers);
      collectionRoutes(v1.withTypeProvider<ZodTypeProvider>(), workers);
      // In a scope of their own: an upload takes any type of body as bytes.
      await v1.register(async (scope) => uploadRoutes(scope.withTypeProvider<ZodTypeProvider>(), uploads));
      v1.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
    },
    { prefix: "/v1" },
  );
  app.addHook("onClose", () => workers.close());
  return app;
}

/** Bytes of one upload: as much as the formats take, and some. */
const UPLOAD_LIMIT = 64 * 1024 * 1024;

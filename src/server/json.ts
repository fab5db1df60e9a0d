import type { FastifyReply } from "fastify";

/** JSON that a thread has written is passed on as it stands; the schema of such a route is for the OpenAPI page and is held to in tests. */
export const sendJson = (reply: FastifyReply, json: string): FastifyReply => reply.type("application/json; charset=utf-8").send(json);

/** Route option that says so. */
export const written = { serializerCompiler: () => String } as const;

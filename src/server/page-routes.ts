import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "./app.js";
import { TOKEN_COOKIE } from "./guard.js";

/** The built pages, beside the built server; there are none beside the sources. */
const PAGES = fileURLToPath(new URL("../web/", import.meta.url));

/**
 * The pages of the desk: files as they were built, and for any other address that a browser opens the one page that finds out from the address
 * what to show. Gives how to answer for an address that is none; null where no pages were built.
 */
export async function pageRoutes(
  app: App,
  token: string | null,
): Promise<((request: FastifyRequest, reply: FastifyReply) => FastifyReply | null) | null> {
  if (!existsSync(PAGES)) return null;
  await app.register(fastifyStatic, {
    root: PAGES,
    index: false,
    wildcard: false,
    // Names of built files hold a hash of what is in them; the page that names them must be fresh.
    maxAge: "1y",
    immutable: true,
  });
  const page = (reply: FastifyReply): FastifyReply => reply.sendFile("index.html", { maxAge: 0, immutable: false });
  app.get("/", { schema: { hide: true } }, async (request, reply) => {
    const opened = new URLSearchParams(request.url.slice(2)).get("token");
    if (token === null || opened === null) return page(reply);
    return reply.header("set-cookie", `${TOKEN_COOKIE}=${encodeURIComponent(token)}; HttpOnly; SameSite=Strict; Path=/`).redirect("/");
  });
  return ({ method, url, headers }, reply) => {
    const opens = method === "GET" && headers.accept?.includes("text/html") && !url.startsWith("/v1/");
    return opens ? page(reply) : null;
  };
}

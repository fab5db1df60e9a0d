import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sha256 } from "../model/index.js";
import { Refusal } from "./problem.js";

/** Who may ask. */
export interface Guard {
  /** The address that is listened on, as it was given. */
  readonly host: string;
  /** What every request must bring; null on a loopback address. */
  readonly token: string | null;
}

/** A page cannot send a header: who opens `/?token=TOKEN` once gets it as a cookie, which no script and no other site can send. */
export const TOKEN_COOKIE = "onrecord-token";

const LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]"];

/** Whether an address is reached from this machine alone. */
export const isLoopback = (host: string): boolean => /^127(?:\.\d{1,3}){3}$/.test(host) || host === "::1" || host === "localhost";

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};

/**
 * Refuses what no page of the desk and no program of its user would send, before anything is looked at:
 * - a Host that is none of ours: a page elsewhere whose name was pointed at this machine (DNS rebinding);
 * - an Origin other than the Host: another page's script. There is no CORS;
 * - on an address that others reach, a request without the token.
 */
export function guard(app: FastifyInstance, { host, token }: Guard): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(HEADERS);
    const asked = request.headers.host ?? "";
    if (token === null && !LOOPBACK_NAMES.includes(asked.replace(/:\d+$/, "")) && asked.replace(/:\d+$/, "") !== host) {
      throw new Refusal(403, "foreign-host", `This desk answers to its own address only, not to ${JSON.stringify(asked)}.`);
    }
    const { origin } = request.headers;
    if (origin !== undefined && origin !== `http://${asked}`) {
      throw new Refusal(403, "foreign-origin", `Pages of ${JSON.stringify(origin)} may not use this desk.`);
    }
    if (token !== null && !bringsToken(request, token)) {
      reply.header("www-authenticate", "Bearer");
      throw new Refusal(401, "token", "Send the desk's token: Authorization: Bearer TOKEN, or open /?token=TOKEN once in a browser.");
    }
  });
}

/** Digests have one length, and comparing them takes the same time wherever they differ. */
function bringsToken({ headers, method, url }: FastifyRequest, token: string): boolean {
  const opened = method === "GET" && url.startsWith("/?") ? new URLSearchParams(url.slice(2)).get("token") : null;
  const brought = opened ?? /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1] ?? cookieOf(headers.cookie);
  return brought !== undefined && timingSafeEqual(Buffer.from(sha256(brought)), Buffer.from(sha256(token)));
}

function cookieOf(cookies = ""): string | undefined {
  const pair = cookies.split("; ").find((one) => one.startsWith(`${TOKEN_COOKIE}=`));
  return pair === undefined ? undefined : decodeURIComponent(pair.slice(TOKEN_COOKIE.length + 1));
}

import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { readBody } from "./body.ts";

/** What a handler gets of a request. */
export interface HttpRequest {
  headers: IncomingHttpHeaders;
  /** As received, for signatures. */
  body: Buffer;
}

/** What a handler replies. */
export interface HttpReply {
  status: number;
  /** A string is sent as plain text, anything else as JSON. */
  body?: unknown;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** Replies to the requests of one route. */
export type HttpHandler = (request: HttpRequest) => HttpReply | Promise<HttpReply>;
/** Methods that can be routed; HEAD comes with GET. */
export type Method = "GET" | "POST";

/** What is served where. */
export interface Routes {
  /** Serves a path with a method from now on. */
  add(method: Method, path: string, handler: HttpHandler): void;
  /**
   * Replies to a request, also where it has no handler.
   * @throws what the handler throws, and where the request breaks off
   */
  answer(request: IncomingMessage): Promise<HttpReply>;
}

/** An empty table of routes. */
export function createRoutes(): Routes {
  /** Path → method → handler. */
  const paths = new Map<string, Map<string, HttpHandler>>();
  return {
    add(method, path, handler) {
      const methods = paths.get(path) ?? new Map<string, HttpHandler>();
      paths.set(path, methods.set(method, handler));
    },
    async answer(request) {
      const methods = paths.get(request.url?.split("?", 1)[0] ?? "");
      if (!methods) return { status: 404 };
      // Some probes ask for the head of a page alone; Node leaves the body out by itself.
      const handler = methods.get(request.method === "HEAD" ? "GET" : (request.method ?? ""));
      if (!handler) return { status: 405, headers: { allow: allowed(methods) } };
      const body = await readBody(request);
      return body ? handler({ headers: request.headers, body }) : { status: 413 };
    },
  };
}

/** The methods that a path takes, as the header `Allow` lists them. */
function allowed(methods: ReadonlyMap<string, unknown>): string {
  return [...methods.keys()].map((method) => (method === "GET" ? "GET, HEAD" : method)).join(", ");
}

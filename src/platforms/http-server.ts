import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { BotError, errorFields } from "../errors.ts";
import type { Logger } from "../log.ts";

/** Largest body that is read, in bytes; platforms send a few kilobytes. */
const MAX_BODY = 1024 * 1024;
/** How long a client may take to send its headers, and its whole request, in milliseconds. */
const HEADERS_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 10_000;
/** How often Node looks for clients that take longer; by itself, it does so every 30 seconds alone. */
const CHECK_INTERVAL = 1_000;
/** How long requests under way may take once the server stops, in milliseconds. */
const STOP_TIMEOUT = 5_000;

export interface HttpRequest {
  headers: IncomingHttpHeaders;
  /** As received, for signatures. */
  body: Buffer;
}

export interface HttpReply {
  status: number;
  /** A string is sent as plain text, anything else as JSON. */
  body?: unknown;
  headers?: Readonly<Record<string, string>> | undefined;
}

export type HttpHandler = (request: HttpRequest) => HttpReply | Promise<HttpReply>;

/** The one HTTP server of the process, shared by everything that is called from outside. */
export interface HttpServer {
  /** Serves a path from now on. What the handler throws is logged, and the caller gets status 500. */
  route(method: "GET" | "POST", path: string, handler: HttpHandler): void;
  /** Has `/readyz` say whether a part of the bot does its work. */
  reportReadiness(part: string, isReady: () => boolean): void;
  /** @throws {BotError} when the address cannot be listened on */
  start(): Promise<void>;
  /** Lets requests under way finish. Does nothing when it was not started. */
  stop(): Promise<void>;
  /** Its base address once started, such as `http://127.0.0.1:3000`. */
  address(): string | undefined;
}

export interface HttpServerOptions {
  host: string;
  port: number | undefined;
  log: Logger;
}

/**
 * A server on an address of this machine; port 0 takes any free one, and without a port it listens nowhere. It does
 * nothing before `start`. By itself it serves `/healthz`, which answers for as long as the process is alive, and
 * `/readyz`, which has status 503 while a part of the bot is not ready.
 */
export function createHttpServer({ host, port, log }: HttpServerOptions): HttpServer {
  /** Path → method → handler. */
  const routes = new Map<string, Map<string, HttpHandler>>();
  const checks = new Map<string, () => boolean>();
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT, requestTimeout: REQUEST_TIMEOUT, connectionsCheckingInterval: CHECK_INTERVAL },
    (request, response) => {
      answer(request, routes).then(
        (reply) => send(response, reply, server.listening),
        (error: unknown) => {
          // A request that never came to its end failed on the other side.
          if (request.complete) log.error(errorFields(error), "A request over HTTP failed");
          send(response, { status: 500 }, server.listening);
        },
      );
    },
  );
  server.on("clientError", (_error, socket) => socket.destroy());

  const route: HttpServer["route"] = (method, path, handler) => {
    const methods = routes.get(path) ?? new Map<string, HttpHandler>();
    routes.set(path, methods.set(method, handler));
  };
  route("GET", "/healthz", () => ({ status: 200, body: "ok" }));
  route("GET", "/readyz", () => {
    const parts = [...checks].map(([part, isReady]) => [part, isReady()] as const);
    return { status: parts.every(([, isReady]) => isReady) ? 200 : 503, body: Object.fromEntries(parts) };
  });

  return {
    route,
    reportReadiness(part, isReady) {
      checks.set(part, isReady);
    },
    async start() {
      if (port === undefined) return;
      await new Promise<void>((resolve, reject) => {
        server.once("error", (cause: NodeJS.ErrnoException) => {
          const hint = "Set HOST and PORT to an address of this machine that is free.";
          reject(new BotError(`Cannot listen on ${host}:${port} (${cause.code ?? cause.message}).`, hint, { cause }));
        });
        server.listen(port, host, () => {
          server.removeAllListeners("error");
          server.on("error", (error) => log.error(errorFields(error), "The HTTP server failed"));
          log.info({ address: addressOf(server) }, "The HTTP server listens");
          resolve();
        });
      });
    },
    stop() {
      return new Promise((resolve) => {
        const deadline = setTimeout(() => server.closeAllConnections(), STOP_TIMEOUT);
        server.close(() => {
          clearTimeout(deadline);
          resolve();
        });
        server.closeIdleConnections();
      });
    },
    address: () => addressOf(server),
  };
}

function addressOf(server: Server): string | undefined {
  const address = server.address() as AddressInfo | null;
  if (!address) return undefined;
  return `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`;
}

async function answer(
  request: IncomingMessage,
  routes: ReadonlyMap<string, ReadonlyMap<string, HttpHandler>>,
): Promise<HttpReply> {
  const path = request.url?.split("?", 1)[0] ?? "";
  const methods = routes.get(path);
  if (!methods) return { status: 404 };
  // Some probes ask for the head of a page alone; Node leaves the body out by itself.
  const handler = methods.get(request.method === "HEAD" ? "GET" : (request.method ?? ""));
  if (!handler) return { status: 405, headers: { allow: allowed(methods) } };
  const body = await readBody(request);
  return body ? handler({ headers: request.headers, body }) : { status: 413 };
}

/** The methods that a path takes, as the header `Allow` lists them. */
function allowed(methods: ReadonlyMap<string, unknown>): string {
  return [...methods.keys()].map((method) => (method === "GET" ? "GET, HEAD" : method)).join(", ");
}

/** The whole body, or nothing when it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection has to survive the loop, so that the refusal reaches the caller.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Sends a reply; the last one on its connection where the rest of the request is not read, or the server stops. */
function send(response: ServerResponse, { status, body, headers }: HttpReply, isListening: boolean): void {
  if (response.destroyed) return;
  if (status === 413 || !isListening) response.setHeader("connection", "close");
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const isText = typeof body === "string";
  response
    .writeHead(status, { ...headers, "content-type": isText ? "text/plain; charset=utf-8" : "application/json" })
    .end(isText ? body : JSON.stringify(body));
}

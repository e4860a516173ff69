import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { BotError, errorFields } from "../../errors.ts";
import type { Logger } from "../../log.ts";
import type { Service } from "../platform.ts";
import { type ReportReadiness, serveHealth } from "./health.ts";
import { createRoutes, type HttpHandler, type HttpReply, type Method } from "./routes.ts";

/** How long a client may take to send its headers, and its whole request, in milliseconds. */
const HEADERS_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 10_000;
/** How often to look for clients that take longer, in milliseconds; Node's default is 30 seconds. */
const CHECK_INTERVAL = 1_000;
/** How long requests under way may take once the server stops, in milliseconds. */
const STOP_TIMEOUT = 5_000;

/** The one HTTP server of the process, shared by everything that is called from outside. */
export interface HttpServer extends Service {
  /** Serves a path from now on. What the handler throws is logged, and the caller gets status 500. */
  route(method: Method, path: string, handler: HttpHandler): void;
  reportReadiness: ReportReadiness;
  /**
   * Listens. Where nothing but health checks is served, it only warns when it cannot.
   * @throws {BotError} when it cannot, and something else was routed
   */
  start(): Promise<void>;
  /** Its base address while it listens, such as `http://127.0.0.1:3000`. */
  address(): string | undefined;
}

/** Where the server listens. */
export interface HttpServerOptions {
  host: string;
  /** 0 takes any that is free; without a port, the server listens nowhere. */
  port: number | undefined;
  log: Logger;
}

/** A server that does nothing before `start`. By itself it serves health checks. */
export function createHttpServer({ host, port, log }: HttpServerOptions): HttpServer {
  const routes = createRoutes();
  const reportReadiness = serveHealth(routes);
  let isNeeded = false;
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT, requestTimeout: REQUEST_TIMEOUT, connectionsCheckingInterval: CHECK_INTERVAL },
    (request, response) => {
      routes.answer(request).then(
        (reply) => send(response, reply, server.listening),
        (error: unknown) => {
          // An incomplete request was broken off by the client.
          if (request.complete) log.error(errorFields(error), "A request over HTTP failed");
          send(response, { status: 500 }, server.listening);
        },
      );
    },
  );
  server.on("clientError", (_error, socket) => socket.destroy());

  return {
    route(...route) {
      isNeeded = true;
      routes.add(...route);
    },
    reportReadiness,
    async start() {
      if (port === undefined) return;
      try {
        await listen(server, host, port);
      } catch (error) {
        if (isNeeded || !(error instanceof BotError)) throw error;
        log.warn({ reason: error.message, hint: error.hint }, "The bot starts without health checks");
        return;
      }
      server.on("error", (error) => log.error(errorFields(error), "The HTTP server failed"));
      log.info({ address: addressOf(server) }, "The HTTP server listens");
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

/** @throws {BotError} when the address cannot be listened on */
async function listen(server: Server, host: string, port: number): Promise<void> {
  const listening = once(server, "listening");
  server.listen(port, host);
  try {
    await listening;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const hint = "Set HOST to an address of this machine, and PORT to a port that is free; 0 takes any.";
    throw new BotError(`Cannot listen on ${host}:${port} (${code ?? message}).`, hint, { cause });
  }
}

function addressOf(server: Server): string | undefined {
  const address = server.address() as AddressInfo | null;
  if (!address) return undefined;
  return `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`;
}

/** Sends a reply, and closes the connection after it where the request was not read to its end or the server stops. */
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

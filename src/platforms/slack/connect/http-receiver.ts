import { type App, isValidSlackRequest, type ReceiverEvent } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import { errorFields } from "../../../errors.ts";
import type { Logger } from "../../../log.ts";
import type { HttpReply, HttpRequest } from "../../http/routes.ts";
import type { HttpServer } from "../../http/server.ts";
import { createFreshnessCheck, isTimestamp, MAX_SKEW } from "../../shared/freshness.ts";
import { parseJson } from "../../shared/parse-json.ts";
import { createThrottle } from "../../shared/throttle.ts";
import { readDelivery } from "./delivery.ts";
import type { SlackReceiver } from "./receiver.ts";

/** How many signatures are remembered and how long, to refuse a fresh request that was recorded and sent again. */
const SIGNATURES = { max: 20_000, ttl: 2 * MAX_SKEW * 1000 };
/** Bolt ignores what follows a signature, which would let a recorded request pass for a new one. */
const SIGNATURE = /^v0=[\da-f]{64}$/;

const HINT =
  "Their signature is wrong, or was seen before. Is SLACK_SIGNING_SECRET right? Then they are not from Slack.";

/** What requests are checked against, and where they come in. */
export interface HttpReceiverOptions {
  signingSecret: string;
  http: HttpServer;
  log: Logger;
}

/** HTTP mode: takes Slack's signed requests from the shared server, at `/slack/events`. */
export function createHttpReceiver({ signingSecret, http, log }: HttpReceiverOptions): SlackReceiver {
  const signatures = new LRUCache<string, true>(SIGNATURES);
  let app: App | undefined;
  let isReady = false;
  const tellOfRefusal = createThrottle((requests) => log.warn({ requests, hint: HINT }, "Requests were refused"));
  const isFresh = createFreshnessCheck(log);

  const isGenuine = (request: HttpRequest): boolean => {
    const timestamp = request.headers["x-slack-request-timestamp"];
    const signature = String(request.headers["x-slack-signature"]);
    const isNew = SIGNATURE.test(signature) && !signatures.has(signature);
    if (!isNew || !isTimestamp(timestamp) || !isSigned(request, signature, Number(timestamp), signingSecret)) {
      tellOfRefusal();
      return false;
    }
    if (!isFresh(timestamp)) return false;
    signatures.set(signature, true);
    return true;
  };

  const handle = async (request: HttpRequest): Promise<HttpReply> => {
    if (!app || !isReady) return { status: 503 };
    if (!isGenuine(request)) return { status: 401 };
    const body = readDelivery(parseBody(request));
    if (!body) return { status: 400 };
    return handshake(body) ?? deliver(app, body, log);
  };

  // Before the start: until the bot has reached Slack, the address answers that it is not in service yet.
  http.route("POST", "/slack/events", handle);

  return {
    init(boltApp) {
      app = boltApp;
    },
    start() {
      isReady = true;
      return Promise.resolve();
    },
    stop() {
      isReady = false;
      return Promise.resolve();
    },
    isReady: () => isReady,
  };
}

/** Whether a request is signed for its time, whenever that is. */
function isSigned({ body }: HttpRequest, signature: string, seconds: number, signingSecret: string): boolean {
  const headers = { "x-slack-signature": signature, "x-slack-request-timestamp": seconds };
  return isValidSlackRequest({ signingSecret, body: body.toString(), headers, nowMilliseconds: seconds * 1000 });
}

/** The reply to a request with which Slack checks the address. */
function handshake({ type, challenge, ssl_check }: Record<string, unknown>): HttpReply | undefined {
  if (type === "url_verification") return { status: 200, body: { challenge } };
  return ssl_check === "1" ? { status: 200 } : undefined;
}

/** Hands a delivery to Bolt. The reply goes out once the delivery is acknowledged, while the work goes on. */
function deliver(app: App, body: Record<string, unknown>, log: Logger): Promise<HttpReply> {
  return new Promise((resolve) => {
    const ack: ReceiverEvent["ack"] = (reply?: unknown) => {
      resolve({ status: 200, body: reply });
      return Promise.resolve();
    };
    app.processEvent({ body, ack }).then(
      () => resolve({ status: 404 }),
      (error: unknown) => {
        log.warn(errorFields(error), "Slack sent something that could not be handled");
        resolve({ status: 400 });
      },
    );
  });
}

/** Events come as JSON, commands as a form, and interactions as JSON in a form. */
function parseBody({ headers, body }: HttpRequest): unknown {
  const text = body.toString();
  if (!headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) return parseJson(text);
  const form = Object.fromEntries(new URLSearchParams(text));
  return form["payload"] === undefined ? form : parseJson(form["payload"]);
}

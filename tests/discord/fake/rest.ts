import { EventEmitter, once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { BOT, ROLE, SERVER, snowflake, TOKEN } from "./ids.ts";
import { type Payload, readPayload, type SentFile } from "./multipart.ts";
import { PROBLEMS } from "./spec.ts";

/** The calls that the bot may make. */
export type Route =
  | "application"
  | "gateway"
  | "commands"
  | "setCommands"
  | "response"
  | "message"
  | "directChannel"
  | "roles";

export interface Call {
  route: Route;
  /** Ids and tokens in the path, in order. */
  ids: readonly string[];
  body: unknown;
  /** What came beside the body. */
  files: readonly SentFile[];
  status: number;
  /** When it had come in, by the clock of `performance.now()`. */
  at: number;
}

/** What a call meets instead of an answer. */
export type Fault =
  | { status: number; code?: number; retryAfter?: number }
  /** Nothing ever comes back. */
  | "hang"
  /** It is done, and nothing comes back. */
  | "swallow";

interface Answer {
  status: number;
  body?: unknown;
}

const ROUTES: readonly {
  name: Route;
  method: string;
  path: RegExp;
  needsToken: boolean;
  problems?: (payload: Payload) => string[];
}[] = [
  { name: "application", method: "GET", path: /^\/applications\/@me$/, needsToken: true },
  { name: "roles", method: "GET", path: /^\/guilds\/(\d+)\/roles$/, needsToken: true },
  { name: "gateway", method: "GET", path: /^\/gateway\/bot$/, needsToken: true },
  { name: "commands", method: "GET", path: /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/, needsToken: true },
  {
    name: "setCommands",
    method: "PUT",
    path: /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/,
    needsToken: true,
    problems: PROBLEMS.commands,
  },
  {
    name: "response",
    method: "POST",
    path: /^\/interactions\/(\d+)\/([\w-]+)\/callback$/,
    needsToken: false,
    problems: PROBLEMS.response,
  },
  {
    name: "message",
    method: "POST",
    path: /^\/channels\/(\d+)\/messages$/,
    needsToken: true,
    problems: PROBLEMS.message,
  },
  {
    name: "directChannel",
    method: "POST",
    path: /^\/users\/@me\/channels$/,
    needsToken: true,
    problems: PROBLEMS.directChannel,
  },
];

/** How long Discord waits for the answer to an interaction, in milliseconds. */
const RESPONSE_DEADLINE = 3_000;

interface Pending {
  token: string;
  createdAt: number;
  isAnswered: boolean;
}

/** Discord's REST API, as far as the bot uses it, and stricter. */
export interface FakeRest {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Every call, in the order of their answers. */
  calls: readonly Call[];
  /** The next call of a route that has not been given yet. */
  next(route: Route): Promise<Call>;
  /** Lets the next calls of a route fail. */
  fail(route: Route, fault: Fault, times?: number): void;
  /** Expects the answer to an interaction that was created so many milliseconds ago. */
  expect(interaction: { id: string; token: string }, age: number): void;
  /** Whatever the bot did that it never should. */
  violations: readonly string[];
}

export interface RestOptions {
  gatewayUrl: () => string;
  /** How many connections it recommends. */
  shards: number;
  /** How many new connections it still takes today. */
  sessions: number;
  publicKey: string;
  /** Takes bodies as they come, for measurements beside other clients. */
  isLenient?: boolean | undefined;
}

export function createRest({ gatewayUrl, shards, sessions, publicKey, isLenient }: RestOptions): FakeRest {
  const calls: Call[] = [];
  const given = new WeakSet<Call>();
  const violations: string[] = [];
  const faults: { route: Route; fault: Fault; times: number }[] = [];
  const pending = new Map<string, Pending>();
  const nonces = new Map<string, unknown>();
  const commands = new Map<string, unknown>();
  const happenings = new EventEmitter();

  const answers: Record<Route, (ids: readonly string[], body: unknown) => Answer> = {
    application: () => ({ status: 200, body: { id: BOT, name: "Helper", verify_key: publicKey } }),
    gateway: () => ({
      status: 200,
      body: {
        url: gatewayUrl(),
        shards,
        session_start_limit: { total: 1000, remaining: sessions, reset_after: 0, max_concurrency: 16 },
      },
    }),
    commands: (ids) => ({ status: 200, body: commands.get(ids.join()) ?? [] }),
    setCommands: (ids, body) => {
      const registered = z
        .array(z.looseObject({}))
        .parse(body)
        .map((command) => asDiscordKeepsIt(command));
      commands.set(ids.join(), registered);
      return { status: 200, body: registered };
    },
    response: ([id = "", token]) => {
      const interaction = pending.get(id);
      if (!interaction || interaction.token !== token || Date.now() - interaction.createdAt > RESPONSE_DEADLINE) {
        return refusal(404, 10062, "Unknown interaction");
      }
      if (interaction.isAnswered) return refusal(400, 40060, "Interaction has already been acknowledged.");
      interaction.isAnswered = true;
      return { status: 204 };
    },
    message: ([channel], body) => {
      const { nonce } = z.object({ nonce: z.string(), enforce_nonce: z.literal(true) }).parse(body);
      const message = nonces.get(nonce) ?? { id: snowflake(), channel_id: channel };
      nonces.set(nonce, message);
      return { status: 200, body: message };
    },
    roles: () => ({
      status: 200,
      body: [
        { id: SERVER, name: "@everyone" },
        { id: snowflake(), name: "Another bot", tags: { bot_id: snowflake() } },
        { id: ROLE, name: "Helper", tags: { bot_id: BOT } },
      ],
    }),
    directChannel: () => ({ status: 200, body: { id: snowflake(), type: 1 } }),
  };

  const faultFor = (route: Route): Fault | undefined => {
    const found = faults.find((candidate) => candidate.route === route && candidate.times > 0);
    if (found) found.times--;
    return found?.fault;
  };

  const answer = (
    route: (typeof ROUTES)[number],
    ids: readonly string[],
    payload: Payload,
    fault: Fault | undefined,
  ) => {
    if (typeof fault === "object") return refusal(fault.status, fault.code ?? 0, "Refused, as the test asked for");
    const problems = (isLenient ? undefined : route.problems?.(payload)) ?? [];
    violations.push(...problems.map((problem) => `${route.name}: ${problem}`));
    return problems.length > 0 ? refusal(400, 50035, "Invalid Form Body") : answers[route.name](ids, payload.body);
  };

  const serve = (
    route: (typeof ROUTES)[number],
    path: string,
    { payload, at }: { payload: Payload; at: number },
    response: ServerResponse,
  ) => {
    const fault = faultFor(route.name);
    if (fault === "hang") return;
    const ids = (route.path.exec(path) ?? []).slice(1).filter((id) => id !== undefined);
    const answered = answer(route, ids, payload, fault);
    calls.push({ route: route.name, ids, ...payload, status: answered.status, at });
    happenings.emit("call");
    if (fault !== "swallow") send(response, answered, typeof fault === "object" ? fault.retryAfter : undefined);
  };

  return {
    calls,
    violations,
    async handle(request, response) {
      const path = (request.url ?? "").replace(/^\/api\/v10/, "").split("?", 1)[0] ?? "";
      const route = ROUTES.find((candidate) => candidate.method === request.method && candidate.path.test(path));
      const payload = await readPayload(await read(request), request.headers["content-type"]);
      const at = performance.now();
      if (!route) {
        violations.push(`there is no ${request.method} ${path}`);
        send(response, { status: 404 });
      } else if (route.needsToken !== (request.headers.authorization === `Bot ${TOKEN}`)) {
        send(response, refusal(401, 0, "401: Unauthorized"));
      } else {
        serve(route, path, { payload, at }, response);
      }
    },
    async next(route) {
      for (;;) {
        const call = calls.find((candidate) => candidate.route === route && !given.has(candidate));
        if (call) {
          given.add(call);
          return call;
        }
        await once(happenings, "call");
      }
    },
    fail(route, fault, times = 1) {
      faults.push({ route, fault, times });
    },
    expect({ id, token }, age) {
      pending.set(id, { token, createdAt: Date.now() - age, isAnswered: false });
    },
  };
}

/** Discord adds ids and leaves out what is false or empty. */
function asDiscordKeepsIt(command: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(command).filter(([, value]) => value !== null && JSON.stringify(value) !== "{}");
  return { id: snowflake(), application_id: BOT, version: snowflake(), nsfw: false, ...Object.fromEntries(kept) };
}

function refusal(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, body }: Answer, retryAfter?: number): void {
  const limited = retryAfter === undefined ? {} : { "retry-after": String(retryAfter), "x-ratelimit-scope": "user" };
  if (body === undefined) response.writeHead(status, limited).end();
  else response.writeHead(status, { "content-type": "application/json", ...limited }).end(JSON.stringify(body));
}

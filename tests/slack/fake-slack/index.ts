import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { types } from "@slack/bolt";
import { createFaults } from "./faults.ts";
import { createInbox } from "./inbox.ts";
import { createResponseUrls } from "./response-urls.ts";
import { createSockets } from "./sockets.ts";
import { type Args, argumentProblems, METHODS, TOKENS } from "./web-api.ts";

/** A call that the bot made: of a method of the Web API, or of a response_url, under that name. */
export interface Call {
  method: string;
  /** When it arrived, as `performance.now()` counts. */
  at: number;
  args: {
    channel?: string;
    user?: string;
    thread_ts?: string;
    text?: string;
    blocks?: types.KnownBlock[];
    view?: types.ModalView | types.HomeView;
    response_type?: string;
    replace_original?: boolean;
    delete_original?: boolean;
    prompts?: { title: string; message: string }[];
  };
}

export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;

/**
 * Slack on loopback, as strict as the real one, and stricter: it refuses what Slack refuses, and notes as a violation
 * what a good app never does. A test ends with `violations` empty, unless it broke something itself.
 */
export async function startFakeSlack() {
  const calls = createInbox<Call>("call");
  const refused = createInbox<Call & { error: string }>("refusal");
  const violations: string[] = [];
  const faults = createFaults();
  let isDown = false;
  let scopes: string | undefined;

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      violations.push(String(error));
      response.destroy();
    });
  });
  server.on("connection", (socket) => {
    socket.on("error", () => undefined);
    if (isDown) socket.destroy();
  });
  const sockets = createSockets(server, violations);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  const responseUrls = createResponseUrls(() => base);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request);
    const at = performance.now();
    const path = request.url ?? "";
    if (path.startsWith("/response/")) {
      answerResponseUrl(path, { method: "response_url", at, args: JSON.parse(body) }, response);
      return;
    }
    const call = { method: path.replace("/api/", ""), at, args: readForm(body) };
    answerMethod(call, String(request.headers.authorization), response);
  }

  function answerResponseUrl(path: string, call: Call, response: ServerResponse): void {
    const { args } = call;
    if (faults.strike(call.method, args, response)) return;
    const error = responseUrls.use(path);
    violations.push(...responseUrls.problems(args).map((problem) => `response_url: ${problem}`));
    if (error) {
      refused.add({ ...call, error });
      response.writeHead(404, { "content-type": "application/json" }).end(JSON.stringify({ ok: false, error }));
      return;
    }
    response.end("ok");
    calls.add(call);
  }

  function answerMethod(call: Call, authorization: string, response: ServerResponse): void {
    const { method: name, args } = call;
    if (faults.strike(name, args, response)) return;
    const problems = problemsOf(name, args);
    violations.push(...problems.map((problem) => `${name}: ${problem}`));
    const error = problems.length > 0 ? "invalid_arguments" : refusal(name, args, authorization);
    response.setHeader("content-type", "application/json");
    if (scopes !== undefined) response.setHeader("x-oauth-scopes", scopes);
    if (error) {
      refused.add({ ...call, error });
      response.end(JSON.stringify({ ok: false, error }));
      return;
    }
    const link = name === "apps.connections.open" ? { url: `ws://127.0.0.1:${port}/link?ticket=1` } : {};
    response.end(JSON.stringify({ ok: true, ...METHODS[name]?.result, ...link }));
    calls.add(call);
  }

  return {
    /** Base of the Web API. */
    apiUrl: `${base}/api/`,
    /** Calls that Slack took, in order. */
    calls,
    /** Calls that Slack refused, in order. */
    refused,
    violations,
    faults,
    sockets,
    createResponseUrl: () => responseUrls.create(),
    /** Says with every answer what the token may do. */
    grant(granted: string) {
      scopes = granted;
    },
    /** Nothing can be reached any more. */
    goDown() {
      isDown = true;
      sockets.cut();
      server.closeAllConnections();
    },
    comeBack() {
      isDown = false;
    },
    async stop() {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function problemsOf(name: string, args: Args): string[] {
  const method = METHODS[name];
  return method ? argumentProblems(method, args) : ["is not known"];
}

function refusal(name: string, args: Args, authorization: string): string | undefined {
  const method = METHODS[name];
  if (authorization !== `Bearer ${method && TOKENS[method.token]}`) return "invalid_auth";
  return method?.refuses?.(args);
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** The arguments of a method; whatever has a structure comes as JSON in a form. */
function readForm(body: string): Args {
  const fields = [...new URLSearchParams(body)].map(([name, value]) => {
    const isStructured = ["blocks", "view", "prompts"].includes(name);
    return [name, isStructured ? (JSON.parse(value) as unknown) : value] as const;
  });
  return Object.fromEntries(fields);
}

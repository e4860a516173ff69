import { Writable } from "node:stream";
import pino from "pino";
import { onTestFinished } from "vitest";
import { createBot } from "../../src/bot.ts";
import type { SlackConfig } from "../../src/config.ts";
import type { Packs } from "../../src/core/pack.ts";
import { createHttpServer } from "../../src/platforms/http/server.ts";
import { createSlackPlatform } from "../../src/platforms/slack/index.ts";
import type { Timing } from "../../src/platforms/slack/timing.ts";
import { GARDEN_FOLDER, packIn } from "../fixtures/packs.ts";
import { SIGNING_SECRET } from "./fake-slack/deliver-http.ts";
import { type Call, startFakeSlack } from "./fake-slack/index.ts";
import * as payloads from "./fake-slack/payloads.ts";
import { TOKENS } from "./fake-slack/web-api.ts";

const garden: Packs = [packIn(GARDEN_FOLDER)];

/** Short waits, so that tests of slow things are fast. */
const FAST: Partial<Timing> = {
  call: 400,
  connect: 800,
  retries: [5, 10],
  reconnect: 5,
  longestReconnect: 40,
  stable: 0,
  refused: 20,
  stop: 1_000,
};

export interface StartOptions {
  packs?: Packs;
  config?: Partial<SlackConfig>;
  timing?: Partial<Timing>;
  /** How the bot hears from Slack. */
  transport?: "socket" | "http";
  /** Whether the adapter is started; otherwise the test does it. */
  isStarted?: boolean;
}

export type Harness = Awaited<ReturnType<typeof start>>;

/** The real adapter, with the real Bolt and the real bot, talking to a fake Slack on loopback. */
export async function start({
  packs = garden,
  config,
  timing,
  transport = "socket",
  isStarted = true,
}: StartOptions = {}) {
  const slack = await startFakeSlack();
  const logged: string[] = [];
  const log = pino(
    { level: "debug", base: null },
    new Writable({ write: (line, _, done) => done(void logged.push(String(line))) }),
  );
  const http = createHttpServer({ host: "127.0.0.1", port: 0, log });
  await http.start();
  const transportConfig = transport === "socket" ? { appToken: TOKENS.app } : { signingSecret: SIGNING_SECRET };
  const bot = createBot(packs);
  const platform = createSlackPlatform({
    bot,
    log,
    http,
    config: { botToken: TOKENS.bot, apiUrl: slack.apiUrl, ...transportConfig, ...config },
    timing: { ...FAST, ...timing },
  });
  if (isStarted) await platform.start();
  onTestFinished(async () => {
    await platform.stop();
    await http.stop();
    await slack.stop();
  });

  /** Delivers over the socket. */
  const deliver = (type: "events_api" | "slash_commands" | "interactive", payload: unknown) =>
    slack.sockets.deliver({ type, payload });
  const takeCall = (method: string, matches: (call: Call) => boolean = () => true) =>
    slack.calls.take((call) => call.method === method && matches(call));

  return {
    slack,
    platform,
    bot,
    http,
    /** Lines of the log. */
    logged,
    deliver,
    /** The next call of a method that Slack took. */
    takeCall,
    /** Delivers an event. */
    send: (payload: unknown) => deliver("events_api", payload),
    /** Uses the slash command, and takes what comes back. */
    async command(text: string, fields?: Record<string, string>): Promise<Call> {
      await deliver("slash_commands", payloads.command(text, slack.createResponseUrl(), fields));
      return takeCall("response_url");
    },
    /** Presses a button. */
    press: (fields: payloads.PressFields, url = slack.createResponseUrl()) =>
      deliver("interactive", payloads.press(url, fields)),
    /** Resolves when everything sent so far has been dealt with: one more mention has been answered after it. */
    async settle(): Promise<void> {
      const ts = payloads.newTimestamp();
      await deliver("events_api", payloads.mention("what-is-mulch", { ts, channel: "C1" }));
      await takeCall("chat.postMessage", ({ args }) => args.thread_ts === ts);
    },
  };
}

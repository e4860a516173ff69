import { webApi } from "@slack/bolt";
import type { Bot } from "../../bot.ts";
import type { SlackConfig } from "../../config.ts";
import type { Logger } from "../../log.ts";
import type { HttpServer } from "../http/server.ts";
import type { Platform } from "../platform.ts";
import { createInFlight } from "../shared/in-flight.ts";
import { createSeen } from "../shared/seen.ts";
import { createBoltLogger } from "./connect/bolt-logger.ts";
import { createApp } from "./connect/create-app.ts";
import { createHttpReceiver } from "./connect/http-receiver.ts";
import { identify } from "./connect/identify.ts";
import type { SlackReceiver } from "./connect/receiver.ts";
import { createSocketReceiver } from "./connect/socket-receiver.ts";
import { type Caller, createCaller } from "./deliver/call.ts";
import { createDeliver } from "./deliver/deliver.ts";
import { createViews } from "./deliver/views.ts";
import { listenToCommands } from "./listen/commands.ts";
import { listenToHome } from "./listen/home.ts";
import { listenToMessages } from "./listen/messages.ts";
import { listenToPresses } from "./listen/presses.ts";
import { createReplies } from "./listen/replies.ts";
import { listenToShortcut } from "./listen/shortcut.ts";
import { createThreads } from "./listen/threads.ts";
import { PLATFORM } from "./name.ts";
import { TIMING, type Timing } from "./timing.ts";

/** What the adapter works with. */
export interface SlackOptions {
  bot: Bot;
  config: SlackConfig;
  log: Logger;
  /** The shared server, which serves HTTP mode. */
  http: HttpServer;
  /** Waits that differ from the usual ones. */
  timing?: Partial<Timing> | undefined;
}

/** Slack, by Socket Mode where there is an app token, and else over HTTP. */
export function createSlackPlatform({ bot, config, log, http, timing: changed }: SlackOptions): Platform {
  const timing = { ...TIMING, ...changed };
  const stopping = new AbortController();
  const { signal } = stopping;
  const seen = createSeen();
  const inFlight = createInFlight();
  // The client retries nothing: what may be repeated is decided where it is known what a call does.
  const clientOptions: webApi.WebClientOptions = {
    ...(config.apiUrl && { slackApiUrl: config.apiUrl }),
    timeout: timing.call,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: createBoltLogger(log),
  };
  const web = new webApi.WebClient(config.botToken, clientOptions);
  const caller: Caller = createCaller({ timing, log, signal, probe: () => web.auth.test() });
  const { appToken, signingSecret = "" } = config;
  const receiver: SlackReceiver = appToken
    ? createSocketReceiver({ appToken, clientOptions, timing, log })
    : createHttpReceiver({ signingSecret, http, log });

  const isReady = () => receiver.isReady() && caller.isAccepted();

  return {
    name: PLATFORM,
    async start() {
      const identity = await identify(web, { timing, log, signal });
      if (!identity) return;
      const app = createApp({ receiver, identity, botToken: config.botToken, clientOptions, seen, inFlight, log });
      const context = {
        app,
        bot,
        replies: createReplies({ bot, log, diagramBaseUrl: config.diagramBaseUrl }),
        deliver: createDeliver({ web, caller, timing, log }),
        views: createViews(web, caller),
        seen,
        threads: createThreads(),
        log,
        self: identity.user,
      };
      listenToCommands(context);
      listenToMessages(context);
      listenToPresses(context);
      listenToHome(context);
      listenToShortcut(context);
      await app.start();
      if (!isReady()) return;
      log.info({ ...identity.names, transport: appToken ? "Socket Mode" : "HTTP" }, "The bot is connected to Slack");
    },
    async stop() {
      await receiver.stop();
      await inFlight.settled(timing.stop);
      stopping.abort();
    },
    isReady,
  };
}

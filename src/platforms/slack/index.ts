import { webApi } from "@slack/bolt";
import type { Bot } from "../../bot.ts";
import type { SlackConfig } from "../../config.ts";
import type { Logger } from "../../log.ts";
import type { HttpServer } from "../http-server.ts";
import { createInFlight } from "../in-flight.ts";
import type { Platform } from "../platform.ts";
import { createSeen } from "../seen.ts";
import { createBoltLogger } from "./bolt-logger.ts";
import { type Caller, createCaller } from "./call.ts";
import { createApp } from "./create-app.ts";
import { createDeliver } from "./deliver.ts";
import { createHttpReceiver } from "./http-receiver.ts";
import { identify } from "./identify.ts";
import { listenToCommands } from "./listen-commands.ts";
import { listenToHome } from "./listen-home.ts";
import { listenToMessages } from "./listen-messages.ts";
import { listenToPresses } from "./listen-presses.ts";
import { listenToShortcut } from "./listen-shortcut.ts";
import type { SlackReceiver } from "./receiver.ts";
import { createReplies } from "./replies.ts";
import { createSocketReceiver } from "./socket-receiver.ts";
import { createThreads } from "./threads.ts";
import { TIMING, type Timing } from "./timing.ts";
import { createViews } from "./views.ts";

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
  // Every call is made once; what may be tried again is decided where it is known what the call does.
  const clientOptions: webApi.WebClientOptions = {
    ...(config.apiUrl && { slackApiUrl: config.apiUrl }),
    timeout: timing.call,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: createBoltLogger(log),
  };
  const web = new webApi.WebClient(config.botToken, clientOptions);
  const caller: Caller = createCaller({ timing, log, signal });
  const { appToken, signingSecret = "" } = config;
  const receiver: SlackReceiver = appToken
    ? createSocketReceiver({ appToken, clientOptions, timing, log })
    : createHttpReceiver({ signingSecret, http, log });

  const isReady = () => receiver.isReady() && caller.isAccepted();

  return {
    name: "slack",
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

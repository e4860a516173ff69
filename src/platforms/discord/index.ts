import type { Bot } from "../../bot.ts";
import type { DiscordConfig } from "../../config.ts";
import { BotError } from "../../errors.ts";
import type { Logger } from "../../log.ts";
import type { HttpServer } from "../http/server.ts";
import type { Platform } from "../platform.ts";
import { backOff, retry } from "../shared/retry.ts";
import { createEndpoint, ENDPOINT } from "./connect/endpoint.ts";
import { type Connection, createGateway, type GatewayOptions } from "./connect/gateway.ts";
import { createShards } from "./connect/shards.ts";
import { type Api, createApi } from "./deliver/api.ts";
import { createDeliver } from "./deliver/deliver.ts";
import { discordErrorFields } from "./deliver/hints.ts";
import { createListener } from "./listen/listener.ts";
import { createOwnRoles } from "./listen/own-roles.ts";
import { createResponder } from "./listen/respond.ts";
import { PLATFORM } from "./name.ts";
import { introduce } from "./register/introduce.ts";
import { TIMING, type Timing } from "./timing.ts";

/** What the adapter works with. */
export interface DiscordOptions {
  bot: Bot;
  config: DiscordConfig;
  log: Logger;
  /** The shared server, which serves interactions where there is a public key. */
  http: HttpServer;
  /** Waits that differ from the usual ones. */
  timing?: Partial<Timing> | undefined;
  /** The program that shards run, by default this one. */
  program?: string | undefined;
  /** Called when Discord closes an established connection for good. */
  onClosed?: (() => void) | undefined;
}

/**
 * The bot in Discord: through one connection to the gateway, several in processes of their own or, with 0 shards, none;
 * with a public key, over HTTP as well.
 */
export function createDiscordPlatform(options: DiscordOptions): Platform {
  const { bot, config, log, http, program, onClosed, timing: changed } = options;
  const timing = { ...TIMING, ...changed };
  const api = createApi(config, log, timing);
  const respond = createResponder({ bot, log });
  const deliver = createDeliver(api, log);
  const stopping = new AbortController();
  const { signal } = stopping;
  const onDispatch = createListener({ bot, respond, deliver, ownRoles: createOwnRoles(api, log), log });
  const connection = createConnection({ config, api, log, timing, program, signal, onDispatch, onClosed });
  let isStarted = false;

  function waitAfter(error: unknown, failures: number): number {
    if (error instanceof BotError) throw error;
    log.warn(discordErrorFields(error), "Discord cannot be reached; trying again");
    return backOff(failures, timing);
  }

  // Before the start: the server has to know by then whether anything needs it.
  if (config.publicKey) {
    http.route("POST", ENDPOINT, createEndpoint({ publicKey: config.publicKey, respond, deliver, log }));
  }

  const isReady = () => isStarted && (connection?.isReady() ?? true);

  return {
    name: PLATFORM,
    async start() {
      try {
        await retry(async () => connection?.connect(), { signal, waitAfter });
        if (signal.aborted) return;
        isStarted = true;
        await introduce({ api, config, packs: bot.packs, log, timing, signal });
      } catch (error) {
        isStarted = false;
        await connection?.disconnect();
        if (!signal.aborted) throw error;
      }
    },
    async stop() {
      stopping.abort();
      isStarted = false;
      // At the same time: what comes in from now on could no longer be answered.
      await Promise.all([connection?.disconnect(), deliver.settled(timing.stop)]);
    },
    isReady,
  };
}

interface ConnectionOptions extends GatewayOptions {
  api: Api;
  program: string | undefined;
}

/** The source of the gateway's events, if there is one: this process, or several of their own. */
function createConnection({ program, ...options }: ConnectionOptions): Connection | undefined {
  const { config, api, log, timing, onClosed } = options;
  const { shards: count } = config;
  if (count === 0) return undefined;
  if (count === undefined) return createGateway(options);
  return createShards({ config, api, log, timing, count, program: program ?? process.argv[1] ?? "", onClosed });
}

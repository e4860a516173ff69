import { once } from "node:events";
import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Status,
} from "discord.js";
import type { DiscordConfig } from "../../../config.ts";
import { BotError } from "../../../errors.ts";
import type { Logger } from "../../../log.ts";
import { within } from "../../shared/time.ts";
import { closeHint, discordErrorFields, TOKEN_HINT } from "../deliver/hints.ts";
import { callOptions } from "../deliver/rest-clients.ts";
import type { Dispatch } from "../listen/listener.ts";
import type { Timing } from "../timing.ts";
import { createStrategy } from "./strategy.ts";

/** Messages that mention the bot, and direct messages; interactions come in any case. Neither is privileged. */
const INTENTS = [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** A source of the gateway's events that reconnects by itself. */
export interface Connection {
  /**
   * Resolves once events come.
   * @throws {BotError} when Discord refuses the bot for good; any other error may be gone at the next try
   */
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  isReady(): boolean;
}

/** What a connection is made with, and whom it tells. */
export interface GatewayOptions {
  config: DiscordConfig;
  log: Logger;
  timing: Timing;
  /** Ends an attempt to connect. */
  signal: AbortSignal;
  onDispatch: (event: Dispatch) => void;
  /** Called when Discord closes an established connection for good. */
  onClosed?: (() => void) | undefined;
}

/** One connection, in this process. */
export function createGateway({
  config,
  log,
  timing,
  signal,
  onDispatch,
  onClosed = () => undefined,
}: GatewayOptions): Connection {
  let client: Client | undefined;

  return {
    async connect() {
      client = createClient({ config, log, timing, onDispatch });
      watch(client, log);
      await login(client, config.token, signal);
      client.on(Events.ShardDisconnect, onClosed);
    },
    async disconnect() {
      if (!client) return;
      // The client takes its own disconnect for a lost connection.
      client.removeAllListeners(Events.ShardReconnecting);
      await within(client.destroy(), timing.stop);
    },
    isReady() {
      // `isReady()` alone stays true after the gateway has closed for good.
      return client?.isReady() === true && client.ws.shards.every(({ status }) => status === Status.Ready);
    },
  };
}

function createClient({
  config: { apiUrl },
  log,
  timing,
  onDispatch,
}: Pick<GatewayOptions, "config" | "log" | "timing" | "onDispatch">): Client {
  const client = new Client({
    intents: INTENTS,
    ws: { buildStrategy: (manager) => createStrategy(manager, { log, timing }) },
    rest: callOptions(apiUrl, timing),
  });
  client.on(Events.Raw, (event: Dispatch) => {
    onDispatch(event);
    // Keeps the client from handling the event too: it does not check its shape, and a malformed one would end the
    // process.
    if (event.t !== GatewayDispatchEvents.Ready && event.t !== GatewayDispatchEvents.Resumed) event.t = "";
  });
  return client;
}

/** Logs the connection's state. Its errors need listeners: without one, an error would end the process. */
function watch(client: Client, log: Logger): void {
  let isLost = false;
  const lose = () => {
    if (!isLost) log.warn("The connection to Discord is lost; trying to get it back");
    isLost = true;
  };
  const regain = () => {
    if (isLost) log.info("The connection to Discord is back");
    isLost = false;
  };
  client.on(Events.ShardReconnecting, lose);
  client.on(Events.ShardReady, regain);
  client.on(Events.ShardResume, regain);
  client.on(Events.ShardError, (error) => log.warn({ reason: error.message }, "The connection to Discord has failed"));
  client.on(Events.ShardDisconnect, ({ code }) => {
    log.error({ code, hint: closeHint(code) }, "Discord has closed the connection for good");
  });
  client.on(Events.Error, (error) => log.error(discordErrorFields(error), "The Discord client has failed"));
}

/** @throws {BotError} when the token or the connection is refused for good */
async function login(client: Client, token: string, signal: AbortSignal): Promise<void> {
  const refused = new Promise<never>((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }) => {
      reject(new BotError(`Discord's gateway refuses the bot (${code}).`, closeHint(code)));
    });
  });
  const attempt = new AbortController();
  const aborted = once(signal, "abort", { signal: attempt.signal }).then(() => signal.throwIfAborted());
  try {
    await Promise.race([Promise.all([client.login(token), once(client, Events.ClientReady)]), refused, aborted]);
  } catch (error) {
    await client.destroy();
    const isTokenInvalid = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
    throw isTokenInvalid ? new BotError("Discord refuses the token.", TOKEN_HINT, { cause: error }) : error;
  } finally {
    attempt.abort();
  }
}

import { once } from "node:events";
import { DiscordjsError, DiscordjsErrorCodes, type Shard, ShardEvents, ShardingManager } from "discord.js";
import type { DiscordConfig } from "../../../config.ts";
import { BotError } from "../../../errors.ts";
import type { Logger } from "../../../log.ts";
import { within } from "../../shared/time.ts";
import type { Api } from "../deliver/api.ts";
import type { Timing } from "../timing.ts";
import type { Connection } from "./gateway.ts";
import { keepRunning } from "./keep-running.ts";

/** What the shards are, and whom they tell. */
export interface ShardsOptions {
  config: DiscordConfig;
  api: Api;
  log: Logger;
  timing: Timing;
  /** How many; `auto` for as many as Discord recommends. */
  count: number | "auto";
  /** The program that each shard runs. */
  program: string;
  /** Called when Discord closes a shard's connection for good, once all have been established. */
  onClosed?: (() => void) | undefined;
}

/** Several connections that share the bot's servers, each in a process of its own that runs the whole bot. */
export function createShards({
  config,
  api,
  log,
  timing,
  count,
  program,
  onClosed = () => undefined,
}: ShardsOptions): Connection {
  let manager: ShardingManager | undefined;
  let restarts = new AbortController();

  const watch = (shard: Shard) => {
    keepRunning(shard, { log, timing, signal: restarts.signal });
    // Starting it again would only be refused, until Discord resets the token.
    shard.on(ShardEvents.Disconnect, () => restarts.abort());
    shard.on(ShardEvents.Death, () => {
      if (manager && restarts.signal.aborted) log.error({ shard: shard.id }, "A shard has ended for good");
    });
  };

  const disconnect = async () => {
    if (!manager) return;
    const { shards } = manager;
    manager = undefined;
    restarts.abort();
    await within(Promise.all([...shards.values()].map(end)), timing.stop);
  };

  return {
    async connect() {
      const totalShards = count === "auto" ? await api.recommendedShards() : count;
      const options = { totalShards, shardArgs: ["--platform", "discord"], execArgv: process.execArgv };
      restarts = new AbortController();
      // The manager itself would restart a shard at once, again and again, for ever.
      manager = new ShardingManager(program, { ...options, token: config.token, respawn: false });
      manager.on("shardCreate", watch);
      try {
        const shards = await manager.spawn({ delay: timing.shard, timeout: timing.shardStart });
        for (const shard of shards.values()) shard.on(ShardEvents.Disconnect, onClosed);
      } catch (cause) {
        await disconnect();
        const isSlow = cause instanceof DiscordjsError && cause.code === DiscordjsErrorCodes.ShardingReadyTimeout;
        throw isSlow ? cause : new BotError("A shard has ended at once.", "The log, above, says why.", { cause });
      }
    },
    disconnect,
    isReady() {
      if (!manager) return false;
      const { shards, totalShards } = manager;
      return shards.size === totalShards && shards.every(({ ready }) => ready);
    },
  };
}

async function end(shard: Shard): Promise<void> {
  const { process: child } = shard;
  if (!child) return;
  const exit = once(child, "exit");
  shard.kill();
  await exit;
}

import type { ChildProcess } from "node:child_process";
import { type Shard, ShardEvents } from "discord.js";
import type { Logger } from "../../../log.ts";
import { backOff } from "../../shared/retry.ts";
import { pause } from "../../shared/time.ts";
import { discordErrorFields } from "../deliver/hints.ts";
import type { Timing } from "../timing.ts";

/** Has `spawn` not wait for the shard to connect, which it tries for as long as it takes. */
const AT_ONCE = -1;

/**
 * Starts a shard again whenever it ends once it has connected, until the signal aborts; ever later where it ends soon,
 * since Discord takes the token away from a bot that connects too often.
 */
export function keepRunning(
  shard: Shard,
  { log, timing, signal }: { log: Logger; timing: Timing; signal: AbortSignal },
): void {
  const pace = { reconnect: timing.shard, longestReconnect: timing.longestRestart };
  let hasConnected = false;
  let failures = 0;
  let startedAt = performance.now();

  const fail = (error: unknown) => {
    log.error({ shard: shard.id, ...discordErrorFields(error) }, "The process of a shard has failed");
  };
  const startAgain = async () => {
    if (performance.now() - startedAt >= timing.stable) failures = 0;
    const wait = backOff(failures, pace);
    failures += 1;
    log.warn({ shard: shard.id, wait }, "A shard has ended; it is started again");
    await pause(wait, signal);
    if (signal.aborted) return;
    startedAt = performance.now();
    try {
      await shard.spawn(AT_ONCE);
    } catch (error) {
      fail(error);
      await startAgain();
    }
  };

  shard.once(ShardEvents.Ready, () => {
    hasConnected = true;
  });
  shard.on(ShardEvents.Spawn, (child) => {
    // Of a process that the system refuses, discord.js hears nothing, and an error that nobody hears ends the bot.
    (child as ChildProcess).on("error", (error) => {
      fail(error);
      shard.kill();
    });
  });
  shard.on(ShardEvents.Death, () => {
    if (hasConnected && !signal.aborted) void startAgain();
  });
}

import type { ChildProcess } from "node:child_process";
import { type Shard, ShardEvents } from "discord.js";
import type { Logger } from "../../../log.ts";
import { backOff } from "../../shared/retry.ts";
import { pause } from "../../shared/time.ts";
import { discordErrorFields } from "../deliver/hints.ts";
import type { Timing } from "../timing.ts";

/** A timeout with which `spawn` does not wait for the shard to connect: the shard tries for as long as it takes. */
const AT_ONCE = -1;

/**
 * Once a shard has connected, starts it again whenever it ends, until the signal aborts. Where it ends soon after its
 * start, the waits grow: Discord resets the token of a bot that connects too often.
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
    // Where the system refuses the process, discord.js does not listen, and an error without a listener ends the bot.
    (child as ChildProcess).on("error", (error) => {
      fail(error);
      shard.kill();
    });
  });
  shard.on(ShardEvents.Death, () => {
    if (hasConnected && !signal.aborted) void startAgain();
  });
}

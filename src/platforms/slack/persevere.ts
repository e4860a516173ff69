import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../../log.ts";
import { failureOf } from "./failure.ts";
import { REFUSED_TOKEN } from "./hints.ts";
import type { Timing } from "./timing.ts";

export interface PersevereOptions {
  timing: Timing;
  log: Logger;
  signal: AbortSignal;
  /** What to do when Slack refuses the token: throw, to give up, or return, to try again later. */
  onRefused: (code: string) => void;
}

/**
 * Tries to reach Slack until it works, more and more slowly. Nothing when the signal aborts first.
 * @throws what `onRefused` throws
 */
export async function persevere<T>(attempt: () => Promise<T>, options: PersevereOptions): Promise<T | undefined> {
  const { log, signal } = options;
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      const { code, retryAfter } = failureOf(error);
      const wait = retryAfter ?? waitAfter(code, failures, options);
      log.warn({ error: code, seconds: Math.ceil(wait / 1000) }, "Slack cannot be reached; trying again");
      await pause(wait, signal);
    }
  }
  return undefined;
}

/** Milliseconds to wait after so many failures; half of it is left to chance, so that many bots do not knock at once. */
export function backOff(failures: number, { reconnect, longestReconnect }: Timing): number {
  return Math.min(longestReconnect, reconnect * 2 ** failures) * (0.5 + Math.random() / 2);
}

/** Resolves after a time, or as soon as the signal aborts. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}

function waitAfter(code: string, failures: number, { timing, onRefused }: PersevereOptions): number {
  // An app-level token is refused with `missing_scope` where it lacks its only scope.
  if (!REFUSED_TOKEN.has(code) && code !== "missing_scope") return backOff(failures, timing);
  onRefused(code);
  return timing.refused;
}

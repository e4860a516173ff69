import type { Logger } from "../../../log.ts";
import { backOff, retry } from "../../shared/retry.ts";
import { failureOf, REFUSED_TOKEN } from "../deliver/failure.ts";
import type { Timing } from "../timing.ts";

export interface ReachOptions {
  timing: Timing;
  log: Logger;
  signal: AbortSignal;
  /** What to do when Slack refuses the token: throw, to give up, or return, to try again later. */
  onRefused: (code: string) => void;
}

/**
 * Tries to reach Slack until it works, more and more slowly. Returns undefined if aborted.
 * @throws what `onRefused` throws
 */
export function reach<T>(attempt: () => Promise<T>, options: ReachOptions): Promise<T | undefined> {
  const { log, signal } = options;
  return retry(attempt, {
    signal,
    waitAfter(error, failures) {
      const { code, retryAfter } = failureOf(error);
      const imposed = Math.min(retryAfter ?? 0, options.timing.longestRetryAfter);
      const wait = Math.max(waitAfter(code, failures, options), imposed);
      log.warn({ error: code, seconds: Math.ceil(wait / 1000) }, "Slack cannot be reached; trying again");
      return wait;
    },
  });
}

function waitAfter(code: string, failures: number, { timing, onRefused }: ReachOptions): number {
  // An app-level token is refused with `missing_scope` where it lacks its only scope.
  if (!REFUSED_TOKEN.has(code) && code !== "missing_scope") return backOff(failures, timing);
  onRefused(code);
  return timing.refused;
}

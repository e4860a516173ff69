import type { Logger } from "../../../log.ts";
import { backOff, retry } from "../../shared/retry.ts";
import { failureOf, REFUSED_TOKEN } from "../deliver/failure.ts";
import { hintFor } from "../deliver/hints.ts";
import type { Timing } from "../timing.ts";

/** How to go on trying. */
export interface ReachOptions {
  timing: Timing;
  log: Logger;
  signal: AbortSignal;
  /** Called when Slack refuses the token: throws to give up, or returns to try again later. */
  onRefused: (code: string) => void;
}

/**
 * Tries to reach Slack until it works, more and more slowly. Returns undefined if aborted.
 * @throws what `onRefused` throws
 */
export function reach<T>(attempt: () => Promise<T>, options: ReachOptions): Promise<T | undefined> {
  const { timing, log, signal, onRefused } = options;
  return retry(attempt, {
    signal,
    waitAfter(error, failures) {
      const { code, retryAfter = 0 } = failureOf(error);
      if (isRefusal(code)) {
        onRefused(code);
        return timing.refused;
      }
      const wait = Math.max(backOff(failures, timing), Math.min(retryAfter, timing.longestRetryAfter));
      const fields = { error: code, seconds: Math.ceil(wait / 1000), hint: hintFor(code) };
      log.warn(fields, "Slack cannot be reached; trying again");
      return wait;
    },
  });
}

/** An app-level token is refused with `missing_scope` where it lacks its only scope. */
function isRefusal(code: string): boolean {
  return REFUSED_TOKEN.has(code) || code === "missing_scope";
}

import type { Logger } from "../../log.ts";
import { type Failure, failureOf } from "./failure.ts";
import { hintFor, REFUSED_TOKEN } from "./hints.ts";
import { pause } from "./persevere.ts";
import type { Timing } from "./timing.ts";

/** What became of a call. */
export type Outcome<T> = { ok: true; result: T } | { ok: false; failure: Failure };

export interface Caller {
  /** Makes a call, again where that does no harm, and logs how it failed. Never throws. */
  call<T>(name: string, attempt: () => Promise<T>): Promise<Outcome<T>>;
  /** Whether Slack took the bot's token when it was last used. */
  isAccepted(): boolean;
}

/** Makes calls to Slack until the signal aborts. */
export function createCaller({ timing, log, signal }: { timing: Timing; log: Logger; signal: AbortSignal }): Caller {
  let isAccepted = true;

  const attemptAll = async <T>(attempt: () => Promise<T>): Promise<Outcome<T>> => {
    for (let attempts = 0; ; attempts += 1) {
      try {
        return { ok: true, result: await attempt() };
      } catch (error) {
        const failure = failureOf(error);
        const wait = waitAfter(failure, timing.retries[attempts], timing);
        if (wait === undefined || signal.aborted) return { ok: false, failure };
        await pause(wait, signal);
      }
    }
  };

  return {
    async call(name, attempt) {
      const outcome = await attemptAll(attempt);
      if (outcome.ok) {
        isAccepted = true;
        return outcome;
      }
      const { code } = outcome.failure;
      if (REFUSED_TOKEN.has(code)) isAccepted = false;
      log.warn({ call: name, error: code, hint: hintFor(code) }, "Slack did not take a call");
      return outcome;
    },
    isAccepted: () => isAccepted,
  };
}

/** How long to wait for the next attempt; nothing when there should be none. */
function waitAfter({ isPassing, retryAfter }: Failure, delay: number | undefined, timing: Timing): number | undefined {
  if (!isPassing || delay === undefined) return undefined;
  if (retryAfter === undefined) return delay;
  return retryAfter <= timing.longestRetryAfter ? retryAfter : undefined;
}

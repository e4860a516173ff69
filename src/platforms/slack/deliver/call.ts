import type { Logger } from "../../../log.ts";
import { pause } from "../../shared/retry.ts";
import type { Timing } from "../timing.ts";
import { type Failure, failureOf, REFUSED_TOKEN } from "./failure.ts";
import { hintFor } from "./hints.ts";

/** What became of a call. */
export type Outcome<T> = { ok: true; result: T } | { ok: false; failure: Failure };

/** When a call is made again: whenever it may work then, or only where surely nothing was done. */
export type Repeat = "harmless" | "careful";

export interface Caller {
  /** Makes a call, again where that does no harm, and logs how it failed. Never throws. */
  call<T>(name: string, attempt: () => Promise<T>, repeat?: Repeat): Promise<Outcome<T>>;
  /** Whether Slack took the bot's token when it was last used. */
  isAccepted(): boolean;
}

/** Makes calls to Slack until the signal aborts. */
export function createCaller({ timing, log, signal }: { timing: Timing; log: Logger; signal: AbortSignal }): Caller {
  let isAccepted = true;

  return {
    async call(name, attempt, repeat = "harmless") {
      const outcome = await attemptAll(attempt, repeat, timing, signal);
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

async function attemptAll<T>(
  attempt: () => Promise<T>,
  repeat: Repeat,
  timing: Timing,
  signal: AbortSignal,
): Promise<Outcome<T>> {
  for (let attempts = 0; ; attempts += 1) {
    const outcome = await attemptOnce(attempt);
    if (outcome.ok) return outcome;
    const delay = mayRepeat(outcome.failure, repeat) ? timing.retries[attempts] : undefined;
    const wait = waitAfter(outcome.failure, delay, timing);
    if (wait === undefined || signal.aborted) return outcome;
    await pause(wait, signal);
  }
}

async function attemptOnce<T>(attempt: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, result: await attempt() };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

function mayRepeat({ isPassing, isUnclear }: Failure, repeat: Repeat): boolean {
  return isPassing && !(isUnclear && repeat === "careful");
}

/** How long to wait for the next attempt; nothing when there should be none. */
function waitAfter({ retryAfter }: Failure, delay: number | undefined, timing: Timing): number | undefined {
  if (delay === undefined) return undefined;
  if (retryAfter === undefined) return delay;
  return retryAfter <= timing.longestRetryAfter ? retryAfter : undefined;
}

import type { Logger } from "../../../log.ts";
import { retry } from "../../shared/retry.ts";
import { pause } from "../../shared/time.ts";
import type { Timing } from "../timing.ts";
import { type Failure, failureOf, REFUSED_TOKEN } from "./failure.ts";
import { hintFor } from "./hints.ts";

/** What became of a call. */
export type Outcome<T> = { ok: true; result: T } | { ok: false; failure: Failure };

/** When a failed call is repeated: whenever that may help, or only where the first certainly had no effect. */
export type Repeat = "harmless" | "careful";

/** Makes calls to Slack. */
export interface Caller {
  /** Makes a call, repeats it where that may help, and logs a failure. Never throws. */
  call<T>(name: string, attempt: () => Promise<T>, repeat?: Repeat): Promise<Outcome<T>>;
  /** Whether Slack takes the bot's token, as far as is known. */
  isAccepted(): boolean;
}

/** How calls are made. */
export interface CallerOptions {
  timing: Timing;
  log: Logger;
  /** Ends all attempts. */
  signal: AbortSignal;
  /** Makes a call that fails where Slack refuses the token. */
  probe: () => Promise<unknown>;
}

/**
 * Makes calls to Slack until the signal aborts. Once Slack refuses the token, it probes until Slack takes it again: a
 * load balancer may send nothing to a bot that is not ready, and then no other call would ever show it.
 */
export function createCaller({ timing, log, signal, probe }: CallerOptions): Caller {
  let isAccepted = true;
  const regain = async (): Promise<void> => {
    isAccepted = false;
    await retry(probe, { signal, waitAfter: () => timing.refused });
    if (signal.aborted) return;
    isAccepted = true;
    log.info("Slack takes the bot's token again");
  };

  return {
    async call(name, attempt, repeat = "harmless") {
      const outcome = await attemptAll(attempt, repeat, timing, signal);
      if (outcome.ok) return outcome;
      const { code } = outcome.failure;
      log.warn({ call: name, error: code, hint: hintFor(code) }, "Slack did not take a call");
      if (isAccepted && REFUSED_TOKEN.has(code)) void regain();
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

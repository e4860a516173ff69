import { pause } from "./time.ts";

/** How long to wait between attempts, in milliseconds. */
export interface Pace {
  /** Before the second attempt; doubles with every further one. */
  reconnect: number;
  /** Longest wait between two attempts. */
  longestReconnect: number;
}

/** When to try again, and when to stop. */
export interface RetryOptions {
  /** Ends the attempts. */
  signal: AbortSignal;
  /**
   * Milliseconds to wait after an attempt that failed, given how many have failed before it.
   * @throws to give up
   */
  waitAfter: (error: unknown, failures: number) => number;
}

/**
 * Attempts something until it works. Returns undefined if aborted.
 * @throws what `waitAfter` throws
 */
export async function retry<T>(attempt: () => Promise<T>, { signal, waitAfter }: RetryOptions): Promise<T | undefined> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!signal.aborted) await pause(waitAfter(error, failures), signal);
    }
  }
  return undefined;
}

/**
 * Milliseconds to wait after so many failures; up to half is random, so that many bots do not return at the same time.
 */
export function backOff(failures: number, { reconnect, longestReconnect }: Pace): number {
  return Math.min(longestReconnect, reconnect * 2 ** failures) * (0.5 + Math.random() / 2);
}

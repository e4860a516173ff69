import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** Resolves after so many milliseconds, or as soon as the signal aborts. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // Any number may wait for one signal at once; from eleven on, Node would write to standard error that they leak.
  setMaxListeners(0, signal);
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}

/**
 * Whether a promise is fulfilled within so many milliseconds. The work behind it is not cancelled.
 * @throws what the promise is rejected with by then
 */
export async function within(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const settled = new AbortController();
  try {
    return await Promise.race([promise.then(() => true), sleep(milliseconds, false, { signal: settled.signal })]);
  } finally {
    settled.abort();
  }
}

import type { Logger } from "../../log.ts";
import { createThrottle } from "./throttle.ts";

/** How far the clocks of a platform and this machine may differ, in seconds. */
export const MAX_SKEW = 5 * 60;

const HINT =
  "This machine's clock is ahead by so many seconds, or behind where it is less than 0: set it right. If it is right, they were recorded and sent again.";

/** Whether a header of a request gives a time, in seconds. */
export function isTimestamp(header: string | readonly string[] | undefined): header is string {
  return typeof header === "string" && /^\d+$/.test(header);
}

/**
 * Checks that a request is of just now; an old one may be a recording. Only for requests whose signature is right: it
 * logs those that it refuses, since a wrong clock on this machine refuses them all.
 */
export function createFreshnessCheck(log: Logger): (timestamp: string) => boolean {
  const tell = createThrottle((requests, ahead: number) => {
    log.warn({ requests, ahead, hint: HINT }, "Requests were refused that are rightly signed, but not of just now");
  });
  return (timestamp) => {
    const ahead = Date.now() / 1000 - Number(timestamp);
    const isFresh = Math.abs(ahead) <= MAX_SKEW;
    if (!isFresh) tell(Math.round(ahead));
    return isFresh;
  };
}

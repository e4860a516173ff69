import type { Service } from "./platforms/platform.ts";
import { within } from "./platforms/shared/time.ts";

/** How long everything may take to stop, in milliseconds: process managers kill after 10 s. */
const STOP_TIMEOUT = 9_000;
/**
 * Signals within this time, in milliseconds, count as one: the whole group gets Ctrl-C, and npm passes it on once more.
 */
const SAME_SIGNAL = 1_000;

/** The ways out of the process. */
export interface Exit {
  /** Stops everything, then ends the process; the exit code is 0 unless given. */
  leave(code?: number): void;
  /** Like `leave`, but a second signal ends the process at once. */
  onSignal(): void;
}

/**
 * The ways out that stop some services first.
 * @param services read when the process ends, so that they may be added later
 */
export function createExit(services: readonly Service[]): Exit {
  let leftAt: number | undefined;
  const leave = (code = 0) => {
    if (leftAt !== undefined) return;
    leftAt = performance.now();
    const stopped = Promise.allSettled(services.map((service) => service.stop()));
    const end = () => process.exit(code);
    within(stopped, STOP_TIMEOUT).then(end, end);
  };
  return {
    leave,
    onSignal() {
      if (leftAt !== undefined && performance.now() - leftAt > SAME_SIGNAL) process.exit(1);
      leave();
    },
  };
}

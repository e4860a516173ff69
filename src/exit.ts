import type { Service } from "./platforms/platform.ts";
import { within } from "./platforms/shared/time.ts";

/** How long everything may take to stop, in milliseconds: process managers lose patience after 10 s. */
const STOP_TIMEOUT = 9_000;
/** Signals that follow the first within this time, in milliseconds, are the same one: what npm gets, it passes on. */
const SAME_SIGNAL = 1_000;

/** The ways out of the process. */
export interface Exit {
  /** Ends the process once everything has stopped; the code is 0 unless something went wrong. */
  leave(code?: number): void;
  /** The same, and at once when somebody insists. */
  onSignal(): void;
}

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

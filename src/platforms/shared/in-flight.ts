import { within } from "./time.ts";

/** Keeps track of work under way. */
export interface InFlight {
  /** Runs work, and keeps track of it until it ends. */
  run(work: () => Promise<void>): Promise<void>;
  /** Resolves when no work is under way, or after so many milliseconds. */
  settled(timeout: number): Promise<void>;
}

/** A tracker, so that an adapter can let answers finish when it stops. */
export function createInFlight(): InFlight {
  const working = new Set<Promise<void>>();
  return {
    async run(work) {
      const promise = work();
      working.add(promise);
      try {
        await promise;
      } finally {
        working.delete(promise);
      }
    },
    async settled(timeout) {
      await within(Promise.allSettled(working), timeout);
    },
  };
}

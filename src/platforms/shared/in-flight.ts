/** Counts work under way. */
export interface InFlight {
  /** Runs work, and counts it until it ends. */
  run(work: () => Promise<void>): Promise<void>;
  /** Resolves when no work is under way, or after so many milliseconds. */
  settled(timeout: number): Promise<void>;
}

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
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeout);
      });
      await Promise.race([Promise.allSettled(working), late]);
      clearTimeout(timer);
    },
  };
}

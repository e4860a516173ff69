import { LRUCache } from "lru-cache";

/** How many threads, and for how many milliseconds; those silent the longest are forgotten first. */
const MEMORY = { max: 10_000, ttl: 24 * 60 * 60 * 1000 };

/** The threads in which the bot has answered: it goes on without being mentioned again. */
export interface Threads {
  join(channel: string, thread: string): void;
  leave(channel: string, thread: string): void;
  has(channel: string, thread: string): boolean;
}

/** No threads at first: after a restart, the bot has to be mentioned again. */
export function createThreads(): Threads {
  const threads = new LRUCache<string, true>(MEMORY);
  return {
    join(channel, thread) {
      threads.set(`${channel}:${thread}`, true);
    },
    leave(channel, thread) {
      threads.delete(`${channel}:${thread}`);
    },
    has: (channel, thread) => threads.has(`${channel}:${thread}`),
  };
}

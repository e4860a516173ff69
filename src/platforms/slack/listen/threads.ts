import { LRUCache } from "lru-cache";

/** The longest silent threads are forgotten first; in milliseconds. */
const MEMORY = { max: 10_000, ttl: 24 * 60 * 60 * 1000 };

/** The threads in which the bot has answered, and goes on answering without being mentioned again. */
export interface Threads {
  join(channel: string, thread: string): void;
  leave(channel: string, thread: string): void;
  has(channel: string, thread: string): boolean;
}

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

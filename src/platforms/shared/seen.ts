import { LRUCache } from "lru-cache";

/**
 * How many keys, and for how many milliseconds. Slack delivers again at once, after one minute and after five; Discord
 * when a broken connection is resumed, which it allows for some minutes.
 */
const MEMORY = { max: 20_000, ttl: 15 * 60 * 1000 };

/** Remembers for a while what was handled, so that nothing is handled twice. */
export interface Seen {
  /** Remembers a key; true the first time. */
  markSeen(key: string): boolean;
  /** Forgets a key whose handling failed, so that it may be handled again. */
  forget(key: string): void;
}

/** A memory of its own: keys need to be unique within it only. */
export function createSeen(): Seen {
  const keys = new LRUCache<string, true>(MEMORY);
  return {
    markSeen(key) {
      const isFirst = !keys.has(key);
      keys.set(key, true);
      return isFirst;
    },
    forget(key) {
      keys.delete(key);
    },
  };
}

import { LRUCache } from "lru-cache";

/**
 * Slack delivers again at once, after one minute and after five; Discord sends events again when a broken connection is
 * resumed, which it allows for some minutes. In milliseconds.
 */
const MEMORY = { max: 20_000, ttl: 15 * 60 * 1000 };

/** Remembers what was handled, for a while. */
export interface Seen {
  /** Has the key count as seen; true the first time. */
  markSeen(key: string): boolean;
  /** Has the key count as not seen: what it stands for came to nothing. */
  forget(key: string): void;
}

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

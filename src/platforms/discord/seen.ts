import { LRUCache } from "lru-cache";

/** Discord sends events again when a broken connection is resumed, which it allows for some minutes; in milliseconds. */
const MEMORY = { max: 10_000, ttl: 15 * 60 * 1000 };

/** Remembers what was handled, for a while. */
export interface Seen {
  /** Whether the id was seen before; from now on it was. */
  isRepeated(id: string): boolean;
}

export function createSeen(): Seen {
  const ids = new LRUCache<string, true>(MEMORY);
  return {
    isRepeated(id) {
      const isRepeated = ids.has(id);
      ids.set(id, true);
      return isRepeated;
    },
  };
}

import { LRUCache } from "lru-cache";
import type { LastShown } from "./core/conversation.ts";

/** Conversations remembered at once; the least recently used is forgotten first. */
const MAX_CONVERSATIONS = 10_000;
/** How long a conversation is remembered after its last question, in milliseconds. */
const LIFETIME = 30 * 60 * 1000;
/** Most characters of all keys and last questions together: a bound on memory that ordinary use does not reach. */
const MAX_CHARACTERS = 4_000_000;

/** What each conversation has shown last. Without a key nothing is remembered. */
export interface Conversations {
  last(key: string | undefined): LastShown | undefined;
  remember(key: string | undefined, shown: LastShown | undefined): void;
}

/**
 * An empty memory, which forgets by itself what is old or too much.
 * @param clock gives the time in milliseconds
 */
export function createConversations(clock: { now(): number }): Conversations {
  const shownIn = new LRUCache<string, LastShown>({
    max: MAX_CONVERSATIONS,
    ttl: LIFETIME,
    // Otherwise what is old stays in memory until something takes its place.
    ttlAutopurge: true,
    ttlResolution: 0,
    updateAgeOnGet: true,
    perf: clock,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ question }, key) => key.length + question.length + 1,
  });
  return {
    last: (key) => (key === undefined ? undefined : shownIn.get(key)),
    remember(key, shown) {
      if (key !== undefined) shownIn.set(key, shown);
    },
  };
}

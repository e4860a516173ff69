import { LRUCache } from "lru-cache";
import type { LastShown } from "./core/conversation.ts";

/** Conversations remembered at once; the longest silent are forgotten first. */
const MAX_CONVERSATIONS = 10_000;
/** How long a conversation is remembered after its last question, in milliseconds. */
const LIFETIME = 30 * 60 * 1000;
/** Characters of all their keys and last questions together; more than people fill. */
const MAX_CHARACTERS = 4_000_000;

/** What every conversation has shown last; what has no key is none, and nothing is remembered of it. */
export interface Conversations {
  last(key: string | undefined): LastShown | undefined;
  remember(key: string | undefined, shown: LastShown | undefined): void;
}

/** @param clock tells milliseconds, by which conversations are forgotten */
export function createConversations(clock: { now(): number }): Conversations {
  const shownIn = new LRUCache<string, LastShown>({
    max: MAX_CONVERSATIONS,
    ttl: LIFETIME,
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

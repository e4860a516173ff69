import { LRUCache } from "lru-cache";
import PQueue from "p-queue";
import type { Logger } from "../../../log.ts";
import { createThrottle } from "../../shared/throttle.ts";

/** Slack takes about one message a second in a channel, and short bursts. The interval is in milliseconds. */
const PACE = { interval: 5_000, intervalCap: 5 };
/** Channels whose pace is remembered. */
const MAX_CHANNELS = 1_000;
/** Messages that may wait in one channel; by the time of later ones, nobody would still be waiting. */
const MAX_WAITING = 50;

/** The queue of all posts that one person alone sees; they run side by side, so that nobody waits for somebody else. */
export const PRIVATE = "private";

/** Runs the posts to each channel in order and at Slack's pace, so that no channel holds up another. */
export interface ChannelQueues {
  /** Runs a post in its turn; returns `overflow` at once where too many wait already. */
  run<T>(channel: string, post: () => Promise<T>, overflow: T): Promise<T>;
}

/** Queues that come into being as channels are posted to. */
export function createChannelQueues(log: Logger): ChannelQueues {
  const queues = new LRUCache<string, PQueue>({ max: MAX_CHANNELS });
  const tellOfOverflow = createThrottle((answers) => {
    log.warn({ answers, waiting: MAX_WAITING }, "More answers wait than anybody waits for; these were not queued");
  });
  return {
    async run(channel, post, overflow) {
      const concurrency = channel === PRIVATE ? Number.POSITIVE_INFINITY : 1;
      const queue = queues.get(channel) ?? new PQueue({ concurrency, ...PACE });
      queues.set(channel, queue);
      if (queue.size < MAX_WAITING) return queue.add(post);
      tellOfOverflow();
      return overflow;
    },
  };
}

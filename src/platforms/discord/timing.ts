/** How long the adapter waits, in milliseconds. */
export interface Timing {
  /** For Discord to take the answer to an interaction, all tries together: it takes none later. */
  answer: number;
  /** For each of these three tries. */
  response: number;
  /** For an answer with a picture: a single try, which leaves time to answer without the picture. */
  upload: number;
  /** For every other call, its three tries together. */
  call: number;
  /** Longest wait that Discord may impose on the answer to an interaction, and on every other call. */
  longestResponseWait: number;
  longestCallWait: number;
  /** For the gateway to say hello, and then to take the bot in. */
  greeting: number;
  /** Before the second attempt to reach Discord; doubles with every further one. */
  reconnect: number;
  /** Longest wait between two attempts to reach Discord. */
  longestReconnect: number;
  /** Between the starts of two shards; Discord wants 5 seconds between two new connections. */
  shard: number;
  /** For a shard to connect. */
  shardStart: number;
  /**
   * A shard that ran this long counts as healthy: the wait before its next start, which doubles each time, begins anew.
   */
  stable: number;
  /** Longest wait before a shard is started again: Discord takes 1,000 new connections a day. */
  longestRestart: number;
  /** For answers under way, and then for the connection to close, when the adapter stops. */
  stop: number;
}

/** For a bot that runs for months. */
export const TIMING: Timing = {
  answer: 3_000,
  response: 900,
  upload: 1_800,
  call: 15_000,
  longestResponseWait: 2_000,
  longestCallWait: 10_000,
  greeting: 15_000,
  reconnect: 1_000,
  longestReconnect: 60_000,
  shard: 5_500,
  shardStart: 60_000,
  stable: 10 * 60_000,
  longestRestart: 10 * 60_000,
  stop: 4_000,
};

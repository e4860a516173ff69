/** How long the adapter waits, in milliseconds. */
export interface Timing {
  /** For an answer of Slack's Web API; a call that takes longer has failed. */
  call: number;
  /** For a socket to open and say hello; longer than `call`, which is part of it. */
  connect: number;
  /** For the socket to answer a ping; one that takes longer is given up. */
  pong: number;
  /** Before each further attempt of a call that failed; there are as many further attempts. */
  retries: readonly number[];
  /** Longest wait that Slack may impose by Retry-After; a call that would wait longer is given up. */
  longestRetryAfter: number;
  /** Before the second attempt to reach Slack; doubles with every further one. */
  reconnect: number;
  /** Longest wait between two attempts to reach Slack. */
  longestReconnect: number;
  /** A socket that ends sooner is short-lived; after two in a row, the next one waits. */
  stable: number;
  /** Between attempts while Slack refuses the token, which usually takes a person to mend. */
  refused: number;
  /** For answers under way when the adapter stops. */
  stop: number;
}

/** For a bot that runs for months. */
export const TIMING: Timing = {
  call: 5_000,
  connect: 10_000,
  pong: 5_000,
  retries: [500, 2_000, 5_000],
  longestRetryAfter: 60_000,
  reconnect: 500,
  longestReconnect: 30_000,
  stable: 5_000,
  refused: 60_000,
  stop: 8_000,
};

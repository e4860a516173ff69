/** The bot, whose application has the same id, and where it is. */
export const BOT = "1100000000000000001";
export const SERVER = "1100000000000000002";
export const CHANNEL = "1100000000000000003";
/** The role of the bot's name that Discord made in that server. */
export const ROLE = "1100000000000000006";
/** A person who asks, and another one. */
export const ANN = "1100000000000000004";
export const BEN = "1100000000000000005";
/** What the bot proves itself with; made up, and shaped like the real thing. */
export const TOKEN = ["MTEwMDAwMDAwMDAwMDAwMDAwMQ", "AbCdEf", "a-made-up-token-that-opens-nothing"].join(".");

let last = 1_200_000_000_000_000_000n;

/** An id that no other call gives. */
export function snowflake(): string {
  last += 1n;
  return String(last);
}

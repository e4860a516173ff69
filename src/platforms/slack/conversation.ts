import type { Place } from "./deliver.ts";

/** Direct message channels; Slack's ids of them begin so. */
export function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}

/**
 * The key of the conversation that a question belongs to: a direct message channel as a whole, a thread for everybody
 * in it, and else one person in one channel.
 */
export function conversationOf({ channel, thread, user }: Place, isPrivate: boolean): string {
  if (isDirect(channel)) return `slack:${channel}`;
  return isPrivate || thread === undefined ? `slack:${channel}:${user}` : `slack:${channel}:${thread}`;
}

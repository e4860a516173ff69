import type { Place } from "../deliver/place.ts";
import { PLATFORM } from "../name.ts";

/** Direct message channels; Slack's ids of them begin so. */
export function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}

/**
 * The key of the conversation that a question belongs to: a thread that everybody reads, and else one person in one
 * channel. In the direct messages of two people, too, each asks alone.
 */
export function conversationKey({ channel, thread, user }: Place, isPrivate: boolean): string {
  return `${PLATFORM}:${channel}:${isPrivate || isDirect(channel) ? user : (thread ?? user)}`;
}

/** The key of the conversation that a person has with the app's own pages. */
export function homeConversationKey(user: string): string {
  return `${PLATFORM}:home:${user}`;
}

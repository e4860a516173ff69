import type { Place } from "../deliver/place.ts";
import { PLATFORM } from "../name.ts";

/** Direct message channels; Slack's ids of them begin so. */
export function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}

/**
 * The key of the conversation that a question belongs to: the thread where others read it, otherwise the person in the
 * channel.
 */
export function conversationKey({ channel, thread, user }: Place, isPrivate: boolean): string {
  return `${PLATFORM}:${channel}:${isPrivate || isDirect(channel) ? user : (thread ?? user)}`;
}

/** The key of the conversation that a person has with the app's own pages. */
export function homeConversationKey(user: string): string {
  return `${PLATFORM}:home:${user}`;
}

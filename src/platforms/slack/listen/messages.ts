import { parseCommand } from "../../../core/command.ts";
import type { Place } from "../deliver/place.ts";
import type { Message } from "../render/blocks.ts";
import type { ListenerContext } from "./context.ts";
import { conversationKey, isDirect } from "./conversation.ts";
import { type MessageEvent, messageSchema } from "./payloads.ts";
import { addressesSomebody, mentions, readText } from "./read-text.ts";

/** Subtypes of messages that people write; others are edits, deletions, joins, unfurls, bots and the like. */
const WRITTEN = new Set([undefined, "thread_broadcast", "file_share", "me_message"]);
const SLACKBOT = "USLACKBOT";

/** Mentions, direct messages, and messages in threads in which the bot has answered before. */
export function listenToMessages({ app, replies, deliver, seen, threads, self }: ListenerContext): void {
  const isAddressed = ({ channel, text }: MessageEvent) => isDirect(channel) || mentions(text, self);
  // “Help”, “tour” and “share” people say to each other: the bot would go on from what it never showed.
  const isFollowUp = ({ channel, thread_ts = "", parent_user_id, text }: MessageEvent) =>
    (parent_user_id === self || threads.has(channel, thread_ts)) &&
    !addressesSomebody(text) &&
    parseCommand(readText(text)).name === "ask";

  const postInThread = async (
    place: Place & { thread: string },
    message: Message,
    isForBot: boolean,
  ): Promise<void> => {
    const { channel, thread } = place;
    // Before the post, so that questions meanwhile are heard too.
    threads.join(channel, thread);
    const delivered = await (isForBot ? deliver.post : deliver.offer)(place, message);
    if (delivered === "closed") threads.leave(channel, thread);
  };
  const answer = async (message: MessageEvent, isForBot: boolean): Promise<void> => {
    const { channel, user, ts, text, thread_ts: thread = ts } = message;
    // A message may come as a mention and as a message, and several times, each with an event id of its own.
    if (!seen.markSeen(`${channel}:${ts}`)) return;
    const place = { channel, user, thread };
    const conversation = conversationKey(place, false);
    const reply = replies.to({ text: readText(text), conversation }, { asker: user });
    if (!isForBot && !reply.isRelevant) return;
    if (isDirect(channel)) await deliver.post(place, reply.message);
    else await postInThread(place, reply.message, isForBot);
  };

  app.event("app_mention", async ({ event }) => {
    const message = writtenMessage(event, self);
    if (message) await answer(message, true);
  });
  app.event("message", async ({ event }) => {
    const message = writtenMessage(event, self);
    if (message && (isAddressed(message) || isFollowUp(message))) await answer(message, isAddressed(message));
  });
}

/** A message that a person wrote just now; undefined for edits, and for messages of this bot or others. */
function writtenMessage(event: unknown, self: string): MessageEvent | undefined {
  const message = messageSchema.safeParse(event).data;
  if (!message || !WRITTEN.has(message.subtype)) return undefined;
  const isAutomatic = message.bot_id !== undefined || message.user === self || message.user === SLACKBOT;
  return isAutomatic || message.edited !== undefined || message.hidden ? undefined : message;
}

import { ANSWER_MESSAGE } from "../render/actions.ts";
import { acknowledge } from "./acknowledge.ts";
import type { ListenerContext } from "./context.ts";
import { conversationKey } from "./conversation.ts";
import { shortcutSchema } from "./payloads.ts";
import { readText } from "./read-text.ts";

/** The shortcut on somebody's message: answers it for whoever used it, who may then share it in its thread. */
export function listenToShortcut({ app, replies, deliver, log }: ListenerContext): void {
  app.shortcut(ANSWER_MESSAGE, async ({ ack, body }) => {
    await acknowledge(ack, log);
    const { user, channel, message, response_url } = shortcutSchema.parse(body);
    // In the message's thread, where it is in one: that is where its reader looks.
    const place = { channel: channel.id, user: user.id, thread: message.thread_ts };
    const conversation = conversationKey(place, true);
    const reply = replies.answer(
      { text: readText(message.text), conversation },
      { canShare: { thread: message.thread_ts ?? message.ts } },
    );
    await deliver.respond(response_url, place, reply.message, "private");
  });
}

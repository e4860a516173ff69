import { packOfCommand } from "../../shared/packs.ts";
import { acknowledge } from "./acknowledge.ts";
import type { ListenerContext } from "./context.ts";
import { conversationKey } from "./conversation.ts";
import { commandSchema } from "./payloads.ts";
import { readText } from "./read-text.ts";

/** Slash commands: each pack has its own. The answer is private, unless it was asked to be shared. */
export function listenToCommands({ app, bot, replies, deliver, log }: ListenerContext): void {
  // Any name: packs may change while the bot runs, and a workspace may give the command another name.
  app.command(/^\//, async ({ ack, body }) => {
    await acknowledge(ack, log);
    const command = commandSchema.parse(body);
    const place = { channel: command.channel_id, user: command.user_id };
    const pack = packOfCommand(bot, command.command.slice(1));
    const question = {
      text: readText(command.text),
      conversation: conversationKey(place, true),
      pack: pack?.name,
    };
    const { message, isShared } = replies.to(question, { name: command.user_name, canShare: {} });
    await deliver.respond(command.response_url, place, message, isShared ? "public" : "private");
  });
}

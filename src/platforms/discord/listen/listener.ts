import { GatewayDispatchEvents } from "discord.js";
import * as z from "zod";
import type { Bot } from "../../../bot.ts";
import { WORDS } from "../../../core/wording.ts";
import type { Logger } from "../../../log.ts";
import { createSeen } from "../../shared/seen.ts";
import type { Deliver } from "../deliver/deliver.ts";
import { discordErrorFields } from "../deliver/hints.ts";
import { renderText } from "../render/answer.ts";
import type { Message } from "../render/components.ts";
import { renderReply } from "../render/pages.ts";
import { apology } from "../render/response.ts";
import { addresseeOf, readInteraction } from "./interaction.ts";
import { type IncomingMessage, isAddressed, isByPerson, questionIn, readMessage } from "./message.ts";
import type { OwnRoles } from "./own-roles.ts";
import type { Respond } from "./respond.ts";

/** An event of the gateway: its type and data, not yet checked. */
export interface Dispatch {
  t?: unknown;
  d?: unknown;
}

/** What the listener works with. */
export interface ListenerOptions {
  bot: Bot;
  respond: Respond;
  deliver: Deliver;
  ownRoles: OwnRoles;
  log: Logger;
}

const readySchema = z.object({ user: z.object({ id: z.string() }) });

/** Turns the gateway's events into questions and delivers their answers. Never throws. */
export function createListener({ bot, respond, deliver, ownRoles, log }: ListenerOptions): (event: Dispatch) => void {
  const seen = createSeen();
  /** The bot's own id, once it is connected. */
  let self = "";

  const fail = (error: unknown) => {
    log.error(discordErrorFields(error), "An event from Discord could not be handled: this is a fault in the bot");
  };
  const hearInteraction = (data: unknown) => {
    const addressee = addresseeOf(data);
    if (!addressee) log.warn("Discord sent an interaction that cannot be read");
    else if (seen.markSeen(addressee.id)) {
      const interaction = readInteraction(data);
      if (!interaction) log.warn("Discord sent an interaction of a kind that the bot does not know: is it up to date?");
      deliver.respond(addressee, interaction ? respond(interaction) : apology());
    }
  };

  const answerOrApologize = (message: IncomingMessage): Message => {
    try {
      return answer(bot, message);
    } catch (error) {
      fail(error);
      return renderText(WORDS.failed);
    }
  };
  const answerOnce = (message: IncomingMessage) => {
    if (seen.markSeen(message.id)) deliver.reply(message, answerOrApologize(message));
  };
  const answerIfMeant = async (message: IncomingMessage) => {
    if (await ownRoles.areMentioned(message, self)) answerOnce(message);
  };
  const hearMessage = (data: unknown) => {
    const message = readMessage(data);
    if (!message || !isByPerson(message, self)) return;
    if (isAddressed(message, self)) answerOnce(message);
    else answerIfMeant(message).catch(fail);
  };

  return ({ t, d }) => {
    try {
      if (t === GatewayDispatchEvents.InteractionCreate) hearInteraction(d);
      else if (t === GatewayDispatchEvents.MessageCreate) hearMessage(d);
      else if (t === GatewayDispatchEvents.Ready) self = readySchema.parse(d).user.id;
    } catch (error) {
      fail(error);
    }
  };
}

/** Discord may withhold the text of a message that replies to the bot without mentioning it. */
function answer(bot: Bot, message: IncomingMessage): Message {
  if (message.content === "" && message.guild_id !== undefined) return renderText(WORDS.cannotRead);
  return renderReply(bot.reply(questionIn(message)));
}

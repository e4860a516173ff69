import { InteractionResponseType } from "discord.js";
import type { Bot } from "../../../bot.ts";
import { packsNamed } from "../../../core/pack.ts";
import { WORDS } from "../../../core/wording.ts";
import type { Logger } from "../../../log.ts";
import type { Seen } from "../../shared/seen.ts";
import { PLATFORM } from "../name.ts";
import { type Action, decode } from "../render/actions.ts";
import { renderAnswer, renderText } from "../render/answer.ts";
import type { Message } from "../render/components.ts";
import { renderReply } from "../render/pages.ts";
import { apology, type InteractionResponse, newMessage } from "../render/response.ts";
import { askedIn, isDirect, isPrivate, isTheirs, type Press, personOf, questionOf } from "./interaction.ts";

type Destination = Exclude<Action, { name: "feedback" | "share" }>;

/** What presses are answered with. */
export interface PressContext {
  bot: Bot;
  log: Logger;
  /** Messages whose answer was shared. */
  shared: Seen;
}

/** What a press on one of the bot's buttons, or a pick from one of its lists, leads to. */
export function respondToPress(context: PressContext, press: Press): InteractionResponse {
  const { bot, log } = context;
  const { custom_id, values } = press.data;
  const action = decode(custom_id, values[0]);
  if (!action) return apology();
  switch (action.name) {
    case "feedback": {
      const entries = action.entries.filter((id) => bot.find(id));
      log.info({ platform: PLATFORM, entries, helpful: action.helpful }, "Feedback on an answer");
      return newMessage(renderText(WORDS.feedbackThanks), { isPrivate: true });
    }
    case "share":
      return share(context, press, action.entries);
    default:
      return lead(bot, press, action);
  }
}

/** Makes a private answer public, once: its button stays, and people press again where they notice nothing. */
function share({ bot, shared }: PressContext, press: Press, entries: readonly string[]): InteractionResponse {
  const found = bot.show(entries);
  if (!found) return apology();
  const message = renderAnswer(found, { asked: askedIn(press) || found.entries[0].title, sharedBy: personOf(press) });
  const { id } = press.message;
  if (!shared.markSeen(id)) return { type: InteractionResponseType.DeferredMessageUpdate };
  return { ...newMessage(message, { isPrivate: false }), onUndelivered: () => shared.forget(id) };
}

/**
 * Choosing and turning pages change the message; further reading, and presses by others, get a message of their own.
 */
function lead(bot: Bot, press: Press, action: Destination): InteractionResponse {
  const isInPlace = action.name !== "read" && isTheirs(press);
  const isPrivateReply = isInPlace ? isPrivate(press) : !isDirect(press);
  const message = destination(bot, press, action, isPrivateReply);
  return isInPlace
    ? { type: InteractionResponseType.UpdateMessage, data: message }
    : newMessage(message, { isPrivate: isPrivateReply });
}

function destination(bot: Bot, press: Press, action: Destination, isShareable: boolean): Message {
  switch (action.name) {
    case "read":
      return renderAnswer(bot.answer(questionOf(press, action.entry)), { isShareable });
    case "choose":
      return renderAnswer(bot.answer(questionOf(press, action.entry)), { isShareable, asked: askedIn(press) });
    case "tour":
      return renderReply(bot.tour(action, questionOf(press, "").conversation));
    case "topics":
      return renderReply({ kind: "topics", packs: packsNamed(bot.packs, action.pack), page: action.page });
  }
}

import { ApplicationCommandType, InteractionResponseType, InteractionType } from "discord.js";
import type { Bot } from "../../../bot.ts";
import type { Logger } from "../../../log.ts";
import { clip } from "../../shared/clip.ts";
import { packOfCommand } from "../../shared/packs.ts";
import { createSeen } from "../../shared/seen.ts";
import { discordErrorFields } from "../deliver/hints.ts";
import { OPTIONS } from "../register/commands.ts";
import { renderAnswer } from "../render/answer.ts";
import { LIMITS } from "../render/limits.ts";
import { renderReply } from "../render/pages.ts";
import { apology, type InteractionResponse, newMessage } from "../render/response.ts";
import {
  type Command,
  type Interaction,
  isDirect,
  type MessageCommand,
  optionIn,
  questionOf,
  type SlashCommand,
} from "./interaction.ts";
import { withoutMentions } from "./message.ts";
import { type PressContext, respondToPress } from "./press.ts";

/** Answers an interaction, from the gateway or over HTTP. Never throws. */
export type Respond = (interaction: Interaction) => InteractionResponse;

/** Answers interactions; remembers only which answers were shared. */
export function createResponder({ bot, log }: { bot: Bot; log: Logger }): Respond {
  const context = { bot, log, shared: createSeen() };
  return (interaction) => {
    try {
      return respond(context, interaction);
    } catch (error) {
      log.error(discordErrorFields(error), "A Discord interaction could not be answered: this is a fault in the bot");
      return interaction.type === InteractionType.ApplicationCommandAutocomplete ? suggestions([]) : apology();
    }
  };
}

function respond(context: PressContext, interaction: Interaction): InteractionResponse {
  const { bot } = context;
  switch (interaction.type) {
    case InteractionType.Ping:
      return { type: InteractionResponseType.Pong };
    case InteractionType.ApplicationCommandAutocomplete:
      return suggest(bot, interaction.data);
    case InteractionType.MessageComponent:
      return respondToPress(context, interaction);
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      return data.type === ApplicationCommandType.Message
        ? answerMessage(bot, interaction, data)
        : answerCommand(bot, interaction, data);
    }
  }
}

/** Questions that fit what has been typed. Their value is the entry's id, since a long title is cut. */
function suggest(bot: Bot, data: SlashCommand): InteractionResponse {
  const typed = String(optionIn(data, OPTIONS.question) ?? "");
  const entries = bot.suggest(typed, {
    pack: (packOfCommand(bot, data.name) ?? bot.packs[0]).name,
    limit: LIMITS.choices,
  });
  return suggestions(entries.map(({ id, title }) => ({ name: clip(title, LIMITS.choice), value: id })));
}

function suggestions(choices: { name: string; value: string }[]): InteractionResponse {
  return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
}

function answerCommand(bot: Bot, interaction: Command, data: SlashCommand): InteractionResponse {
  const pack = packOfCommand(bot, data.name);
  const text = String(optionIn(data, OPTIONS.question) ?? "");
  const reply = bot.reply({ ...questionOf(interaction, text), pack: pack?.name });
  const answered = reply.kind === "answer" ? reply : undefined;
  const isPublic = answered?.isForAll || optionIn(data, OPTIONS.share) === true || isDirect(interaction);
  const message = renderReply(reply, { asked: answered?.asked, isShareable: !isPublic });
  // What is no answer is of no use to others.
  const isForOthers = isPublic && answered?.answer.kind === "answer";
  return newMessage(message, { isPrivate: !isDirect(interaction) && !isForOthers });
}

function answerMessage(bot: Bot, interaction: Command, data: MessageCommand): InteractionResponse {
  const text = withoutMentions(data.resolved.messages[data.target_id]?.content ?? "");
  const isPrivate = !isDirect(interaction);
  const answer = bot.answer(questionOf(interaction, text));
  return newMessage(renderAnswer(answer, { isShareable: isPrivate, asked: text || undefined }), { isPrivate });
}

import { type APIApplicationCommandOptionChoice, InteractionResponseType } from "discord.js";
import { WORDS } from "../../../core/wording.ts";
import { renderText } from "./answer.ts";
import { ephemeral, type Message } from "./components.ts";

/** An answer that is a message: a new one, or one that replaces the message with the pressed button. */
export interface MessageResponse {
  type: InteractionResponseType.ChannelMessageWithSource | InteractionResponseType.UpdateMessage;
  data: Message;
  /** What to do where it does not arrive; not sent. */
  onUndelivered?: () => void;
}

/** What the bot answers an interaction with: the body of the callback, or of the HTTP response. */
export type InteractionResponse =
  | MessageResponse
  | { type: InteractionResponseType.Pong }
  /** Everything stays as it is. */
  | { type: InteractionResponseType.DeferredMessageUpdate }
  | {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult;
      data: { choices: APIApplicationCommandOptionChoice[] };
    };

/** Whether an answer is a message. */
export function isMessage(response: InteractionResponse): response is MessageResponse {
  return "data" in response && "components" in response.data;
}

/** Says, to the person alone, that something went wrong. */
export function apology(): MessageResponse {
  return newMessage(renderText(WORDS.failed), { isPrivate: true });
}

/** A new message as an answer. */
export function newMessage(body: Message, { isPrivate }: { isPrivate: boolean }): MessageResponse {
  return { type: InteractionResponseType.ChannelMessageWithSource, data: isPrivate ? ephemeral(body) : body };
}

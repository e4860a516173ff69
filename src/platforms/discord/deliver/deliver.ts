import { ComponentType, DiscordAPIError, InteractionResponseType } from "discord.js";
import { WORDS } from "../../../core/wording.ts";
import type { Logger } from "../../../log.ts";
import { createInFlight } from "../../shared/in-flight.ts";
import { renderText } from "../render/answer.ts";
import type { Message } from "../render/components.ts";
import { withoutPicture } from "../render/picture.ts";
import { apology, type InteractionResponse, isMessage } from "../render/response.ts";
import type { Api } from "./api.ts";
import { CODES, discordErrorFields } from "./hints.ts";

/** What it takes of a message to answer it. */
interface Asking {
  id: string;
  channel_id: string;
  /** Absent in direct messages. */
  guild_id?: string | undefined;
  author: { id: string };
}

/** Sends answers to Discord. Nothing here throws: failures are logged with what to do about them. */
export interface Deliver {
  respond(interaction: { id: string; token: string }, response: InteractionResponse): void;
  reply(to: Asking, message: Message): void;
  /** Resolves once no answer is under way, or after so many milliseconds. */
  settled(timeout: number): Promise<void>;
}

/** Sends through the REST API, whichever way a question came. */
export function createDeliver(api: Api, log: Logger): Deliver {
  const inFlight = createInFlight();
  const track = (work: () => Promise<void>, what: string, onFailure?: () => void) => {
    inFlight.run(work).catch((error: unknown) => {
      log.error(discordErrorFields(error), what);
      onFailure?.();
    });
  };

  return {
    respond(interaction, response) {
      const work = () => respond(api, log, interaction, response);
      const { onUndelivered } = isMessage(response) ? response : {};
      track(work, "An answer to a Discord interaction could not be delivered", onUndelivered);
    },
    reply(to, message) {
      const work = () => reply(api, log, to, message);
      track(work, "An answer to a Discord message could not be delivered");
    },
    settled: (timeout) => inFlight.settled(timeout),
  };
}

async function respond(
  api: Api,
  log: Logger,
  interaction: { id: string; token: string },
  response: InteractionResponse,
): Promise<void> {
  try {
    if (!isMessage(response)) await api.respond(interaction, response);
    else await send(response.data, (data) => api.respond(interaction, { ...response, data }), log);
  } catch (error) {
    if (hasCode(error, CODES.alreadyAcknowledged)) {
      log.warn(discordErrorFields(error), "An interaction had been answered when Discord got the bot's answer");
      return;
    }
    const canSpeak = response.type !== InteractionResponseType.ApplicationCommandAutocompleteResult;
    if (canSpeak && hasCode(error, CODES.invalidBody)) {
      await api.respond(interaction, apology());
    }
    throw error;
  }
}

async function reply(api: Api, log: Logger, to: Asking, message: Message): Promise<void> {
  try {
    await send(message, (whole) => post(api, log, to, whole), log);
  } catch (error) {
    if (hasCode(error, CODES.invalidBody)) await post(api, log, to, renderText(WORDS.failed));
    // In a direct message, there is no other way to the person.
    if (!isClosed(error) || to.guild_id === undefined) throw error;
    log.warn(
      discordErrorFields(error),
      "The bot may not write in a Discord channel where it was asked; it answers directly",
    );
    await send(message, (whole) => replyDirectly(api, to, whole), log);
  }
}

/** Answers below the message; the nonce keeps a repeated call, or a second process, from answering twice. */
async function post(api: Api, log: Logger, { id, channel_id }: Asking, message: Message): Promise<void> {
  const body = { ...message, nonce: id, enforce_nonce: true };
  try {
    await api.post(channel_id, { ...body, message_reference: { message_id: id, fail_if_not_exists: false } });
  } catch (error) {
    if (!hasCode(error, CODES.noHistory, CODES.unknownMessage)) throw error;
    log.warn(discordErrorFields(error), "An answer could not refer to its question on Discord; it is posted by itself");
    await api.post(channel_id, body);
  }
}

async function replyDirectly(api: Api, { id, author }: Asking, message: Message): Promise<void> {
  const note = { type: ComponentType.TextDisplay as const, content: WORDS.cannotPost };
  const channel = await api.directChannel(author.id);
  await api.post(channel, { ...message, components: [note, ...message.components], nonce: id, enforce_nonce: true });
}

/** Sends a message and, where that fails and its picture may be why, once more without the picture. */
async function send(message: Message, attempt: (message: Message) => Promise<void>, log: Logger): Promise<void> {
  try {
    await attempt(message);
  } catch (error) {
    if (!message.files || hasCode(error, CODES.unknownInteraction, CODES.alreadyAcknowledged)) throw error;
    log.warn(discordErrorFields(error), "A picture could not be sent to Discord; the answer goes without it");
    await attempt(withoutPicture(message));
  }
}

/** Whether Discord refuses the bot in this place, though it knows the place and takes the token. */
function isClosed(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError) || hasCode(error, CODES.invalidBody, CODES.unknownChannel)) return false;
  return error.status >= 400 && error.status < 500 && error.status !== 401;
}

function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageType,
} from "discord.js";
import { ANN, BOT, CHANNEL, SERVER, snowflake } from "./ids.ts";

/** Where and by whom. */
export interface Circumstances {
  person?: string;
  context?: InteractionContextType;
}

/** An interaction as the gateway and HTTP bring it. */
export function interaction(
  type: InteractionType,
  data: unknown,
  { person = ANN, context = InteractionContextType.Guild }: Circumstances = {},
) {
  const user = { id: person, username: "ann", discriminator: "0", global_name: "Ann", avatar: null };
  const isInServer = context === InteractionContextType.Guild;
  return {
    id: snowflake(),
    application_id: BOT,
    type,
    data,
    token: `interaction-token-${snowflake()}`,
    version: 1,
    channel_id: CHANNEL,
    channel: { id: CHANNEL, type: isInServer ? 0 : 1 },
    context,
    locale: "en-GB",
    entitlements: [],
    attachment_size_limit: 10_485_760,
    app_permissions: "0",
    authorizing_integration_owners: { 0: SERVER },
    ...(isInServer ? { guild_id: SERVER, member: { user, roles: [], permissions: "0" } } : { user }),
  };
}

/** Somebody uses the slash command. */
export function slashCommand(
  { name = "garden", question, share }: { name?: string; question?: string; share?: boolean },
  circumstances?: Circumstances,
) {
  const options = [
    ...(question === undefined
      ? []
      : [{ type: ApplicationCommandOptionType.String, name: "question", value: question }]),
    ...(share === undefined ? [] : [{ type: ApplicationCommandOptionType.Boolean, name: "share", value: share }]),
  ];
  const data = { id: snowflake(), name, type: ApplicationCommandType.ChatInput, options };
  return interaction(InteractionType.ApplicationCommand, data, circumstances);
}

/** Somebody is typing into the slash command. */
export function typing(value: string, name = "garden") {
  const option = { type: ApplicationCommandOptionType.String, name: "question", value, focused: true };
  const data = { id: snowflake(), name, type: ApplicationCommandType.ChatInput, options: [option] };
  return interaction(InteractionType.ApplicationCommandAutocomplete, data);
}

/** Somebody has a message answered. */
export function messageCommand(content: string) {
  const target = snowflake();
  const messages = { [target]: { id: target, channel_id: CHANNEL, content, author: { id: ANN } } };
  const data = {
    id: snowflake(),
    name: "Answer this",
    type: ApplicationCommandType.Message,
    target_id: target,
    resolved: { messages },
  };
  return interaction(InteractionType.ApplicationCommand, data);
}

/** A message of the bot, as a press on one of its buttons quotes it. */
export interface QuotedMessage {
  flags?: number;
  components?: unknown;
  /** Whom it answers. */
  answers?: string;
}

/** Somebody presses a button below a message. */
export function press(custom_id: string, { answers, ...message }: QuotedMessage = {}, circumstances?: Circumstances) {
  const data = { component_type: ComponentType.Button, custom_id };
  const quoted = { id: snowflake(), ...message, ...(answers && { interaction_metadata: { user: { id: answers } } }) };
  return { ...interaction(InteractionType.MessageComponent, data, circumstances), message: quoted };
}

/** Somebody picks from a list. */
export function pick(value: string) {
  const data = { component_type: ComponentType.StringSelect, custom_id: "list:0", values: [value] };
  return { ...interaction(InteractionType.MessageComponent, data), message: { id: snowflake() } };
}

/** Somebody writes a message; in a server, unless said otherwise. */
export function message(content: string, fields: Record<string, unknown> = {}) {
  return {
    id: snowflake(),
    type: MessageType.Default,
    channel_id: CHANNEL,
    guild_id: SERVER,
    author: { id: ANN, username: "ann", discriminator: "0", avatar: null },
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    mentions: content.includes(`<@${BOT}>`) ? [{ id: BOT, username: "helper", bot: true }] : [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    ...fields,
  };
}

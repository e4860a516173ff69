import { ApplicationCommandType, InteractionContextType, InteractionType, MessageFlags } from "discord.js";
import * as z from "zod";
import type { Question } from "../../../core/question.ts";
import { ASKED } from "../render/components.ts";
import { unescapeText } from "../render/markdown.ts";
import { conversationKey } from "./message.ts";

const id = z.string().min(1);
const person = z.object({ id });

/** What all interactions have. Unknown fields are ignored: Discord adds new ones at any time. */
const common = {
  id,
  token: z.string().min(1),
  channel_id: id.optional(),
  context: z.enum(InteractionContextType).nullish().catch(undefined),
  member: z.object({ user: person }).optional(),
  user: person.optional(),
};

const option = z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]).optional() });

const slashCommand = z.object({
  type: z.literal(ApplicationCommandType.ChatInput),
  name: z.string(),
  options: z.array(option).default([]),
});

const messageCommand = z.object({
  type: z.literal(ApplicationCommandType.Message),
  target_id: id,
  resolved: z.object({ messages: z.record(z.string(), z.object({ content: z.string().default("") })) }),
});

const command = z.object({
  ...common,
  type: z.literal(InteractionType.ApplicationCommand),
  data: z.discriminatedUnion("type", [slashCommand, messageCommand]),
});

const autocomplete = z.object({
  ...common,
  type: z.literal(InteractionType.ApplicationCommandAutocomplete),
  data: slashCommand,
});

const part = z.object({ id: z.number().optional(), content: z.string().optional() });

const press = z.object({
  ...common,
  type: z.literal(InteractionType.MessageComponent),
  data: z.object({ custom_id: z.string(), values: z.array(z.string()).default([]) }),
  message: z.object({
    id,
    flags: z.number().default(0),
    components: z.array(z.object({ components: z.array(part).default([]) })).catch([]),
    /** Set on answers to interactions. */
    interaction_metadata: z.object({ user: person }).nullish(),
    /** Set on answers to messages. */
    referenced_message: z.object({ author: person }).nullish(),
  }),
});

const ping = z.object({ ...common, type: z.literal(InteractionType.Ping) });

const interaction = z.discriminatedUnion("type", [ping, command, autocomplete, press]);

/** An interaction as Discord sends it, as far as the bot reads it. */
export type Interaction = z.infer<typeof interaction>;
/** A command, used. */
export type Command = z.infer<typeof command>;
/** A slash command and its options, used or being typed. */
export type SlashCommand = z.infer<typeof slashCommand>;
/** A command on a message. */
export type MessageCommand = z.infer<typeof messageCommand>;
/** A press on a button, or a pick from a list. */
export type Press = z.infer<typeof press>;

/** Reads an interaction; undefined where the bot does not know its kind. */
export function readInteraction(data: unknown): Interaction | undefined {
  return interaction.safeParse(data).data;
}

const addresseeSchema = z.object({ id, token: z.string().min(1) });

/** What it takes to answer an interaction, whatever else it holds; undefined where it cannot be answered. */
export function addresseeOf(data: unknown): { id: string; token: string } | undefined {
  return addresseeSchema.safeParse(data).data;
}

/** The value of an option that was given. */
export function optionIn({ options }: SlashCommand, name: string): string | number | boolean | undefined {
  return options.find((option) => option.name === name)?.value;
}

/** Id of the person behind an interaction. */
export function personOf({ member, user }: Interaction): string | undefined {
  return (member?.user ?? user)?.id;
}

/** The question that an interaction puts. */
export function questionOf(interaction: Interaction, text: string): Question {
  return { text, conversation: conversationKey(interaction.channel_id, personOf(interaction)) };
}

/** Whether an interaction happens in a direct message with the bot. */
export function isDirect({ context }: Interaction): boolean {
  return context === InteractionContextType.BotDM;
}

/** Whether the pressed message may change: the person alone sees it, or it answers them. */
export function isTheirs(press: Press): boolean {
  const { interaction_metadata, referenced_message } = press.message;
  const answered = interaction_metadata?.user ?? referenced_message?.author;
  return isPrivate(press) || isDirect(press) || (answered !== undefined && answered.id === personOf(press));
}

/** Whether one person alone sees the pressed message. */
export function isPrivate({ message }: Press): boolean {
  return (message.flags & MessageFlags.Ephemeral) !== 0;
}

/** The question that the pressed message restates. */
export function askedIn({ message }: Press): string | undefined {
  const parts = message.components.flatMap(({ components }) => components);
  const restated = parts.find(({ id }) => id === ASKED)?.content;
  return restated && unescapeText(restated.replace(/^-# /, ""));
}

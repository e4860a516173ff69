import { MessageType } from "discord.js";
import * as z from "zod";
import type { Question } from "../../../core/question.ts";
import { PLATFORM } from "../name.ts";

const id = z.string().min(1);
const author = z.object({ id, bot: z.boolean().default(false) });

const messageSchema = z.object({
  id,
  channel_id: id,
  /** Absent in direct messages. */
  guild_id: id.optional(),
  type: z.union([z.literal(MessageType.Default), z.literal(MessageType.Reply)]).default(MessageType.Default),
  author,
  webhook_id: id.optional(),
  /** Empty where Discord does not pass on what was written. */
  content: z.string(),
  mentions: z.array(z.object({ id })).default([]),
  mention_roles: z.array(id).default([]),
  /** What it replies to. */
  referenced_message: z.object({ author: z.object({ id }) }).nullish(),
});

/** A message as Discord sends it, as far as the bot reads it. */
export type IncomingMessage = z.infer<typeof messageSchema>;

/** Reads a message; nothing where it is none that people write. */
export function readMessage(data: unknown): IncomingMessage | undefined {
  return messageSchema.safeParse(data).data;
}

/** Whether a person wrote a message: other bots are never answered, so that no two bots talk to each other for ever. */
export function isByPerson({ author, webhook_id }: IncomingMessage, self: string): boolean {
  return !author.bot && webhook_id === undefined && author.id !== self;
}

/** Whether a message addresses the bot: in a direct message, by mentioning it, or by replying to it. */
export function isAddressed(message: IncomingMessage, self: string): boolean {
  const { guild_id, mentions, referenced_message } = message;
  if (guild_id === undefined || mentions.some(({ id }) => id === self)) return true;
  return referenced_message?.author.id === self;
}

/** The question that a message puts. */
export function questionIn({ content, channel_id, author }: IncomingMessage): Question {
  return {
    text: withoutMentions(content),
    conversation: conversationKey(channel_id, author.id),
  };
}

/** A text without the mentions of people and roles, which ask nothing. */
export function withoutMentions(text: string): string {
  return text.replace(/<@[!&]?\d+>/g, " ").trim();
}

/** One person in one channel or thread has one conversation. */
export function conversationKey(channel = "", person = ""): string {
  return `${PLATFORM}:${channel}:${person}`;
}

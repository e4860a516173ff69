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
  /** Empty where Discord withholds the text. */
  content: z.string(),
  mentions: z.array(z.object({ id })).default([]),
  mention_roles: z.array(id).default([]),
  /** What it replies to. */
  referenced_message: z.object({ author: z.object({ id }) }).nullish(),
});

/** A message as Discord sends it, as far as the bot reads it. */
export type IncomingMessage = z.infer<typeof messageSchema>;

/** Reads a message; undefined where it is of a kind that people do not write. */
export function readMessage(data: unknown): IncomingMessage | undefined {
  return messageSchema.safeParse(data).data;
}

/** Whether a person wrote a message: bots are never answered, or two of them could talk to each other for ever. */
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

/** Each person has one conversation in each channel or thread. */
export function conversationKey(channel = "", person = ""): string {
  return `${PLATFORM}:${channel}:${person}`;
}

import * as z from "zod";

/** What the adapter reads of Slack's payloads. Whatever does not have these fields is not meant for it. */

const id = z.string().min(1);
const user = z.object({ id, name: z.string().optional(), username: z.string().optional() });

export const commandSchema = z.object({
  command: id,
  text: z.string().default(""),
  channel_id: id,
  user_id: id,
  user_name: z.string().default(""),
  response_url: z.url(),
});

/** A message or a mention, as an event. */
export const messageSchema = z.object({
  channel: id,
  ts: id,
  text: z.string().default(""),
  user: id,
  thread_ts: id.optional(),
  /** Who wrote the message that the thread starts from. */
  parent_user_id: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  edited: z.unknown().optional(),
  hidden: z.boolean().optional(),
});
export type MessageEvent = z.infer<typeof messageSchema>;

/** A press of a button, or a choice from a list. */
export const pressSchema = z.object({
  user,
  trigger_id: id,
  response_url: z.url().optional(),
  channel: z.object({ id }).optional(),
  container: z
    .object({ is_ephemeral: z.boolean().optional(), message_ts: id.optional(), thread_ts: id.optional() })
    .optional(),
  message: z.object({ thread_ts: id.optional() }).optional(),
  view: z.object({ id, type: z.enum(["modal", "home"]) }).optional(),
  actions: z.tuple([
    z.object({
      action_id: id,
      block_id: z.string().optional(),
      value: z.string().optional(),
      selected_option: z.object({ value: z.string() }).nullish(),
    }),
  ]),
});
export type PressPayload = z.infer<typeof pressSchema>;

/** The message shortcut. */
export const shortcutSchema = z.object({
  user,
  channel: z.object({ id }),
  message: z.object({ ts: id, thread_ts: id.optional(), text: z.string().default("") }),
  response_url: z.url(),
});

export const homeOpenedSchema = z.object({ user: id, channel: id, tab: z.enum(["home", "messages"]) });

/** What was entered into the search box: block → field → value. */
export const searchSchema = z.object({
  user,
  view: z.object({
    state: z.object({
      values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))),
    }),
  }),
});

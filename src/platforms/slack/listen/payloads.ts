import * as z from "zod";

/** What the adapter reads of Slack's payloads; a payload without these fields is not for it. */

/** An optional field: Slack leaves it out, or sends null. */
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

const id = z.string().min(1);
const text = maybe(z.string()).transform((value = "") => value);
const user = z.object({ id, name: maybe(z.string()), username: maybe(z.string()) });

/** A slash command. */
export const commandSchema = z.object({
  command: id,
  text,
  channel_id: id,
  user_id: id,
  user_name: text,
  response_url: z.url(),
});

/** A message or a mention, as an event. */
export const messageSchema = z.object({
  channel: id,
  ts: id,
  text,
  user: id,
  thread_ts: maybe(id),
  /** Who wrote the message that the thread starts from. */
  parent_user_id: maybe(z.string()),
  subtype: maybe(z.string()),
  bot_id: maybe(z.string()),
  edited: maybe(z.unknown()),
  hidden: maybe(z.boolean()),
});
/** A message, as read. */
export type MessageEvent = z.infer<typeof messageSchema>;

/** A press of a button, or a choice from a list. */
export const pressSchema = z.object({
  user,
  trigger_id: id,
  response_url: maybe(z.url()),
  channel: maybe(z.object({ id })),
  container: maybe(z.object({ is_ephemeral: maybe(z.boolean()), message_ts: maybe(id), thread_ts: maybe(id) })),
  message: maybe(z.object({ thread_ts: maybe(id) })),
  view: maybe(z.object({ id, type: z.enum(["modal", "home"]) })),
  actions: z.tuple([
    z.object({
      action_id: id,
      block_id: maybe(z.string()),
      value: maybe(z.string()),
      selected_option: maybe(z.object({ value: z.string() })),
    }),
  ]),
});
/** A press, as read. */
export type PressPayload = z.infer<typeof pressSchema>;

/** The message shortcut. */
export const shortcutSchema = z.object({
  user,
  channel: z.object({ id }),
  message: z.object({ ts: id, thread_ts: maybe(id), text }),
  response_url: z.url(),
});

/** The app's Home tab or its messages were opened. */
export const homeOpenedSchema = z.object({ user: id, channel: id, tab: z.enum(["home", "messages"]) });

/** What was entered into the search box: block → field → value. */
export const searchSchema = z.object({
  user,
  view: z.object({
    state: z.object({
      values: z.record(z.string(), z.record(z.string(), z.object({ value: maybe(z.string()) }))),
    }),
  }),
});

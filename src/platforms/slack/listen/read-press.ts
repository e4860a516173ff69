import type { Visibility } from "../deliver/deliver.ts";
import type { Place } from "../deliver/place.ts";
import { actionOf, decodeOrigin, type Origin } from "../render/actions.ts";
import { conversationKey, homeConversationKey, isDirect } from "./conversation.ts";
import { type PressPayload, pressSchema } from "./payloads.ts";
import type { ReplyOptions } from "./replies.ts";

/** A press of one of the bot's buttons, or a choice from one of its lists. */
export interface Press {
  /** What the button does. */
  action: string;
  /** What the button carries. */
  value: string;
  /** The person's name, as others see it. */
  name: string;
  user: string;
  surface: Surface;
  /** Where the question came from that the button answers. */
  origin: Origin;
}

/** Where a button was pressed, and so where the reply goes. */
export type Surface = { kind: "home"; trigger: string } | { kind: "modal"; view: string } | MessageSurface;

/** A message with a button. */
export interface MessageSurface {
  kind: "message";
  url: string;
  place: Place;
  audience: Audience;
  /** Timestamp of the message. */
  message: string | undefined;
}

/** Who sees the message with the button: one person, the two of a direct message, or everybody. */
export type Audience = "one" | "two" | "all";

/** Reads Slack's payload; undefined where it is malformed. */
export function readPress(body: unknown): Press | undefined {
  const payload = pressSchema.safeParse(body).data;
  const surface = payload && surfaceOf(payload);
  if (!surface) return undefined;
  const { user, actions } = payload;
  const [{ action_id, block_id = "", value, selected_option }] = actions;
  return {
    action: actionOf(action_id),
    value: value ?? selected_option?.value ?? "",
    name: user.username ?? user.name ?? "",
    user: user.id,
    surface,
    origin: decodeOrigin(block_id) ?? {},
  };
}

function surfaceOf({
  view,
  trigger_id,
  response_url,
  channel,
  container,
  message,
  user,
}: PressPayload): Surface | undefined {
  if (view?.type === "home") return { kind: "home", trigger: trigger_id };
  if (view) return { kind: "modal", view: view.id };
  if (response_url === undefined || !channel) return undefined;
  const thread = container?.thread_ts ?? message?.thread_ts;
  const place = { channel: channel.id, user: user.id, thread };
  const audience = audienceOf(channel.id, container?.is_ephemeral);
  return { kind: "message", url: response_url, place, audience, message: container?.message_ts };
}

function audienceOf(channel: string, isEphemeral = false): Audience {
  if (isEphemeral) return "one";
  return isDirect(channel) ? "two" : "all";
}

/** Where the reply to a press on a message is shown: what others see too stays as it is. */
const VISIBILITY: Readonly<Record<"read" | "turn", Readonly<Record<Audience, Visibility>>>> = {
  /** Further reading; in a direct message, it follows below the answer. */
  read: { one: "replace", two: "public", all: "private" },
  /** What replaces the message, such as the next page. */
  turn: { one: "replace", two: "replace", all: "private" },
};

/** Who sees the reply to a press: one that leads to further reading, or one that turns a page. */
export function visibilityOf({ surface }: Press, way: keyof typeof VISIBILITY): Visibility {
  return surface.kind === "message" ? VISIBILITY[way][surface.audience] : "replace";
}

/** Whether the button belongs to the answer to a question of whoever pressed it. */
export function isTheirs({ user, origin }: Press): boolean {
  return origin.asker === user;
}

/** The conversation in which the reply to a press is shown. */
export function conversationIn({ user, surface }: Press, visibility: Visibility): string {
  if (surface.kind !== "message") return homeConversationKey(user);
  return conversationKey(surface.place, surface.audience === "one" || visibility === "private");
}

/** How the reply to a press is drawn: with an offer to share where one person alone sees it in a channel. */
export function replyOptions({ surface, user, origin }: Press, visibility: Visibility): ReplyOptions {
  if (surface.kind !== "message" || surface.audience === "two") return { asker: user };
  const isPrivate = visibility === "private" || surface.audience === "one";
  return isPrivate ? { canShare: { thread: origin.thread ?? surface.place.thread } } : { asker: user };
}

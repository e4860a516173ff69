import type { Question } from "../../core/question.ts";
import { conversationOf, isDirect } from "./conversation.ts";
import type { Place, Visibility } from "./deliver.ts";
import { type PressPayload, pressSchema } from "./payloads.ts";
import type { ReplyOptions } from "./reply.ts";

/** A press of one of the bot's buttons, or a choice from one of its lists. */
export interface Press {
  /** What the button carries. */
  value: string;
  /** The person's name, as others see it. */
  name: string;
  user: string;
  surface: Surface;
}

/** Where it was pressed, and so where the reply goes. */
export type Surface =
  | { kind: "home"; trigger: string }
  | { kind: "modal"; view: string }
  | { kind: "message"; url: string; place: Place; audience: Audience };

/** Who sees the message with the button: one person, the two of a direct message, or everybody. */
export type Audience = "one" | "two" | "all";

/** Reads Slack's payload; nothing where it makes no sense. */
export function readPress(body: unknown): Press | undefined {
  const payload = pressSchema.safeParse(body).data;
  const surface = payload && surfaceOf(payload);
  if (!surface) return undefined;
  const { user, actions } = payload;
  const [{ value, selected_option }] = actions;
  return {
    value: value ?? selected_option?.value ?? "",
    name: user.username ?? user.name ?? "",
    user: user.id,
    surface,
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
  return { kind: "message", url: response_url, place, audience: audienceOf(channel.id, container?.is_ephemeral) };
}

function audienceOf(channel: string, isEphemeral = false): Audience {
  if (isEphemeral) return "one";
  return isDirect(channel) ? "two" : "all";
}

/** A press as a question. */
export function questionOf({ value, user, surface }: Press): Question {
  const conversation =
    surface.kind === "message" ? conversationOf(surface.place, surface.audience !== "two") : `slack:home:${user}`;
  return { text: value, platform: "slack", conversation, asker: user };
}

/** Whether the reply to a press can be shared: where one person sees it among others. */
export function shareableIn({ surface }: Press, visibility: Visibility): ReplyOptions {
  if (surface.kind !== "message" || surface.audience === "two") return {};
  const isPrivate = visibility === "private" || surface.audience === "one";
  return isPrivate ? { canShare: { thread: surface.place.thread } } : {};
}

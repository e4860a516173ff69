import * as z from "zod";

/** The kinds of frames that the socket carries; others could pass for events of Bolt's own emitter. */
const frameSchema = z.looseObject({
  type: z.enum(["hello", "disconnect", "events_api", "slash_commands", "interactive"]),
  reason: z.unknown().optional(),
});
const bodySchema = z.looseObject({ type: z.string().optional(), event: z.unknown().optional() });
const eventSchema = z.looseObject({ type: z.string() });

/** A frame of the socket. */
export interface Frame {
  type: z.infer<typeof frameSchema>["type"];
  /** Why Slack disconnects. */
  reason?: unknown;
  /** The frame itself, fit for Bolt. */
  text: string;
}

/** Reads a frame of the socket; nothing where it makes no sense. */
export function readFrame(data: unknown): Frame | undefined {
  if (typeof data !== "string") return undefined;
  const frame = frameSchema.safeParse(parseJson(data)).data;
  if (frame?.type !== "events_api") return frame && { ...frame, text: data };
  const payload = readBody(frame["payload"]);
  return payload && { type: frame.type, text: JSON.stringify({ ...frame, payload }) };
}

/**
 * The body of a delivery as an object, fit for Bolt, or nothing where it makes no sense. Notices that are no events,
 * such as `app_rate_limited`, get one: Bolt takes it for granted, and ends the process over it.
 */
export function readBody(body: unknown): Record<string, unknown> | undefined {
  const read = bodySchema.safeParse(body).data;
  if (!read) return undefined;
  if (read.type === "app_rate_limited") return { ...read, event: { type: read.type } };
  const isEvent = read.type === "event_callback";
  return isEvent && !eventSchema.safeParse(read.event).success ? undefined : read;
}

/** Parses JSON; nothing where it is not. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

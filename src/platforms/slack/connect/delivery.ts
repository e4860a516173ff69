import * as z from "zod";

const deliverySchema = z.looseObject({ type: z.string().optional(), event: z.unknown().optional() });
const eventSchema = z.looseObject({ type: z.string() });

/**
 * What Slack delivers over a socket or over HTTP, as an object that is fit for Bolt; nothing where it makes no sense.
 * Notices that are no events, such as `app_rate_limited`, get one: Bolt takes it for granted, and ends the process over
 * it.
 */
export function readDelivery(delivery: unknown): Record<string, unknown> | undefined {
  const read = deliverySchema.safeParse(delivery).data;
  if (!read) return undefined;
  if (read.type === "app_rate_limited") return { ...read, event: { type: read.type } };
  const isEvent = read.type === "event_callback";
  return isEvent && !eventSchema.safeParse(read.event).success ? undefined : read;
}

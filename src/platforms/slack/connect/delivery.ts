import * as z from "zod";

const deliverySchema = z.looseObject({ type: z.string().optional(), event: z.unknown().optional() });
const eventSchema = z.looseObject({ type: z.string() });

/**
 * A delivery over a socket or HTTP, fit for Bolt; undefined where it is malformed. Notices without an event, such as
 * `app_rate_limited`, get one: without it, Bolt ends the process.
 */
export function readDelivery(delivery: unknown): Record<string, unknown> | undefined {
  const read = deliverySchema.safeParse(delivery).data;
  if (!read) return undefined;
  if (read.type === "app_rate_limited") return { ...read, event: { type: read.type } };
  const isEvent = read.type === "event_callback";
  return isEvent && !eventSchema.safeParse(read.event).success ? undefined : read;
}

import * as z from "zod";
import { parseJson } from "../../shared/parse-json.ts";
import { readDelivery } from "./delivery.ts";

/**
 * The kinds of frames that the socket carries. Others are refused: Bolt emits them by name, as if they were its own
 * events.
 */
const frameSchema = z.looseObject({
  type: z.enum(["hello", "disconnect", "events_api", "slash_commands", "interactive"]),
  /** Id of a delivery, which is to be acknowledged. */
  envelope_id: z.string().optional(),
  payload: z.unknown().optional(),
  reason: z.unknown().optional(),
});
const commandSchema = z.looseObject({ command: z.string() });
/** An event or an interaction. */
const typedSchema = z.looseObject({ type: z.string() });

/** A frame of the socket. */
export interface Frame {
  type: z.infer<typeof frameSchema>["type"];
  /** Why Slack disconnects. */
  reason?: unknown;
  /** The frame itself, fit for Bolt. */
  text: string;
}

/**
 * Reads a frame of the socket; undefined where it is malformed. A malformed delivery becomes an empty one, so that it
 * is acknowledged: Slack would deliver it again and again.
 */
export function readFrame(data: unknown): Frame | undefined {
  if (typeof data !== "string") return undefined;
  const frame = frameSchema.safeParse(parseJson(data)).data;
  if (!frame) return undefined;
  const { type, reason, envelope_id } = frame;
  if (type === "hello" || type === "disconnect") return { type, reason, text: data };
  const payload = readPayload(type, frame.payload);
  if (payload) return { type, text: JSON.stringify({ ...frame, payload }) };
  return envelope_id === undefined
    ? undefined
    : { type, text: JSON.stringify({ type: "interactive", envelope_id, payload: null }) };
}

function readPayload(type: "events_api" | "slash_commands" | "interactive", payload: unknown): object | undefined {
  switch (type) {
    case "events_api": {
      const delivery = readDelivery(payload);
      return delivery && typedSchema.safeParse(delivery["event"]).success ? delivery : undefined;
    }
    case "slash_commands":
      return commandSchema.safeParse(payload).data;
    case "interactive":
      return typedSchema.safeParse(payload).data;
  }
}

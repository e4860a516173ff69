import { GatewayDispatchEvents, GatewayOpcodes } from "discord.js";
import * as z from "zod";

/** Longest time that a timer can have, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

const thing = z.object({ id: z.string() });

/** A frame of the gateway. */
export type Frame = z.infer<typeof frameSchema>;
const frameSchema = z.looseObject({
  op: z.number(),
  /** Name of an event, and its number. */
  t: z.unknown().optional(),
  s: z.number().nullable().catch(null),
  d: z.unknown().optional(),
});

const helloSchema = z.looseObject({
  d: z.looseObject({ heartbeat_interval: z.number().positive().max(LONGEST_TIMER) }),
});

/** Names what the bot does not use, its servers above all, only as far as discord.js takes it for granted. */
const readySchema = z.looseObject({
  d: z.object({
    session_id: z.string(),
    resume_gateway_url: z.url({ protocol: /^wss?$/ }),
    user: thing,
    application: thing,
    guilds: z.array(z.never()).catch([]),
  }),
});

/**
 * A frame of the gateway, fit for discord.js, or nothing where it makes no sense: discord.js takes the shape of frames
 * for granted, and what it throws over others ends the process.
 */
export function readFrame(data: unknown): Frame | undefined {
  const frame = frameSchema.safeParse(data).data;
  switch (frame?.op) {
    case GatewayOpcodes.Hello:
      return fitting(helloSchema, frame);
    case GatewayOpcodes.InvalidSession:
      return { ...frame, d: frame.d === true };
    case GatewayOpcodes.Dispatch:
      return frame.t === GatewayDispatchEvents.Ready ? fitting(readySchema, frame) : frame;
    default:
      return frame;
  }
}

function fitting(schema: z.ZodType<object>, frame: Frame): Frame | undefined {
  const fit = schema.safeParse(frame).data;
  return fit && { ...frame, ...fit };
}

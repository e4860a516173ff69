import { GatewayDispatchEvents, GatewayOpcodes } from "discord.js";
import * as z from "zod";

/** Longest time that Node's timers take, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

const thing = z.object({ id: z.string() });

/** A frame of the gateway. */
export type Frame = z.infer<typeof frameSchema>;
const frameSchema = z.looseObject({
  op: z.number(),
  /** An event's name and sequence number. */
  t: z.unknown().optional(),
  s: z.number().nullable().catch(null),
  d: z.unknown().optional(),
});

const helloSchema = z.looseObject({
  d: z.looseObject({ heartbeat_interval: z.number().positive().max(LONGEST_TIMER) }),
});

/**
 * Only what discord.js relies on. The list of servers is emptied: the bot does not use it, and it may be long or
 * malformed.
 */
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
 * A frame of the gateway, fit for discord.js; nothing where it is malformed. discord.js does not check frames, and what
 * it throws over malformed ones would end the process.
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

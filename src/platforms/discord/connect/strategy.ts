import {
  GatewayDispatchEvents,
  type IShardingStrategy,
  SimpleShardingStrategy,
  type WebSocketOptions,
} from "discord.js";
import * as z from "zod";
import type { Logger } from "../../../log.ts";
import type { Timing } from "../timing.ts";
import { readFrame } from "./frames.ts";

/** discord.js's manager of a client's connections. */
type Manager = Parameters<NonNullable<WebSocketOptions["buildStrategy"]>>[0];

/** A connection to the gateway, as far as it is guarded. */
interface Shard {
  id: number;
  /** Reads a frame; null where it is to be ignored. */
  unpackMessage(data: unknown, isBinary: boolean): Promise<unknown>;
}

const gatewaySchema = z.object({ url: z.url({ protocol: /^wss?$/ }) });

/**
 * Connects to the gateway as discord.js does, but ignores malformed frames. Where a greeting was ignored, discord.js
 * misses it before long, and connects anew.
 */
export function createStrategy(manager: Manager, { log, timing }: { log: Logger; timing: Timing }): IShardingStrategy {
  Object.assign(manager.options, { helloTimeout: timing.greeting, readyTimeout: timing.greeting });
  const strategy = new SimpleShardingStrategy(manager);
  const spawn = strategy.spawn.bind(strategy);

  const isExpected = async (event: unknown, shard: number) =>
    event !== GatewayDispatchEvents.Resumed || (await manager.options.retrieveSessionInfo(shard)) !== null;

  const guard = (shard: Shard) => {
    const unpack = shard.unpackMessage.bind(shard);
    shard.unpackMessage = async (data, isBinary) => {
      const frame = readFrame(await unpack(data, isBinary));
      if (frame && (await isExpected(frame.t, shard.id))) return frame;
      log.warn({ op: frame?.op }, "Discord's gateway sent a malformed frame; it was ignored");
      return null;
    };
  };

  strategy.spawn = async (ids) => {
    gatewaySchema.parse(await manager.fetchGatewayInformation());
    await spawn(ids);
    // discord.js offers no public place where a frame can be checked before it is used.
    for (const shard of (strategy["shards"] as ReadonlyMap<number, Shard>).values()) guard(shard);
  };
  return strategy;
}

import { LRUCache } from "lru-cache";
import type { Logger } from "../../../log.ts";
import type { Api } from "../deliver/api.ts";
import { discordErrorFields } from "../deliver/hints.ts";
import type { IncomingMessage } from "./message.ts";

/** How many servers' roles are remembered, and for how many milliseconds. */
const MEMORY = { max: 1_000, ttl: 60 * 60 * 1000 };

/** In every server, Discord makes a role with the bot's name, and people mention it in place of the bot. */
export interface OwnRoles {
  /** Whether a message mentions the bot's role; false where that cannot be found out. Never throws. */
  areMentioned(message: IncomingMessage, self: string): Promise<boolean>;
}

/** Asks Discord for the role once for each server that mentions a role. */
export function createOwnRoles(api: Api, log: Logger): OwnRoles {
  const roles = new LRUCache<string, string, string>({
    ...MEMORY,
    fetchMethod: async (server, _, { context: self }) => (await api.ownRole(server, self)) ?? "",
  });
  return {
    async areMentioned({ guild_id, mention_roles }, self) {
      if (guild_id === undefined || mention_roles.length === 0) return false;
      try {
        return mention_roles.includes((await roles.fetch(guild_id, { context: self })) ?? "");
      } catch (error) {
        log.warn(discordErrorFields(error), "It cannot be found out whether a message mentions the bot's role");
        return false;
      }
    },
  };
}

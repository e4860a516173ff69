import type { Config } from "./config.ts";
import { BotError } from "./errors.ts";

/** What turns a platform on; the terminal is always there. */
const VARIABLES = { slack: "SLACK_BOT_TOKEN", discord: "DISCORD_TOKEN" } as const;

const CONFIGURABLE = Object.keys(VARIABLES) as (keyof typeof VARIABLES)[];

/** The platforms that the bot can be started on. */
export const PLATFORM_NAMES = [...CONFIGURABLE, "terminal"] as const;

export type PlatformName = (typeof PLATFORM_NAMES)[number];

/**
 * The platforms to start: the one that was asked for, otherwise every configured one, otherwise the terminal.
 * @throws {BotError} when the one that was asked for is not configured
 */
export function choosePlatforms(config: Config, asked?: PlatformName): PlatformName[] {
  if (asked === undefined) {
    const configured = CONFIGURABLE.filter((name) => config[name] !== undefined);
    return configured.length > 0 ? configured : ["terminal"];
  }
  if (asked === "terminal" || config[asked] !== undefined) return [asked];
  throw new BotError(
    `${VARIABLES[asked]} is not set, so the bot cannot start on ${asked}.`,
    "Set it in .env or where the bot is started; .env.example says where to get it.",
  );
}

import type { Config } from "./config.ts";
import { BotError } from "./errors.ts";

/** The variable that turns each platform on; the terminal needs none. */
const VARIABLES = { slack: "SLACK_BOT_TOKEN", discord: "DISCORD_TOKEN" } as const;

const CONFIGURABLE = Object.keys(VARIABLES) as (keyof typeof VARIABLES)[];

/** All platforms, by the names that `--platform` takes. */
export const PLATFORM_NAMES = [...CONFIGURABLE, "terminal"] as const;

/** A value of `--platform`. */
export type PlatformName = (typeof PLATFORM_NAMES)[number];

/**
 * The platforms to start: the requested one, otherwise every configured one, otherwise the terminal.
 * @throws {BotError} when the requested one is not configured
 */
export function choosePlatforms(config: Config, requested?: PlatformName): PlatformName[] {
  if (requested === undefined) {
    const configured = CONFIGURABLE.filter((name) => config[name] !== undefined);
    return configured.length > 0 ? configured : ["terminal"];
  }
  if (requested === "terminal" || config[requested] !== undefined) return [requested];
  throw new BotError(
    `${VARIABLES[requested]} is not set, so the bot cannot start on ${requested}.`,
    "Set it in .env or where the bot is started; .env.example says where to get it.",
  );
}

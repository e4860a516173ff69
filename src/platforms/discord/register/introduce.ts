import { DiscordAPIError } from "discord.js";
import type { DiscordConfig } from "../../../config.ts";
import type { Pack } from "../../../core/pack.ts";
import { BotError } from "../../../errors.ts";
import type { Logger } from "../../../log.ts";
import { backOff, retry } from "../../shared/retry.ts";
import type { Api } from "../deliver/api.ts";
import { discordErrorFields } from "../deliver/hints.ts";
import type { Timing } from "../timing.ts";
import { registerCommands } from "./commands.ts";
import { inviteLinks } from "./invite.ts";

const WRONG_KEY = [
  "DISCORD_PUBLIC_KEY belongs to another application than DISCORD_TOKEN.",
  "Copy it from General Information in the Developer Portal.",
] as const;

/** Whom the bot is introduced to, and as what. */
export interface IntroduceOptions {
  api: Api;
  config: DiscordConfig;
  packs: readonly Pack[];
  log: Logger;
  timing: Timing;
  /** Ends the attempts. */
  signal: AbortSignal;
}

/**
 * Logs the links that invite the bot, and registers its commands; tries until Discord is reached. Where Discord refuses
 * the commands, that is only logged: the bot answers mentions all the same.
 * @throws {BotError} where the token is refused, or the public key belongs to another application
 */
export async function introduce({ api, config, packs, log, timing, signal }: IntroduceOptions): Promise<void> {
  const waitAfter = (error: unknown, failures: number) => {
    if (error instanceof BotError || error instanceof DiscordAPIError) throw error;
    log.warn(discordErrorFields(error), "The commands could not be registered with Discord; trying again");
    return backOff(failures, timing);
  };
  try {
    const application = await retry(() => api.application(), { signal, waitAfter });
    if (!application) return;
    const { id, verify_key } = application;
    if (config.publicKey && config.publicKey.toLowerCase() !== verify_key) throw new BotError(...WRONG_KEY);
    log.info(inviteLinks(id), "These links invite the bot, to a server or to one's own account");
    const scope = { applicationId: id, guildId: config.guildId };
    const isChanged = await retry(() => registerCommands(api, scope, packs), { signal, waitAfter });
    if (isChanged === undefined) return;
    log.info(isChanged ? "The commands have been registered with Discord" : "Discord has the commands already");
  } catch (error) {
    if (error instanceof BotError) throw error;
    log.error(discordErrorFields(error), "The commands could not be registered with Discord");
  }
}

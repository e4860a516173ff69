/** Prints the links that invite the bot of DISCORD_TOKEN, to a server or to one's own account: `npm run discord:invite`. */
import { loadConfig } from "../src/config.ts";
import { loadEnvFile } from "../src/env-file.ts";
import { BotError, errorText } from "../src/errors.ts";
import { createLogger } from "../src/log.ts";
import { createApi } from "../src/platforms/discord/deliver/api.ts";
import { inviteLinks } from "../src/platforms/discord/register/invite.ts";
import { TIMING } from "../src/platforms/discord/timing.ts";

try {
  loadEnvFile(process.env);
  const { discord, logLevel } = loadConfig(process.env);
  if (!discord) throw new BotError("DISCORD_TOKEN is not set.", "docs/discord.md says where to get it.");
  const { id } = await createApi(discord, createLogger(logLevel), TIMING).application();
  const { server, account } = inviteLinks(id);
  console.log(`To a server:\n  ${server}\nTo your own account:\n  ${account}`);
} catch (error) {
  console.error(errorText(error));
  process.exit(1);
}

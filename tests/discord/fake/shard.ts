import { createBot } from "../../../src/bot.ts";
import { loadConfig } from "../../../src/config.ts";
import { createLogger } from "../../../src/log.ts";
import { createDiscordPlatform } from "../../../src/platforms/discord/index.ts";
import { createHttpServer } from "../../../src/platforms/http/server.ts";
import { loadPacks } from "./packs.ts";

/** The program that a shard runs: what it hears of the world is its environment, as for the program itself. */
const { host, port, discord } = loadConfig(process.env);
if (!discord) throw new Error("Discord is not configured");
const log = createLogger("silent");
const http = createHttpServer({ host, port, log });
const platform = createDiscordPlatform({ bot: createBot(loadPacks()), config: discord, log, http });
process.once("SIGTERM", () => {
  void platform.stop().then(() => process.exit(0));
});
await http.start();
await platform.start().catch(() => process.exit(1));

import { expect, onTestFinished } from "vitest";
import { type Bot, createBot } from "../../../src/bot.ts";
import type { DiscordConfig } from "../../../src/config.ts";
import type { Packs } from "../../../src/core/pack.ts";
import { createDiscordPlatform } from "../../../src/platforms/discord/index.ts";
import type { Timing } from "../../../src/platforms/discord/timing.ts";
import { createHttpServer, type HttpServer } from "../../../src/platforms/http/server.ts";
import type { Platform } from "../../../src/platforms/platform.ts";
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from "./fake-discord.ts";
import { TOKEN } from "./ids.ts";
import { createLogLines, type LogLines } from "./log-lines.ts";
import { loadPacks } from "./packs.ts";

/** A word that the log never holds, for questions. */
export const PRIVATE_WORD = "zebrafinch";

/** As patient as tests have time for, and a machine with other work to do has need of. */
const TIMING: Partial<Timing> = {
  response: 200,
  call: 1_000,
  greeting: 1_000,
  reconnect: 20,
  longestReconnect: 20,
  shard: 0,
};

export interface Options {
  config?: Partial<DiscordConfig>;
  packs?: Packs;
  program?: string;
  timing?: Partial<Timing> | undefined;
  /** A Discord that runs already. */
  discord?: FakeDiscord;
  /** Whether warnings and errors in the log are what the test is about; otherwise there may be none. */
  isTroubled?: boolean;
}

/** A bot that is set up for a Discord of its own, and what its log says. */
export interface Running extends Pick<LogLines, "lines" | "find"> {
  discord: FakeDiscord;
  platform: Platform;
  bot: Bot;
  http: HttpServer;
}

/** A Discord that stops when the test has finished, and must have found no fault with the bot by then. */
export async function openDiscord(options?: FakeDiscordOptions): Promise<FakeDiscord> {
  const discord = await startFakeDiscord(options);
  onTestFinished(async () => {
    await discord.stop();
    expect(discord.rest.violations).toEqual([]);
  });
  return discord;
}

/**
 * Sets a bot up without starting it. It stops when the test has finished, and its log must hold no secret and no word of
 * a user then.
 */
export async function setUp({ config, packs, program, timing, ...options }: Options = {}): Promise<Running> {
  const discord = options.discord ?? (await openDiscord());
  const { log, lines, find } = createLogLines();
  const http = createHttpServer({ host: "127.0.0.1", port: 0, log });
  const bot = createBot(packs ?? loadPacks());
  const platform = createDiscordPlatform({
    bot,
    config: { token: TOKEN, apiUrl: discord.apiUrl, ...config },
    log,
    http,
    timing: { ...TIMING, ...timing },
    ...(program && { program }),
  });
  onTestFinished(async () => {
    await Promise.all([platform.stop(), http.stop()]);
    if (!options.isTroubled) expect(lines.filter((line) => /"level":[456]0/.test(line))).toEqual([]);
    expect(lines.join("")).not.toMatch(new RegExp(`interaction-token|${TOKEN}|${PRIVATE_WORD}`));
  });
  return { discord, platform, bot, http, lines, find };
}

/** Sets a bot up and starts it. */
export async function start(options?: Options): Promise<Running> {
  const running = await setUp(options);
  await running.platform.start();
  return running;
}

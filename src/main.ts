import { Command, Option } from "commander";
import { type Bot, buildEngines, createBotWith } from "./bot.ts";
import { choosePlatforms, PLATFORM_NAMES, type PlatformName } from "./choose-platforms.ts";
import { type Config, loadConfig, unknownVariables } from "./config.ts";
import { finishGradually } from "./core/steps.ts";
import { loadEnvFile } from "./env-file.ts";
import { errorFields, errorTextWithStack } from "./errors.ts";
import { createExit } from "./exit.ts";
import { readKnowledge } from "./knowledge/load.ts";
import { knowledgeState } from "./knowledge/watch.ts";
import { createLogger, type Logger, withoutSecrets } from "./log.ts";
import { watchParent } from "./parent.ts";
import { createPlatformGroup } from "./platforms/group.ts";
import { createHttpServer } from "./platforms/http/server.ts";
import type { Platform, Service } from "./platforms/platform.ts";
import { TERMINAL_WORDS } from "./platforms/terminal/wording.ts";
import { createReload } from "./reload.ts";

const { platform: asked } = new Command("start")
  .description("Answers questions wherever the environment says, and in the terminal where it says nothing.")
  .addOption(new Option("--platform <name>", "start this one alone").choices(PLATFORM_NAMES))
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ platform?: PlatformName }>();

const services: Service[] = [];
const { leave, onSignal } = createExit(services);

try {
  await run();
} catch (error) {
  fail(error);
}

function fail(error: unknown): void {
  console.error(withoutSecrets(errorTextWithStack(error)));
  leave(1);
}

async function run(): Promise<void> {
  leaveWhenTold();
  loadEnvFile(process.env);
  const config = loadConfig(process.env);
  const log = createLogger(config.logLevel);
  warnOfUnknownVariables(config, log);
  const names = choosePlatforms(config, asked);
  exitOnDefects(log);
  const since = await knowledgeState(config.knowledgeDir);
  const bot = await loadBot(config.knowledgeDir);
  const notice = asked === undefined ? TERMINAL_WORDS.otherPlatforms : "";
  services.push(...(await createServices(names, { bot, since, config, log, notice })));
  await Promise.all(services.map((service) => service.start()));
}

/** In steps: it takes seconds, in which somebody may think better of it. */
async function loadBot(folder: string): Promise<Bot> {
  const packs = await finishGradually(readKnowledge(folder));
  return createBotWith(await finishGradually(buildEngines(packs)));
}

/**
 * Where a platform or a setting is missed, a misspelt name may be why. In plain words where somebody sits before the
 * terminal: at the chat, or with nothing configured.
 */
function warnOfUnknownVariables({ slack, discord }: Config, log: Logger): void {
  const names = unknownVariables(process.env);
  if (names.length === 0) return;
  const words = `The environment sets ${names.join(", ")}, which the bot does not know; .env.example has every name.`;
  if (asked !== "terminal" && (slack || discord)) log.warn(words);
  else console.error(words);
}

/** By a signal, or by the end of what started the process: the shell of `npm start` or, for a shard, the bot. */
function leaveWhenTold(): void {
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal).on("SIGHUP", onSignal);
  process.on("disconnect", () => leave());
  if (process.connected === false) leave();
  if (process.env["npm_lifecycle_event"] === "start") watchParent(leave);
}

interface Parts {
  bot: Bot;
  /** The state of the knowledge's folder from before it was read. */
  since: string;
  config: Config;
  log: Logger;
  /** A line below the welcome of the chat; none where it is empty. */
  notice: string;
}

/** Loads the code of the platforms that are used, and with it their client libraries. */
async function createServices(names: readonly PlatformName[], parts: Parts): Promise<Service[]> {
  const { bot, since, config, log, notice } = parts;
  const http = createHttpServer({ host: config.host, port: config.port, log });
  const platforms: Platform[] = [];
  if (names.includes("slack") && config.slack) {
    const { createSlackPlatform } = await import("./platforms/slack/index.ts");
    platforms.push(createSlackPlatform({ bot, config: config.slack, log, http }));
  }
  if (names.includes("discord") && config.discord) {
    const { createDiscordPlatform } = await import("./platforms/discord/index.ts");
    const onClosed = () => group.lose("discord");
    platforms.push(createDiscordPlatform({ bot, config: config.discord, log, http, onClosed }));
  }
  // Whatever started the process starts it again, and says at the start what to do.
  const group = createPlatformGroup(platforms, { log, onNoneLeft: () => leave(1) });
  for (const { name, isReady } of platforms) http.reportReadiness(name, isReady);
  if (platforms.length > 0) return [http, createReload({ bot, folder: config.knowledgeDir, since, log }), group];
  const { createTerminalPlatform } = await import("./platforms/terminal/index.ts");
  return [createTerminalPlatform({ bot, onLeave: leave, notice })];
}

/**
 * Rejections that nobody handles end here too. A defect leaves the process in a state that nobody has thought of, so it
 * ends; whatever started it starts it again.
 */
function exitOnDefects(log: Logger): void {
  process.on("uncaughtException", (error) => {
    try {
      log.fatal(errorFields(error), "The bot stops, because of an error that nobody handles");
    } finally {
      process.exit(1);
    }
  });
}

import * as z from "zod";
import { BotError } from "./errors.ts";
import { LOG_LEVELS } from "./log.ts";

/** How the bot runs, as the environment says. A platform that is absent is switched off. */
export interface Config {
  knowledgeDir: string;
  host: string;
  /** Absent in a shard, which leaves HTTP to the process that started it. */
  port?: number | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
  slack?: SlackConfig | undefined;
  discord?: DiscordConfig | undefined;
}

/** Socket Mode with an app token, HTTP mode with a signing secret; with both, Socket Mode. */
export interface SlackConfig {
  botToken: string;
  appToken?: string | undefined;
  signingSecret?: string | undefined;
  /** Base of the Web API; Slack's own by default. */
  apiUrl?: string | undefined;
  /**
   * Public https address of a copy of the packs' folder, from which Slack fetches pictures; without it there are none.
   */
  diagramBaseUrl?: string | undefined;
}

/** The gateway, HTTP interactions, or both; which, `publicKey` and `shards` say. */
export interface DiscordConfig {
  token: string;
  /** Serves interactions over HTTP too, checked against this key. */
  publicKey?: string | undefined;
  /** Base of the REST API; Discord's own by default. */
  apiUrl?: string | undefined;
  /** Registers commands in this server alone, at once. */
  guildId?: string | undefined;
  /** Processes to share the gateway's events, 0 for none; by default this process hears them all. */
  shards?: number | "auto" | undefined;
}

const url = z.url({ protocol: /^https?$/, message: "must be an http or https address" });
const httpsUrl = z.url({ protocol: /^https$/, message: "must be an https address" });

/** A number in decimal digits, from 0 on. */
function wholeNumber(highest: number, message: string) {
  return z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) <= highest, message)
    .transform(Number);
}

/** What an HTTP header can carry. Anything else would fail at the first call, as if the platform were out of reach. */
const token = z.string().regex(/^[!-~]*$/, "must not hold blanks or special characters");

/** More than the largest bots have. */
const MAX_SHARDS = 10_000;
const SHARDS_FORM = `must be auto or a whole number from 0 to ${MAX_SHARDS}`;

const environment = z
  .object({
    SLACK_BOT_TOKEN: token.startsWith("xoxb-", "must start with xoxb-").optional(),
    SLACK_APP_TOKEN: token.startsWith("xapp-", "must start with xapp-").optional(),
    SLACK_SIGNING_SECRET: z.string().optional(),
    SLACK_API_URL: url.optional(),
    DIAGRAM_BASE_URL: httpsUrl.optional(),
    DISCORD_TOKEN: token.optional(),
    DISCORD_PUBLIC_KEY: z
      .string()
      .regex(/^[0-9a-f]{64}$/i, "must be 64 hexadecimal digits")
      .optional(),
    DISCORD_API_URL: url.optional(),
    DISCORD_GUILD_ID: z
      .string()
      .regex(/^\d{17,20}$/, "must be a number of 17 to 20 digits")
      .optional(),
    DISCORD_SHARDS: z.union([z.literal("auto"), wholeNumber(MAX_SHARDS, SHARDS_FORM)], SHARDS_FORM).optional(),
    KNOWLEDGE_DIR: z.string().default("knowledge"),
    HOST: z.string().default("127.0.0.1"),
    PORT: wholeNumber(65_535, "must be a whole number from 0 to 65535").default(3000),
    LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of: ${LOG_LEVELS.join(", ")}`).default("info"),
  })
  .superRefine(reportMissing, { when: () => true });

/** Settings that a shard leaves to the process that started it. */
const OF_STARTER = { DISCORD_SHARDS: undefined, DISCORD_PUBLIC_KEY: undefined, PORT: undefined };

/** The variables, once read. */
type Variables = z.infer<typeof environment>;

type Environment = Partial<Record<string, unknown>>;

/** Reports variables that others need. Runs even where a variable is wrong, so that all problems are told at once. */
function reportMissing(given: Environment, { issues }: z.RefinementCtx): void {
  const missing = (name: string, message: string) => {
    issues.push({ code: "custom", path: [name], message, input: undefined });
  };
  const isSlackOn = given["SLACK_BOT_TOKEN"] !== undefined;
  if (isSlackOn && !given["SLACK_APP_TOKEN"] && !given["SLACK_SIGNING_SECRET"]) {
    missing("SLACK_APP_TOKEN", "is needed with SLACK_BOT_TOKEN (or SLACK_SIGNING_SECRET, for HTTP mode)");
  }
  if (!isSlackOn && (given["SLACK_APP_TOKEN"] || given["SLACK_SIGNING_SECRET"])) {
    missing("SLACK_BOT_TOKEN", "is needed to turn Slack on");
  }
  if (given["DISCORD_TOKEN"] === undefined && (given["DISCORD_PUBLIC_KEY"] || given["DISCORD_GUILD_ID"])) {
    missing("DISCORD_TOKEN", "is needed to turn Discord on");
  }
  if (Number(given["DISCORD_SHARDS"]) === 0 && given["DISCORD_PUBLIC_KEY"] === undefined) {
    missing("DISCORD_PUBLIC_KEY", "is needed where DISCORD_SHARDS is 0, or nothing would be heard");
  }
}

/**
 * Reads the configuration from environment variables. Space around a value is ignored, since some secret stores
 * add it, and an empty value counts as absent.
 * @throws {BotError} naming every variable that is wrong or unknown, never its value.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim()] as const);
  const given = Object.fromEntries(trimmed.filter(([, value]) => value));
  const isInShard = isShard(given);
  const result = environment.safeParse({ ...given, ...(isInShard && OF_STARTER) }, { reportInput: false });
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => `  ${path.join(".")} ${message}`);
    // What is missing may be there under a misspelt name.
    const unknown = unknownVariables(env);
    throw new BotError(
      [
        `The environment has ${lines.length === 1 ? "1 problem" : `${lines.length} problems`}:`,
        ...lines,
        ...(unknown.length > 0 ? [`It also sets ${unknown.join(", ")}, which the bot does not know.`] : []),
      ].join("\n"),
      "Mend it in .env or where the bot is started; .env.example explains every variable.",
    );
  }
  const { data } = result;
  return {
    knowledgeDir: data.KNOWLEDGE_DIR,
    host: data.HOST,
    port: isInShard ? undefined : data.PORT,
    logLevel: data.LOG_LEVEL,
    slack: slackConfig(data),
    discord: discordConfig(data),
  };
}

function slackConfig(data: Variables): SlackConfig | undefined {
  if (data.SLACK_BOT_TOKEN === undefined) return undefined;
  return {
    botToken: data.SLACK_BOT_TOKEN,
    appToken: data.SLACK_APP_TOKEN,
    signingSecret: data.SLACK_SIGNING_SECRET,
    apiUrl: data.SLACK_API_URL,
    diagramBaseUrl: data.DIAGRAM_BASE_URL,
  };
}

function discordConfig(data: Variables): DiscordConfig | undefined {
  if (data.DISCORD_TOKEN === undefined) return undefined;
  return {
    token: data.DISCORD_TOKEN,
    publicKey: data.DISCORD_PUBLIC_KEY,
    apiUrl: data.DISCORD_API_URL,
    guildId: data.DISCORD_GUILD_ID,
    shards: data.DISCORD_SHARDS,
  };
}

/** Whether this process is a shard: discord.js sets this variable for the processes that it starts. */
function isShard(env: Environment): boolean {
  return Boolean(env["SHARDING_MANAGER"]);
}

/**
 * Names of variables that look meant for the bot but that it does not know, such as a misspelt one. In a shard there
 * are none: the process that started it has named them.
 */
export function unknownVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  if (isShard(env)) return [];
  const names = Object.keys(env).filter((name) => env[name]?.trim() && !Object.hasOwn(environment.shape, name));
  return names.filter((name) => /^(?:SLACK|DISCORD)_/i.test(name));
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { BotError } from "../../src/errors.ts";

/** What is said about an environment that is wrong. */
function complaint(env: Readonly<Record<string, string>>): string {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof BotError) return error.message;
    throw error;
  }
  return "";
}

/** What is wrong with a token that no request can carry. */
const UNSENDABLE = "must not hold blanks or special characters";

describe("an environment", () => {
  it("may say nothing, which leaves both platforms off and the server to this machine", () => {
    expect(loadConfig({})).toEqual({ knowledgeDir: "knowledge", host: "127.0.0.1", port: 3000, logLevel: "info" });
  });

  it("counts what is empty or blank as not said", () => {
    expect(loadConfig({ SLACK_BOT_TOKEN: "", DISCORD_TOKEN: "  ", PORT: "", LOG_LEVEL: " ", HOST: "\n" })).toEqual(
      loadConfig({}),
    );
  });

  it("sets everything", () => {
    expect(
      loadConfig({
        SLACK_BOT_TOKEN: "xoxb-1",
        SLACK_APP_TOKEN: "xapp-1",
        SLACK_SIGNING_SECRET: "s",
        SLACK_API_URL: "http://127.0.0.1:1/api/",
        DISCORD_TOKEN: "d",
        DISCORD_PUBLIC_KEY: "0a".repeat(32),
        DISCORD_API_URL: "https://discord.example.com/api",
        DISCORD_GUILD_ID: "12345678901234567",
        DISCORD_SHARDS: "2",
        KNOWLEDGE_DIR: "/knowledge",
        HOST: "0.0.0.0",
        PORT: "0",
        LOG_LEVEL: "silent",
      }),
    ).toEqual({
      slack: { botToken: "xoxb-1", appToken: "xapp-1", signingSecret: "s", apiUrl: "http://127.0.0.1:1/api/" },
      discord: {
        token: "d",
        publicKey: "0a".repeat(32),
        apiUrl: "https://discord.example.com/api",
        guildId: "12345678901234567",
        shards: 2,
      },
      knowledgeDir: "/knowledge",
      host: "0.0.0.0",
      port: 0,
      logLevel: "silent",
    });
  });

  it("may have space around its values, as secret stores add it", () => {
    expect(loadConfig({ SLACK_BOT_TOKEN: "xoxb-1\n", SLACK_APP_TOKEN: " xapp-1\r\n", PORT: " 80 " })).toMatchObject({
      slack: { botToken: "xoxb-1", appToken: "xapp-1" },
      port: 80,
    });
  });

  it("leaves HTTP and shards to the process that started this one as a shard", () => {
    const env = {
      SHARDING_MANAGER: "true",
      DISCORD_TOKEN: "d",
      DISCORD_SHARDS: "auto",
      DISCORD_PUBLIC_KEY: "0a".repeat(32),
    };
    expect(loadConfig({ ...env, PORT: "80" })).toMatchObject({ discord: { token: "d" }, port: undefined });
    expect(loadConfig(env).discord).toEqual({ token: "d" });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: "xoxp-1", SLACK_APP_TOKEN: "xapp-1" }, "SLACK_BOT_TOKEN must start with xoxb-"],
    [{ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xoxb-1" }, "SLACK_APP_TOKEN must start with xapp-"],
    [{ SLACK_BOT_TOKEN: "xoxb-1…", SLACK_APP_TOKEN: "xapp-1" }, `SLACK_BOT_TOKEN ${UNSENDABLE}`],
    [{ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-\u200b1" }, `SLACK_APP_TOKEN ${UNSENDABLE}`],
    [{ DISCORD_TOKEN: "Bot MTE" }, `DISCORD_TOKEN ${UNSENDABLE}`],
    [{ DISCORD_TOKEN: "MTE\nMTE" }, `DISCORD_TOKEN ${UNSENDABLE}`],
    [
      { SLACK_BOT_TOKEN: "xoxb-1" },
      "SLACK_APP_TOKEN is needed with SLACK_BOT_TOKEN (or SLACK_SIGNING_SECRET, for HTTP mode)",
    ],
    [{ SLACK_APP_TOKEN: "xapp-1" }, "SLACK_BOT_TOKEN is needed to turn Slack on"],
    [{ SLACK_SIGNING_SECRET: "s" }, "SLACK_BOT_TOKEN is needed to turn Slack on"],
    [{ SLACK_API_URL: "slack.com" }, "SLACK_API_URL must be an http or https address"],
    [{ DISCORD_API_URL: "file:///etc" }, "DISCORD_API_URL must be an http or https address"],
    [{ DISCORD_TOKEN: "d", DISCORD_PUBLIC_KEY: "0a" }, "DISCORD_PUBLIC_KEY must be 64 hexadecimal digits"],
    [{ DISCORD_TOKEN: "d", DISCORD_GUILD_ID: "my server" }, "DISCORD_GUILD_ID must be a number of 17 to 20 digits"],
    [{ DISCORD_GUILD_ID: "12345678901234567" }, "DISCORD_TOKEN is needed to turn Discord on"],
    [{ DISCORD_PUBLIC_KEY: "0a".repeat(32) }, "DISCORD_TOKEN is needed to turn Discord on"],
    [{ DISCORD_TOKEN: "d", DISCORD_SHARDS: "many" }, "DISCORD_SHARDS must be auto or a whole number from 0 to 10000"],
    [{ DISCORD_TOKEN: "d", DISCORD_SHARDS: "-1" }, "DISCORD_SHARDS must be auto or a whole number from 0 to 10000"],
    [
      { DISCORD_TOKEN: "d", DISCORD_SHARDS: "0" },
      "DISCORD_PUBLIC_KEY is needed where DISCORD_SHARDS is 0, or nothing would be heard",
    ],
    [{ PORT: "http" }, "PORT must be a whole number from 0 to 65535"],
    [{ PORT: "65536" }, "PORT must be a whole number from 0 to 65535"],
    [{ PORT: "80.5" }, "PORT must be a whole number from 0 to 65535"],
    [{ PORT: "-1" }, "PORT must be a whole number from 0 to 65535"],
    [{ PORT: "0x50" }, "PORT must be a whole number from 0 to 65535"],
    [{ PORT: "3e3" }, "PORT must be a whole number from 0 to 65535"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be one of: trace, debug, info, warn, error, fatal, silent"],
  ])("is refused as %j, in these words", (env, expected) => {
    expect(complaint(env as Record<string, string>)).toBe(`The environment has 1 problem:\n  ${expected}`);
  });

  it("is told also which variables nobody knows, since what is missing may be there under a misspelt name", () => {
    expect(complaint({ SLACK_BOT_TOKNE: "xoxb-1", SLACK_APP_TOKEN: "xapp-1", SLACK_APP: "" })).toBe(
      "The environment has 1 problem:\n  SLACK_BOT_TOKEN is needed to turn Slack on\n" +
        "It also sets SLACK_BOT_TOKNE, which the bot does not know.",
    );
  });

  it("is told all that is wrong with it at once", () => {
    const env = {
      SLACK_BOT_TOKEN: "b",
      SLACK_API_URL: "u",
      DISCORD_PUBLIC_KEY: "k",
      DISCORD_API_URL: "u",
      DISCORD_GUILD_ID: "g",
      DISCORD_SHARDS: "1.5",
      PORT: "80.5",
      LOG_LEVEL: "loud",
    };
    const [first, ...lines] = complaint(env).split("\n");
    const names = lines.map((line) => line.trim().split(" ")[0]);
    expect(first).toBe("The environment has 10 problems:");
    expect(new Set(names)).toEqual(new Set([...Object.keys(env), "SLACK_APP_TOKEN", "DISCORD_TOKEN"]));
  });
});

it("never repeats a value, whatever is wrong with which", () => {
  const names = [
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_API_URL",
    "DISCORD_TOKEN",
    "DISCORD_PUBLIC_KEY",
    "DISCORD_API_URL",
    "DISCORD_GUILD_ID",
    "DISCORD_SHARDS",
    "PORT",
    "LOG_LEVEL",
  ];
  const secret = fc.stringMatching(/^[A-Z0-9"\\{}$]{12}$/);
  const start = fc.constantFrom("", "xoxb-", "xapp-", "https://", "ftp://", "0x");
  const environment = fc.dictionary(fc.constantFrom(...names), fc.tuple(start, secret), { minKeys: 1 });
  fc.assert(
    fc.property(environment, (given) => {
      const env = Object.fromEntries(Object.entries(given).map(([name, parts]) => [name, parts.join("")]));
      const message = complaint(env);
      for (const [, [, value]] of Object.entries(given)) expect(message).not.toContain(value);
    }),
  );
});

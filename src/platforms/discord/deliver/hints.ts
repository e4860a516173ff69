import { DiscordAPIError, GatewayCloseCodes, HTTPError, RateLimitError } from "discord.js";
import { errorFields } from "../../../errors.ts";

/** Discord's error codes that the bot meets: https://discord.com/developers/docs/topics/opcodes-and-status-codes */
export const CODES = {
  unknownChannel: 10003,
  unknownMessage: 10008,
  unknownInteraction: 10062,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  missingPermissions: 50013,
  invalidBody: 50035,
  noHistory: 160002,
} as const;

/** What to do about a token that Discord refuses. */
export const TOKEN_HINT =
  "Reset the token in the Developer Portal under Bot, set DISCORD_TOKEN to the new one and start again.";
const PERMISSIONS =
  "Give the bot View Channels, Send Messages, Send Messages in Threads, Read Message History and Attach Files there, or use its command, which needs none.";
const THREAD_CLOSED = "The thread is archived or locked: ask elsewhere, or have a moderator open it.";
const AUTOMOD = "AutoMod blocks what the bot wrote: exempt the bot's role from the rule in Server Settings, AutoMod.";
const TROUBLE = "Discord itself seems to have trouble: see https://discordstatus.com";

/** What discord.js throws where Discord takes no more connections that day. */
const NO_SESSIONS = /^Not enough sessions remaining/;
const NO_SESSIONS_HINT =
  "Discord takes 1,000 new connections a day, and the bot has used them up: it goes on as soon as Discord takes more. Does something start it again and again?";

/** Error code → what to do. */
const HINTS: Readonly<Record<number, string>> = {
  [CODES.unknownInteraction]:
    "Discord waits 3 seconds for an answer, and this one came later: is this machine busy, or its connection slow?",
  [CODES.alreadyAcknowledged]:
    "It was answered by an earlier try, where the connection is slow, or else by a second bot with this token.",
  [CODES.missingAccess]: PERMISSIONS,
  [CODES.missingPermissions]: PERMISSIONS,
  [CODES.invalidBody]: "Discord refused what the bot wrote: this is a fault in the bot.",
  [CODES.unknownChannel]: "The channel is gone.",
  [CODES.unknownMessage]: "The message with the question has been deleted.",
  [CODES.noHistory]: "Give the bot Read Message History there, without which it cannot reply to a message.",
  20009: "Discord takes the answer for explicit content: this is a fault of its filter, or in the entry.",
  30034: "Discord takes 200 new commands a day: the commands stay as they are until tomorrow.",
  40333:
    "Discord's protection blocks this machine: does a proxy stand between, or does DISCORD_API_URL lead elsewhere?",
  50007: "This person takes no direct messages from the bot.",
  50024: "The bot cannot post in a channel of this type: ask in a text channel or thread.",
  50083: THREAD_CLOSED,
  160005: THREAD_CLOSED,
  200000: AUTOMOD,
};

/** Close code of the gateway → what to do, where it closes for good. */
const CLOSE_HINTS: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN_HINT,
  [GatewayCloseCodes.InvalidShard]: "Set DISCORD_SHARDS to auto and start again.",
  [GatewayCloseCodes.ShardingRequired]:
    "The bot is in more servers than one connection may serve: set DISCORD_SHARDS to auto and start again.",
  [GatewayCloseCodes.InvalidAPIVersion]:
    "Discord has retired the version of its API that the bot uses: update the bot.",
  [GatewayCloseCodes.InvalidIntents]: "Discord does not know what the bot asked to hear: update the bot.",
  [GatewayCloseCodes.DisallowedIntents]:
    "In the Developer Portal, open the application, then Bot, then Privileged Gateway Intents, switch on Message Content Intent, save and start again.",
};

/** What to do where the gateway has closed for good. */
export function closeHint(code: number): string {
  return (
    CLOSE_HINTS[code] ??
    "Look up what the code means: https://docs.discord.com/developers/topics/opcodes-and-status-codes"
  );
}

/** What to do about an answer with an HTTP status. */
function statusHint(status: number): string | undefined {
  if (status === 401) return TOKEN_HINT;
  if (status === 403) return PERMISSIONS;
  return status >= 500 ? TROUBLE : undefined;
}

/**
 * What happened and what to do, for the log. Addresses, bodies and messages are left out: they hold tokens of
 * interactions and what users typed.
 */
export function discordErrorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof DiscordAPIError) {
    const { code, status, method } = error;
    const fields = [...error.message.matchAll(/^\S+\[\w+\](?=:)/gm)].map(([field]) => field);
    return {
      code,
      status,
      method,
      hint: HINTS[Number(code)] ?? statusHint(status),
      ...(fields.length > 0 && { fields }),
    };
  }
  if (error instanceof RateLimitError) {
    return {
      route: error.route,
      retryAfter: error.retryAfter,
      hint: "Discord lets the bot write less often than it is asked.",
    };
  }
  if (error instanceof HTTPError) return { status: error.status, method: error.method, hint: statusHint(error.status) };
  if (error instanceof Error && error.name === "AbortError") {
    return { error: error.name, hint: `Discord did not answer in time. ${TROUBLE}` };
  }
  if (error instanceof Error && NO_SESSIONS.test(error.message)) return { error: error.name, hint: NO_SESSIONS_HINT };
  return errorFields(error);
}

import pino, { type Logger } from "pino";

export type { Logger };

/** Levels of logging, from everything to nothing. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** What a secret looks like, wherever it turns up. */
const SECRETS = [
  /x(?:ox[a-z]|app)-[\w-]+/, // Slack's tokens
  /(?<=hooks\.slack(?:-gov)?\.com\/)[\w/-]+/, // addresses that anybody can answer to
  /(?<=\bticket=)[^\s&"\\]+/, // a Socket Mode connection
  /[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}/, // a bot of Discord's
  /aW50ZXJhY3Rpb246[\w-]+/, // an interaction of Discord's
  /(?<=\/(?:interactions|webhooks)\/\d+\/)[\w-]+/,
  /(?<=:\/\/)[^\s/?#"]+(?=@)/, // user and password in an address
];

/** In a line of JSON these two or more characters stand for one; they are no part of a secret next to them. */
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-f]{4})/;

const PATTERN = new RegExp(`(${ESCAPE.source})|${SECRETS.map(({ source }) => source).join("|")}`, "g");

/** A text, plain or JSON, without the secrets that it may hold. */
export function withoutSecrets(text: string): string {
  return text.replace(PATTERN, (_, escaped: string | undefined) => escaped ?? "[secret]");
}

/**
 * A logger that writes one JSON object a line to standard error, and never a secret: the finished line is searched for
 * them, since they turn up in the messages and addresses of other people's errors.
 */
export function createLogger(level: (typeof LOG_LEVELS)[number]): Logger {
  return pino({ level, base: null, hooks: { streamWrite: withoutSecrets } }, pino.destination({ fd: 2, sync: true }));
}

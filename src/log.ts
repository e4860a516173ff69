import pino, { type Logger } from "pino";

export type { Logger };

/** Levels of logging, from everything to nothing. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** What a secret looks like, wherever it turns up: Slack and Discord tokens, tokens within addresses, passwords in addresses. */
const SECRET =
  /\bx(?:ox[a-z]|app)-[\w-]+|\b[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}|(?<=\/(?:interactions|webhooks)\/\d+\/)[\w-]+|(?<=hooks\.slack\.com\/)[\w/-]+|(?<=:\/\/)[^\s/:@]+:[^\s/@]+(?=@)/g;

/** A text without the secrets that it may hold. */
export function withoutSecrets(text: string): string {
  return text.replace(SECRET, "[secret]");
}

/**
 * A logger that writes one JSON object a line to standard error, and never a secret: the finished line is searched for
 * them, since they turn up in the messages and addresses of other people's errors.
 */
export function createLogger(level: (typeof LOG_LEVELS)[number]): Logger {
  return pino({ level, base: null, hooks: { streamWrite: withoutSecrets } }, pino.destination({ fd: 2, sync: true }));
}

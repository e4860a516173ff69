import pino, { type Logger } from "pino";

export type { Logger };

/** Levels of logging, from everything to nothing. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** What secrets look like. */
const SECRETS = [
  /x(?:ox[a-z]|app)-[\w-]+/, // Slack's tokens
  /(?<=hooks\.slack(?:-gov)?\.com\/)[\w/-]+/, // response_urls: whoever has one can post
  /(?<=\bticket=)[^\s&"\\]+/, // the address of a Socket Mode connection
  /[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}/, // Discord's bot tokens
  /aW50ZXJhY3Rpb246[\w-]+/, // Discord's interaction tokens
  /(?<=\/(?:interactions|webhooks)\/\d+\/)[\w-]+/,
  /(?<=:\/\/)[^\s/?#"]+(?=@)/, // user and password in an address
];

/** An escaped character in JSON, matched first so that its letter is not taken for part of a secret beside it. */
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-f]{4})/;

const PATTERN = new RegExp(`(${ESCAPE.source})|${SECRETS.map(({ source }) => source).join("|")}`, "g");

/** A text, plain or JSON, with its secrets replaced. */
export function withoutSecrets(text: string): string {
  return text.replace(PATTERN, (_, escaped: string | undefined) => escaped ?? "[secret]");
}

/** Bytes that wait while nothing can be written; lines beyond them are lost. */
const MAX_WAITING = 1024 * 1024;

/**
 * A logger that writes one JSON object a line to standard error. Secrets are removed from the finished line, since they
 * turn up in the messages and addresses of libraries' errors. It never throws: where nothing can be written, as on a
 * full disk, the bot answers on, and the log goes on once there is room.
 */
export function createLogger(level: (typeof LOG_LEVELS)[number]): Logger {
  // Without a least length, `flush` would do nothing.
  const output = pino.destination({ fd: 2, sync: true, minLength: 1, maxLength: MAX_WAITING });
  output.on("error", () => undefined);
  // From its first lost line on, it does not try again by itself.
  output.on("drop", () => output.flush());
  // Wrapped, because pino calls `flushSync` after a fatal line, which on a full disk never returns.
  const write = (line: string) => void output.write(line);
  return pino({ level, base: null, hooks: { streamWrite: withoutSecrets } }, { write });
}

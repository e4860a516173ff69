import { type Logger as BoltLogger, LogLevel } from "@slack/bolt";
import type { Logger } from "../../../log.ts";

/**
 * A logger for Bolt. Its debug lines are dropped, because they hold whole payloads: questions, names, tokens. Its
 * errors are often mere reconnects, so they become debug lines; the adapter logs what matters.
 */
export function createBoltLogger(log: Logger): BoltLogger {
  const pass = (message: unknown) => log.debug({ bolt: message instanceof Error ? message.name : String(message) });
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: pass,
    error: pass,
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

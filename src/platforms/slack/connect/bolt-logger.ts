import { type Logger as BoltLogger, LogLevel } from "@slack/bolt";
import type { Logger } from "../../../log.ts";

/**
 * A logger for Bolt. What it says for debugging is left out, because that holds whole payloads: questions, names,
 * tokens. What it says as an error is often a mere reconnect, and what matters of it is logged by the adapter.
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

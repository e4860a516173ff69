import type { App } from "@slack/bolt";
import { BotError, errorFields } from "../../../errors.ts";
import { backOff } from "../../shared/retry.ts";
import { pause } from "../../shared/time.ts";
import { reach } from "./reach.ts";
import type { SlackReceiver } from "./receiver.ts";
import { openSocket, type SocketConnection, type SocketOptions } from "./socket-connection.ts";

const HINT =
  "Make an app-level token with the scope connections:write on the app's page Basic Information, and set it as SLACK_APP_TOKEN.";

/** Socket Mode: keeps a socket to Slack open, and replaces it before or after it ends. */
export function createSocketReceiver(options: SocketOptions): SlackReceiver {
  const { timing, log } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  let app: App | undefined;
  let connection: SocketConnection | undefined;

  /** Opens the next socket before it closes the last, so that nothing is lost in between. */
  const replace = async (onRefused: (code: string) => void): Promise<void> => {
    const next = await reach(() => openSocket(app, options), { timing, log, signal, onRefused });
    connection?.close();
    connection = next;
    if (signal.aborted) connection?.close();
  };

  const renew = async (reason: "refresh" | "lost"): Promise<void> => {
    await replace((code) => log.error({ error: code, hint: HINT }, "Slack refuses SLACK_APP_TOKEN"));
    if (connection) log.info({ reason }, "The socket to Slack was replaced");
  };

  const supervise = async (): Promise<void> => {
    // Where too many are open, Slack may close sockets at once; it must not be flooded with new ones then.
    let shortLived = 0;
    while (connection && !signal.aborted) {
      const opened = performance.now();
      const reason = await connection.ended;
      shortLived = performance.now() - opened < timing.stable ? shortLived + 1 : 0;
      if (shortLived > 1) await pause(backOff(shortLived, timing), signal);
      await renew(reason);
    }
  };

  return {
    init(boltApp) {
      app = boltApp;
    },
    async start() {
      await replace((code) => {
        throw new BotError(`Slack refuses SLACK_APP_TOKEN (${code}).`, HINT);
      });
      supervise().catch((error: unknown) => log.error(errorFields(error), "The socket is no longer watched"));
    },
    stop() {
      stopping.abort();
      connection?.close();
      return Promise.resolve();
    },
    isReady: () => !signal.aborted && (connection?.isOpen() ?? false),
  };
}

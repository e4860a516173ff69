import { type App, SocketModeReceiver, type webApi } from "@slack/bolt";
import { errorFields } from "../../../errors.ts";
import type { Logger } from "../../../log.ts";
import { within } from "../../shared/time.ts";
import { acknowledge } from "../listen/acknowledge.ts";
import type { Timing } from "../timing.ts";
import { createBoltLogger } from "./bolt-logger.ts";
import { readFrame } from "./frames.ts";

/** How long a closing socket may take to say goodbye before it is cut, in milliseconds. */
const GOODBYE = 1_000;

const SOCKET_MODE =
  "Switch Socket Mode on, on the app's page Socket Mode, or set SLACK_SIGNING_SECRET instead of SLACK_APP_TOKEN.";

/** One open socket. */
export interface SocketConnection {
  /** Resolves when another socket has to follow: with `refresh` while this one still works, otherwise with `lost`. */
  ended: Promise<"refresh" | "lost">;
  isOpen(): boolean;
  close(): void;
}

/** What a socket is opened with. */
export interface SocketOptions {
  appToken: string;
  /** For the call that asks for a socket's address. */
  clientOptions: webApi.WebClientOptions;
  timing: Timing;
  log: Logger;
}

/**
 * Opens a socket that feeds a Bolt app. Bolt's own reconnecting is switched off: it waits five seconds, gives up on
 * some failures, and ends the process on others.
 * @throws what `apps.connections.open` throws, or an error when the socket does not open in time
 */
export async function openSocket(
  app: App | undefined,
  { appToken, clientOptions, timing, log }: SocketOptions,
): Promise<SocketConnection> {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    clientPingTimeout: timing.pong,
    installerOptions: { clientOptions },
    logger: createBoltLogger(log),
    // Acknowledged here, because Bolt does not handle an acknowledgement that fails.
    processEventErrorHandler: async ({ error, event }) => {
      log.warn(errorFields(error), "Slack sent something that could not be handled");
      await acknowledge(() => event.ack(), log);
      return false;
    },
  });
  if (app) receiver.init(app);
  const { client } = receiver;
  const close = () => {
    const goodbye = setTimeout(disconnect, GOODBYE, client, log);
    client.once("disconnected", () => clearTimeout(goodbye));
    disconnect(client, log);
  };
  let isOpen = true;
  const ended = new Promise<"refresh" | "lost">((resolve) => {
    client.on("disconnected", () => {
      isOpen = false;
      resolve("lost");
    });
    guardFrames(client, log, () => resolve("refresh"));
  });
  try {
    await startInTime(receiver, timing.connect);
  } catch (error) {
    close();
    throw error;
  }
  return { ended, isOpen: () => isOpen, close };
}

/** Keeps malformed frames from Bolt: what it throws over them is handled nowhere, and would end the process. */
function guardFrames(client: SocketModeReceiver["client"], log: Logger, onRefresh: () => void): void {
  const listeners = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", (data: unknown) => {
    const frame = readFrame(data);
    if (frame?.type === "disconnect") {
      if (frame.reason === "link_disabled") log.error({ hint: SOCKET_MODE }, "Socket Mode is off for the app");
      onRefresh();
      return;
    }
    if (!frame) log.warn("Slack sent a malformed frame; it was ignored");
    else passOn(listeners, frame.text, log);
  });
}

function passOn(listeners: readonly ((text: string, isBinary: boolean) => unknown)[], text: string, log: Logger): void {
  for (const listener of listeners) {
    Promise.resolve(listener(text, false)).catch((error: unknown) => {
      log.warn(errorFields(error), "A frame from Slack could not be handled");
    });
  }
}

/** Says goodbye; called again, cuts the socket. */
function disconnect(client: SocketModeReceiver["client"], log: Logger): void {
  client.disconnect().catch((error: unknown) => log.debug(errorFields(error), "A socket did not close"));
}

/** @throws when the receiver has not started in time, or fails without saying why */
async function startInTime(receiver: SocketModeReceiver, milliseconds: number): Promise<void> {
  const hasStarted = await within(receiver.start(), milliseconds).catch((error: unknown) => {
    throw error instanceof Error ? error : failed("closed_before_hello");
  });
  if (!hasStarted) throw failed("no_hello");
}

function failed(code: string): Error {
  return Object.assign(new Error(`The socket failed: ${code}`), { code });
}

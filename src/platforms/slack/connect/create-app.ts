import { type AllMiddlewareArgs, type AnyMiddlewareArgs, App, type webApi } from "@slack/bolt";
import { errorFields } from "../../../errors.ts";
import type { Logger } from "../../../log.ts";
import type { InFlight } from "../../shared/in-flight.ts";
import type { Seen } from "../../shared/seen.ts";
import { acknowledge } from "../listen/acknowledge.ts";
import { createBoltLogger } from "./bolt-logger.ts";
import type { Identity } from "./identify.ts";
import type { SlackReceiver } from "./receiver.ts";

/** What the app is made of. */
export interface AppOptions {
  receiver: SlackReceiver;
  identity: Identity;
  botToken: string;
  clientOptions: webApi.WebClientOptions;
  seen: Seen;
  inFlight: InFlight;
  log: Logger;
}

/** A Bolt app that tracks its work, handles every delivery once, and logs all errors. It makes no calls by itself. */
export function createApp(options: AppOptions): App {
  const { receiver, identity, botToken, clientOptions, seen, inFlight, log } = options;
  const app = new App({
    receiver,
    clientOptions,
    logger: createBoltLogger(log),
    convoStore: false,
    authorize: () => Promise.resolve({ botToken, botId: identity.bot, botUserId: identity.user }),
  });
  app.use(({ next }) => inFlight.run(async () => await next()));
  app.use(async (delivery) => {
    const key = keyOf(delivery);
    if (key === undefined || seen.markSeen(key)) await delivery.next();
    else if ("ack" in delivery) await acknowledge(async () => await delivery.ack?.(), log);
  });
  app.event("app_rate_limited", () => {
    log.warn({ hint: "Slack drops events for a minute: is something flooding the bot?" }, "Slack limits events");
    return Promise.resolve();
  });
  app.error((error) => {
    // Bolt wraps the errors of listeners.
    log.error(errorFields(error.original ?? error), "A delivery from Slack could not be handled");
    return Promise.resolve();
  });
  return app;
}

/**
 * What a delivery and its repetitions share. One message may come as several events: those are told where they are
 * answered.
 */
function keyOf({ body }: AnyMiddlewareArgs & AllMiddlewareArgs): string | undefined {
  if ("event_id" in body) return String(body.event_id);
  return "trigger_id" in body ? String(body.trigger_id) : undefined;
}

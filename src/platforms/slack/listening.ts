import type { App } from "@slack/bolt";
import type { Bot } from "../../bot.ts";
import type { Logger } from "../../log.ts";
import type { Seen } from "../seen.ts";
import type { Deliver } from "./deliver.ts";
import type { Replies } from "./reply.ts";
import type { Threads } from "./threads.ts";
import type { Views } from "./views.ts";

/** What the listeners work with. */
export interface Listening {
  app: App;
  bot: Bot;
  replies: Replies;
  deliver: Deliver;
  views: Views;
  seen: Seen;
  threads: Threads;
  log: Logger;
  /** Id of the bot's own user. */
  self: string;
}

/** Acknowledges, or goes on without: the socket may have closed, and the person still wants to hear something. */
export async function acknowledge(ack: () => Promise<void>, log: Logger): Promise<void> {
  try {
    await ack();
  } catch (error) {
    log.warn(
      { error: error instanceof Error ? error.name : "unknown" },
      "Slack could not be told that its delivery arrived",
    );
  }
}

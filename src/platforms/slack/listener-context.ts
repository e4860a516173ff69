import type { App } from "@slack/bolt";
import type { Bot } from "../../bot.ts";
import type { Logger } from "../../log.ts";
import type { Seen } from "../seen.ts";
import type { Deliver } from "./deliver.ts";
import type { Replies } from "./replies.ts";
import type { Threads } from "./threads.ts";
import type { Views } from "./views.ts";

/** What the listeners work with. */
export interface ListenerContext {
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

import type { App } from "@slack/bolt";
import type { Bot } from "../../../bot.ts";
import type { Logger } from "../../../log.ts";
import type { Seen } from "../../shared/seen.ts";
import type { Deliver } from "../deliver/deliver.ts";
import type { Views } from "../deliver/views.ts";
import type { Replies } from "./replies.ts";
import type { Threads } from "./threads.ts";

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

import type { Bot } from "./bot.ts";
import { explainError } from "./errors.ts";
import { watchKnowledge } from "./knowledge/watch.ts";
import type { Logger } from "./log.ts";

/** Answers from the knowledge as it is edited: started and stopped like a platform. */
export function createReload({ bot, folder, log }: { bot: Bot; folder: string; log: Logger }) {
  let stopWatching: (() => Promise<void>) | undefined;
  return {
    async start(): Promise<void> {
      stopWatching = await watchKnowledge({
        folder,
        entryCount: () => bot.packs.reduce((sum, { entries }) => sum + entries.length, 0),
        onLoaded(packs) {
          bot.use(packs);
          log.info("The knowledge was edited and is in use");
        },
        onRefused(error) {
          log.warn(
            `The knowledge was edited, but cannot be used; the bot goes on with what it had. ${explainError(error)}`,
          );
        },
      });
    },
    async stop(): Promise<void> {
      await stopWatching?.();
    },
  };
}

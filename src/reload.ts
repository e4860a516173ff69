import { type Bot, buildEngines } from "./bot.ts";
import type { Packs } from "./core/pack.ts";
import type { Steps } from "./core/steps.ts";
import { explainError } from "./errors.ts";
import { readKnowledge } from "./knowledge/load.ts";
import { KnowledgeError } from "./knowledge/problem.ts";
import { watchKnowledge } from "./knowledge/watch.ts";
import type { Logger } from "./log.ts";

/** A change that loses more than this share of the entries is more likely an accident than an edit. */
const MOST_LOST = 0.2;

/** What is edited, whose knowledge it is, and who hears of it. */
export interface ReloadOptions {
  bot: Bot;
  folder: string;
  log: Logger;
  /** Milliseconds for which files must stand still; shorter in tests. */
  settleTime?: number;
}

/** Answers from the knowledge as it is edited: started and stopped like a platform. */
export function createReload({ bot, folder, log, ...settling }: ReloadOptions) {
  let stopWatching: (() => Promise<void>) | undefined;
  return {
    async start(): Promise<void> {
      stopWatching = await watchKnowledge({
        folder,
        *takeOver() {
          yield* takeOver(bot, folder);
          log.info("The knowledge was edited and is in use");
        },
        onRefused(error) {
          log.warn(
            `The knowledge was edited, but cannot be used; the bot goes on with what it had. ${explainError(error)}`,
          );
        },
        onBlind(error) {
          log.error(blindText(error));
        },
        ...settling,
      });
    },
    async stop(): Promise<void> {
      await stopWatching?.();
    },
  };
}

/**
 * Has a bot answer from what a folder holds now, in steps. Until the last of them it answers from what it had, and goes on
 * with that where the folder cannot be used.
 * @throws {KnowledgeError} naming everything that is wrong with the folder
 */
export function* takeOver(bot: Bot, folder: string): Steps<void> {
  const packs = yield* readKnowledge(folder);
  const [before, after] = [entriesIn(bot.packs), entriesIn(packs)];
  if (after < before * (1 - MOST_LOST)) {
    const message = `has ${after} entries, down from ${before}: start the bot anew if that is meant`;
    throw new KnowledgeError([{ file: folder, message }]);
  }
  bot.use(yield* buildEngines(packs));
}

function entriesIn(packs: Packs): number {
  return packs.reduce((sum, { entries }) => sum + entries.length, 0);
}

/** What lets the system tell of edits again, by the code of its refusal. */
const REMEDIES: Partial<Record<string, string>> = {
  EMFILE: "raising the limit of open files, or fs.inotify.max_user_instances",
  ENOSPC: "raising fs.inotify.max_user_watches",
};

function blindText(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return `Edits of the knowledge are not seen any more (${code}): restart the bot after ${REMEDIES[code] ?? "mending that"}`;
}

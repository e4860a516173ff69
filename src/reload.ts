import { type Bot, buildEngines } from "./bot.ts";
import type { Pack, Packs } from "./core/pack.ts";
import type { Steps } from "./core/steps.ts";
import { errorFields, errorText } from "./errors.ts";
import { readKnowledge } from "./knowledge/load.ts";
import { KnowledgeError, type Problem } from "./knowledge/problem.ts";
import { watchKnowledge } from "./knowledge/watch.ts";
import type { Logger } from "./log.ts";
import type { Service } from "./platforms/platform.ts";

/** A change that removes more than this share of anything is more likely an accident than an edit. */
const MAX_LOSS = 0.2;

/** What is counted to notice an accident: a file that was cut off may still be valid. */
const SIZES: Readonly<Record<string, (pack: Pack) => number>> = {
  entries: ({ entries }) => entries.length,
  "lines to decline": ({ declined }) => declined.length,
  "groups of synonyms": ({ vocabulary }) => vocabulary.synonyms.length,
  abbreviations: ({ vocabulary }) => Object.keys(vocabulary.abbreviations).length,
};

/** The bot, the folder that it answers from, and the log. */
export interface ReloadOptions {
  bot: Bot;
  folder: string;
  /** The folder's state from before the knowledge was read, so that no later edit is missed. */
  since: string;
  log: Logger;
  /** Milliseconds between two polls of the files; fewer in tests. */
  interval?: number | undefined;
}

/** Puts edits of the knowledge into use; started and stopped like a platform. */
export function createReload({ bot, folder, log, ...polling }: ReloadOptions): Service {
  let stopWatching: (() => Promise<void>) | undefined;
  return {
    start() {
      stopWatching = watchKnowledge({
        folder,
        *takeOver() {
          yield* reloadInto(bot, folder);
          log.info("The knowledge was edited and is in use");
        },
        onRefused(error) {
          const what = "The knowledge was edited, but cannot be used";
          if (error instanceof KnowledgeError)
            log.warn(`${what}; the bot goes on with what it had. ${errorText(error)}`);
          else log.error(errorFields(error), `${what}, because of a fault in the bot; it goes on with what it had`);
        },
        ...polling,
      });
      return Promise.resolve();
    },
    async stop() {
      await stopWatching?.();
    },
  };
}

/**
 * Has a bot answer from what a folder holds now, in steps. The bot changes only in the last step, and not at all if the
 * folder cannot be used.
 * @throws {KnowledgeError} with everything that is wrong with the folder
 */
export function* reloadInto(bot: Bot, folder: string): Steps<void> {
  const packs = yield* readKnowledge(folder);
  const lost = Object.entries(SIZES).flatMap(([what, sizeOf]): Problem[] => {
    const [before, after] = [sum(bot.packs, sizeOf), sum(packs, sizeOf)];
    if (after >= before * (1 - MAX_LOSS)) return [];
    return [
      { file: folder, message: `has ${after} ${what}, down from ${before}: start the bot anew if that is meant` },
    ];
  });
  if (lost.length > 0) throw new KnowledgeError(lost);
  bot.use(yield* buildEngines(packs));
}

function sum(packs: Packs, sizeOf: (pack: Pack) => number): number {
  return packs.reduce((total, pack) => total + sizeOf(pack), 0);
}

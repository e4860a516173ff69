import { type Bot, buildEngines } from "./bot.ts";
import type { Pack, Packs } from "./core/pack.ts";
import type { Steps } from "./core/steps.ts";
import { errorFields, errorText } from "./errors.ts";
import { readKnowledge } from "./knowledge/load.ts";
import { KnowledgeError, type Problem } from "./knowledge/problem.ts";
import { watchKnowledge } from "./knowledge/watch.ts";
import type { Logger } from "./log.ts";
import type { Service } from "./platforms/platform.ts";

/** A change that loses more than this share of anything is more likely an accident than an edit. */
const MOST_LOST = 0.2;

/** What an accident may lose: a file cut short may read as a whole one. */
const SIZES: Readonly<Record<string, (pack: Pack) => number>> = {
  entries: ({ entries }) => entries.length,
  "lines to decline": ({ declined }) => declined.length,
  "groups of synonyms": ({ vocabulary }) => vocabulary.synonyms.length,
  abbreviations: ({ vocabulary }) => Object.keys(vocabulary.abbreviations).length,
};

/** What is edited, whose knowledge it is, and who hears of it. */
export interface ReloadOptions {
  bot: Bot;
  folder: string;
  /** The folder's state from before the bot's knowledge was read, so that no edit from then on is missed. */
  since: string;
  log: Logger;
  /** Milliseconds between two looks at the files; fewer in tests. */
  interval?: number | undefined;
}

/** Answers from the knowledge as it is edited: started and stopped like a platform. */
export function createReload({ bot, folder, log, ...looking }: ReloadOptions): Service {
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
        ...looking,
      });
      return Promise.resolve();
    },
    async stop() {
      await stopWatching?.();
    },
  };
}

/**
 * Has a bot answer from what a folder holds now, in steps. Until the last of them it answers from what it had, and goes on
 * with that where the folder cannot be used.
 * @throws {KnowledgeError} naming everything that is wrong with the folder
 */
export function* reloadInto(bot: Bot, folder: string): Steps<void> {
  const packs = yield* readKnowledge(folder);
  const lost = Object.entries(SIZES).flatMap(([what, sizeOf]): Problem[] => {
    const [before, after] = [sum(bot.packs, sizeOf), sum(packs, sizeOf)];
    if (after >= before * (1 - MOST_LOST)) return [];
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

import { watch } from "chokidar";
import type { Packs } from "../core/pack.ts";
import { loadKnowledge } from "./load.ts";
import { KnowledgeError } from "./problem.ts";

/** A file counts as written once its size has stood still for this long, in milliseconds. */
const SETTLE_TIME = 500;
/** A change that loses more than this share of the entries is more likely an accident than an edit. */
const MOST_LOST = 0.2;

/** What happens to edits of the knowledge. */
export interface WatchOptions {
  folder: string;
  /** Number of entries in use, to tell an edit from an accident. */
  entryCount: () => number;
  /** Everything below the folder is sound, and may be used from now on. */
  onLoaded: (packs: Packs) => void;
  /** The folder cannot be used as it is now; what was loaded before stays in use. */
  onRefused: (error: unknown) => void;
  /** Milliseconds for which files must stand still; shorter in tests. */
  settleTime?: number;
}

/**
 * Loads the knowledge anew whenever its files change. Nothing half-written or unsound is ever passed on.
 * @returns once changes are seen, a function that stops watching
 */
export async function watchKnowledge(options: WatchOptions): Promise<() => Promise<void>> {
  const { folder, onRefused, settleTime = SETTLE_TIME } = options;
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: settleTime, pollInterval: Math.ceil(settleTime / 5) },
  });
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => reload(options), settleTime);
  });
  watcher.on("error", onRefused);
  await new Promise<void>((resolve) => {
    watcher.once("ready", resolve).once("error", () => resolve());
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}

function reload({ folder, entryCount, onLoaded, onRefused }: WatchOptions): void {
  try {
    const packs = loadKnowledge(folder);
    const before = entryCount();
    const after = packs.reduce((sum, { entries }) => sum + entries.length, 0);
    if (after < before * (1 - MOST_LOST)) {
      const message = `has ${after} entries, down from ${before}: start the bot anew if that is meant`;
      throw new KnowledgeError([{ file: folder, message }]);
    }
    onLoaded(packs);
  } catch (error) {
    onRefused(error);
  }
}

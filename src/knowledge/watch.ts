import { watch } from "chokidar";
import { finishGradually, type Steps } from "../core/steps.ts";

/** A file counts as written once its size has stood still for this long, in milliseconds. */
const SETTLE_TIME = 500;

/** Files are looked at every so many times as long. */
const POLLS = 2;

/** What happens to edits of the knowledge. */
export interface WatchOptions {
  folder: string;
  /** Takes over what the folder holds; begun anew, rather than finished, where the next edit comes before its end. */
  takeOver: () => Steps<void>;
  /** Taking over has failed: what was loaded before stays in use. */
  onRefused: (error: unknown) => void;
  /** Edits are not seen, or not all, from now on. */
  onBlind: (error: unknown) => void;
  /** Milliseconds for which files must stand still; shorter in tests. */
  settleTime?: number;
}

/**
 * Takes over the knowledge anew whenever its files change, a step at a time, while everything else goes on.
 * @returns once changes are seen, a function that stops watching
 */
export async function watchKnowledge(options: WatchOptions): Promise<() => Promise<void>> {
  const { folder, takeOver, onRefused, onBlind, settleTime = SETTLE_TIME } = options;
  let timer: NodeJS.Timeout | undefined;
  let work = new AbortController();
  const leaveOff = () => {
    clearTimeout(timer);
    work.abort();
  };
  const begin = () => {
    work = new AbortController();
    const { signal } = work;
    finishGradually(takeOver(), signal).catch((error: unknown) => {
      if (!signal.aborted) onRefused(error);
    });
  };
  const watcher = watch(folder, {
    ignoreInitial: true,
    // What the system tells of by itself leaves out folders that are replaced as a whole, links that are turned to another
    // one, and network drives.
    usePolling: true,
    interval: POLLS * settleTime,
    awaitWriteFinish: { stabilityThreshold: settleTime, pollInterval: Math.ceil(settleTime / 5) },
  });
  watcher.on("all", () => {
    leaveOff();
    timer = setTimeout(begin, settleTime);
  });
  // What is refused for one folder is mostly refused for all: once is enough. Without a listener, an error would end the
  // process.
  watcher.once("error", onBlind).on("error", () => {});
  await new Promise<void>((resolve) => {
    watcher.once("ready", resolve).once("error", () => resolve());
  });
  return async () => {
    leaveOff();
    await watcher.close();
  };
}

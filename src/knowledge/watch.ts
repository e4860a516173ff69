import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { finishGradually, type Steps } from "../core/steps.ts";
import { MANIFEST } from "./pack-folder.ts";
import { codeOf, isIgnored, MAX_DEPTH } from "./source-file.ts";

/** How often the files are looked at, in milliseconds; they count as written once two looks find them the same. */
const INTERVAL = 1_000;

/** What happens to edits of the knowledge. */
export interface WatchOptions {
  folder: string;
  /** The folder's state from before what is in use was read: whatever differs from it is an edit. */
  since: string;
  /** Takes over what the folder holds; begun anew, rather than finished, where the next edit comes before its end. */
  takeOver: () => Steps<void>;
  /** Taking over, or looking, has failed: what was loaded before stays in use. */
  onRefused: (error: unknown) => void;
  /** Milliseconds between two looks; fewer in tests. */
  interval?: number | undefined;
}

/**
 * Takes over the knowledge anew whenever its files change, a step at a time, while everything else goes on. It looks for
 * itself: what the system tells of leaves out folders that are replaced or come back, links that are turned to another
 * one, and network drives.
 * @returns a function that stops watching
 */
export function watchKnowledge(options: WatchOptions): () => Promise<void> {
  const { folder, since, takeOver, onRefused, interval = INTERVAL } = options;
  const stopping = new AbortController();
  let work = new AbortController();
  let seen = since;
  let isTaken = true;

  const begin = () => {
    work = new AbortController();
    const { signal } = work;
    finishGradually(takeOver(), signal).catch((error: unknown) => {
      if (!signal.aborted) onRefused(error);
    });
  };
  const look = async () => {
    const state = await knowledgeState(folder);
    if (stopping.signal.aborted) return;
    if (state !== seen) work.abort();
    else if (!isTaken) begin();
    isTaken = state === seen;
    seen = state;
  };
  const watch = async () => {
    for (;;) {
      await pause(interval, undefined, { signal: stopping.signal });
      await look();
    }
  };
  // A folder that cannot be looked into has a state as well: but for a fault of its own, only its end ends the watch.
  const watching = watch().catch((error: unknown) => {
    if (!stopping.signal.aborted) onRefused(error);
  });

  return async () => {
    stopping.abort();
    work.abort();
    await watching;
  };
}

/**
 * A text that changes with anything that is read of a folder of packs, or that keeps it from being read. Like the loader, it
 * looks into packs alone, so that a wrong folder, such as the root of a disk, is not walked.
 */
export async function knowledgeState(folder: string): Promise<string> {
  if (await hasManifest(folder)) return packState(folder, 1);
  return folderState(folder, async (inner) => ((await hasManifest(inner)) ? packState(inner, 1) : ""));
}

async function hasManifest(folder: string): Promise<boolean> {
  try {
    return (await stat(path.join(folder, MANIFEST))).isFile();
  } catch {
    return false;
  }
}

/** @param depth of the folder, counted from 1 for that of the pack */
function packState(folder: string, depth: number): Promise<string> {
  return folderState(folder, async (inner) => (depth < MAX_DEPTH ? packState(inner, depth + 1) : ""));
}

/** The state of everything in a folder; that of the folders in it is up to the caller. */
async function folderState(folder: string, innerState: (inner: string) => Promise<string>): Promise<string> {
  try {
    const items = await readdir(folder, { withFileTypes: true });
    const states = items
      .filter(({ name }) => !isIgnored(name))
      .map(async (item) => {
        const file = path.join(folder, item.name);
        return `${file} ${await (item.isDirectory() ? innerState(file) : fileState(file))}`;
      });
    return (await Promise.all(states)).sort().join("\n");
  } catch (error) {
    return codeOf(error);
  }
}

/** Of a link, the state of what it leads to. */
async function fileState(file: string): Promise<string> {
  try {
    const { size, mtimeMs, ctimeMs } = await stat(file);
    return [size, mtimeMs, ctimeMs].join(" ");
  } catch (error) {
    return codeOf(error);
  }
}

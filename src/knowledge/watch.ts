import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { finishGradually, type Steps } from "../core/steps.ts";
import { MANIFEST } from "./pack-folder.ts";
import { codeOf, isIgnored, MAX_DEPTH } from "./source-file.ts";

/** Milliseconds between two polls. Files count as written once two polls find the same state. */
const INTERVAL = 1_000;

/** What to watch, and what to do about edits. */
export interface WatchOptions {
  folder: string;
  /** The folder's state before the packs in use were read: whatever differs from it is an edit. */
  since: string;
  /** Puts the edited knowledge into use. The next edit stops it between two steps, and it is begun anew. */
  takeOver: () => Steps<void>;
  /** Called where that, or the watch itself, fails: what was loaded before stays in use. */
  onRefused: (error: unknown) => void;
  /** Milliseconds between two polls; fewer in tests. */
  interval?: number | undefined;
}

/**
 * Calls `takeOver` whenever the files of the knowledge change, a step at a time, so that everything else goes on. It
 * polls, since the system's notifications (`fs.watch`) miss replaced folders, changed links and network drives.
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
  const poll = async () => {
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
      await poll();
    }
  };
  // A folder that cannot be read has a state, too, so that only a defect can end the watch early.
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
 * A text that changes whenever the loader would read something else from a folder of packs, or fail to. Like the
 * loader, it looks only into packs, so that a wrong folder, such as the root of a disk, is not walked.
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

/** The state of a pack, or of a folder in it. `depth` is 1 for the pack's own folder. */
function packState(folder: string, depth: number): Promise<string> {
  return folderState(folder, async (inner) => (depth < MAX_DEPTH ? packState(inner, depth + 1) : ""));
}

/** The state of the files in a folder and, from `innerState`, of its folders. */
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

/** The state of a file; of a link, that of its target. */
async function fileState(file: string): Promise<string> {
  try {
    const { size, mtimeMs, ctimeMs } = await stat(file);
    return [size, mtimeMs, ctimeMs].join(" ");
  } catch (error) {
    return codeOf(error);
  }
}

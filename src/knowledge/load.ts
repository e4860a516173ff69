import { existsSync, statSync } from "node:fs";
import path from "node:path";
import type { Packs } from "../core/pack.ts";
import { finish, type Steps } from "../core/steps.ts";
import { consistencyProblems } from "./consistency.ts";
import { MANIFEST, readPackFolder, type SourcedPack } from "./pack-folder.ts";
import { byPlace, KnowledgeError, type Problem } from "./problem.ts";
import { listFolders } from "./source-file.ts";

/** The packs of a folder, with every problem found in them. */
export interface Inspection {
  packs: readonly SourcedPack[];
  /** By file and line. */
  problems: readonly Problem[];
}

/**
 * Reads every pack in a folder, or the one pack that the folder is; a pack is a folder with a `pack.yaml`. Never
 * throws: whatever is wrong is among the problems.
 */
export function inspectKnowledge(folder: string): Inspection {
  return finish(inspect(folder));
}

/**
 * Like `readKnowledge`, all steps at once.
 * @throws {KnowledgeError} with every problem, when there is any
 */
export function loadKnowledge(folder: string): Packs {
  return finish(readKnowledge(folder));
}

/**
 * Reads the packs in a folder, all of them valid, in steps, since a large folder takes seconds.
 * @throws {KnowledgeError} with every problem, when there is any
 */
export function* readKnowledge(folder: string): Steps<Packs> {
  const { packs, problems } = yield* inspect(folder);
  const [first, ...others] = packs.map(({ pack }) => pack);
  if (first === undefined || problems.length > 0) throw new KnowledgeError(problems);
  return [first, ...others];
}

function* inspect(folder: string): Steps<Inspection> {
  const problems: Problem[] = [];
  const packs: SourcedPack[] = [];
  for (const packFolder of packFolders(folder, problems)) {
    const pack = yield* readPackFolder(packFolder, problems);
    if (pack) packs.push(pack);
  }
  problems.push(...(yield* consistencyProblems(packs)));
  return { packs, problems: problems.sort(byPlace) };
}

function packFolders(folder: string, problems: Problem[]): string[] {
  const missing = folderFault(folder);
  if (missing) {
    problems.push({ file: folder, message: missing });
    return [];
  }
  if (isPack(folder)) return [folder];
  const folders = listFolders(folder, problems);
  const packs = folders.filter(isPack);
  const others = folders.filter((other) => !isPack(other));
  problems.push(
    ...(packs.length === 0
      ? [{ file: folder, message: `holds no pack: no folder in it has a ${MANIFEST}` }]
      : others.map((file) => ({ file, message: `has no ${MANIFEST}, so it is no pack` }))),
  );
  return packs;
}

function folderFault(folder: string): string | undefined {
  if (!existsSync(folder)) return "is not a folder: it does not exist";
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? undefined : "is not a folder";
}

function isPack(folder: string): boolean {
  const manifest = path.join(folder, MANIFEST);
  return existsSync(manifest) && statSync(manifest, { throwIfNoEntry: false })?.isFile() === true;
}

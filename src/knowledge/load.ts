import { existsSync, statSync } from "node:fs";
import path from "node:path";
import type { Packs } from "../core/pack.ts";
import { consistencyProblems } from "./consistency.ts";
import { MANIFEST, readPackFolder, type SourcedPack } from "./pack-folder.ts";
import { byPlace, KnowledgeError, type Problem } from "./problem.ts";
import { listFolders } from "./source-file.ts";

/** What a folder of packs holds, with every problem found in it. */
export interface Inspection {
  packs: readonly SourcedPack[];
  /** By file and line. */
  problems: readonly Problem[];
}

/**
 * Reads every pack below a folder; a pack is a folder with a `pack.yaml`. A folder that is itself a pack will do too.
 * Never throws: whatever is wrong is among the problems.
 */
export function inspectKnowledge(folder: string): Inspection {
  const problems: Problem[] = [];
  const packs = packFolders(folder, problems).flatMap((pack) => readPackFolder(pack, problems) ?? []);
  return { packs, problems: [...problems, ...consistencyProblems(packs)].sort(byPlace) };
}

/**
 * The packs below a folder, all of them sound.
 * @throws {KnowledgeError} with every problem, when there is any.
 */
export function loadKnowledge(folder: string): Packs {
  const { packs, problems } = inspectKnowledge(folder);
  const [first, ...others] = packs.map(({ pack }) => pack);
  if (first === undefined || problems.length > 0) throw new KnowledgeError(problems);
  return [first, ...others];
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

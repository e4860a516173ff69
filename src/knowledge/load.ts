import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { Pack } from "../core/pack.ts";
import { consistencyProblems } from "./consistency.ts";
import { MANIFEST, readPackFolder, type SourcedPack } from "./pack-folder.ts";
import { KnowledgeError, type Problem } from "./problem.ts";

/** What a folder of packs holds, with every problem found in it. */
export interface Inspection {
  packs: readonly SourcedPack[];
  problems: readonly Problem[];
}

/**
 * Reads every pack below a folder; a pack is a folder with a `pack.yaml`. A folder that is itself a pack will do too.
 * Never throws: whatever is wrong is among the problems.
 */
export function inspectKnowledge(folder: string): Inspection {
  const problems: Problem[] = [];
  const packs = packFolders(folder, problems).flatMap((pack) => readPackFolder(pack, problems) ?? []);
  problems.push(...consistencyProblems(packs));
  return { packs, problems };
}

/**
 * The packs below a folder, all of them sound.
 * @throws {KnowledgeError} with every problem, when there is any.
 */
export function loadKnowledge(folder: string): readonly Pack[] {
  const { packs, problems } = inspectKnowledge(folder);
  if (problems.length > 0) throw new KnowledgeError(problems);
  return packs.map(({ pack }) => pack);
}

function packFolders(folder: string, problems: Problem[]): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    problems.push({ file: folder, message: "is not a folder" });
    return [];
  }
  if (existsSync(path.join(folder, MANIFEST))) return [folder];
  const folders = readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name))
    .filter((pack) => existsSync(path.join(pack, MANIFEST)));
  if (folders.length === 0)
    problems.push({ file: folder, message: `holds no pack: no folder in it has a ${MANIFEST}` });
  return folders;
}

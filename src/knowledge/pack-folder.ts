import { existsSync } from "node:fs";
import path from "node:path";
import type * as z from "zod";
import type { Pack } from "../core/pack.ts";
import { parseEntryFile, type SourcedEntry } from "./entry-file.ts";
import type { Problem } from "./problem.ts";
import { claimsSchema, packSchema, vocabularySchema } from "./schema.ts";
import { listFiles, readSource } from "./source-file.ts";
import { parseYaml } from "./yaml-source.ts";

/** The file that makes a folder a pack. */
export const MANIFEST = "pack.yaml";

/** A pack together with the files it was written in. */
export interface SourcedPack {
  pack: Pack;
  manifest: string;
  entries: readonly SourcedEntry[];
}

/**
 * Reads a pack's folder: its manifest, its vocabulary and claims where it has them, and every Markdown file in the
 * folders below as an entry.
 */
export function readPackFolder(folder: string, problems: Problem[]): SourcedPack | undefined {
  const manifest = path.join(folder, MANIFEST);
  const fields = readYaml(packSchema, manifest, problems);
  const vocabulary = readYaml(vocabularySchema, path.join(folder, "vocabulary.yaml"), problems);
  const claims = readYaml(claimsSchema, path.join(folder, "claims.yaml"), problems);
  const entries = listFiles(folder, problems)
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => readSource(file, problems) ?? [])
    .flatMap((file) => parseEntryFile(file, problems) ?? [])
    .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  if (!fields) return undefined;
  const pack: Pack = {
    name: path.basename(path.resolve(folder)),
    ...fields,
    vocabulary: vocabulary ?? { synonyms: [], abbreviations: {} },
    claims: claims ?? [],
    entries: entries.map(({ entry }) => entry),
  };
  return { pack, manifest, entries };
}

/** The file's content, or undefined where there is no such file or, with a problem, where it does not fit. */
function readYaml<S extends z.ZodType>(schema: S, file: string, problems: Problem[]): z.output<S> | undefined {
  const source = existsSync(file) ? readSource(file, problems) : undefined;
  return source && parseYaml(schema, { file, text: source.text, lineOffset: 0 }, problems);
}

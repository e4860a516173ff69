import path from "node:path";
import type * as z from "zod";
import type { Pack } from "../core/pack.ts";
import type { Steps } from "../core/steps.ts";
import { readDiagrams } from "./diagrams.ts";
import { parseEntryFile, type SourcedEntry } from "./entry-file.ts";
import type { Problem } from "./problem.ts";
import { claimsSchema, declinedSchema, packSchema, vocabularySchema } from "./schema.ts";
import { listFiles, readSource } from "./source-file.ts";
import { type Located, parseYaml } from "./yaml-source.ts";

/** The file that makes a folder a pack. */
export const MANIFEST = "pack.yaml";

const VOCABULARY = "vocabulary.yaml";
const CLAIMS = "claims.yaml";
const DECLINED = "declined.yaml";
const YAML_FILES = [MANIFEST, VOCABULARY, CLAIMS, DECLINED];

/** A pack and its files, for problems that are found later. */
export interface SourcedPack {
  pack: Pack;
  /** The place of a field of the manifest. */
  at: Located<unknown>["at"];
  /** The place of an example of what the pack declines, by its index. */
  declinedAt: Located<unknown>["at"];
  entries: readonly SourcedEntry[];
  /** The files of all entries, including those that cannot be used. */
  entryFiles: readonly string[];
  /** Whether the claims could be read; if not, the claims that entries name cannot be checked. */
  hasClaims: boolean;
}

/**
 * Reads a pack's folder, one file a step: the manifest; vocabulary, claims and what the pack declines, where there are
 * such files; the diagrams; and every Markdown file as an entry. Undefined where the manifest cannot be used.
 */
export function* readPackFolder(folder: string, problems: Problem[]): Steps<SourcedPack | undefined> {
  const files = listFiles(folder, problems);
  problems.push(...files.flatMap((file) => misnamed(file, folder)));
  const read = <S extends z.ZodType>(file: string, schema: S) =>
    readYaml(schema, path.join(folder, file), files, problems);
  const manifest = yield* read(MANIFEST, packSchema);
  const vocabulary = yield* read(VOCABULARY, vocabularySchema);
  const claims = yield* read(CLAIMS, claimsSchema);
  const declined = yield* read(DECLINED, declinedSchema);
  const entryFiles = files.filter(isEntry);
  const entries: SourcedEntry[] = [];
  for (const file of entryFiles) {
    yield;
    const source = readSource(file, problems);
    const entry = source && parseEntryFile(source, problems);
    if (entry) entries.push(entry);
  }
  entries.sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  if (!manifest) return undefined;
  const pack: Pack = {
    name: manifest.value.command,
    ...manifest.value,
    vocabulary: vocabulary?.value ?? { synonyms: [], abbreviations: {} },
    claims: claims?.value ?? [],
    declined: declined?.value ?? [],
    diagrams: readDiagrams(manifest, { folder, files }, problems),
    entries: entries.map(({ entry }) => entry),
  };
  const hasClaims = claims !== undefined || !files.includes(path.join(folder, CLAIMS));
  const declinedAt = declined?.at ?? (() => ({ file: path.join(folder, DECLINED) }));
  return { pack, at: manifest.at, declinedAt, entries, entryFiles, hasClaims };
}

/** The content of a file; undefined where there is no such file or, with a problem, where it is not valid. */
function* readYaml<S extends z.ZodType>(
  schema: S,
  file: string,
  files: readonly string[],
  problems: Problem[],
): Steps<Located<z.output<S>> | undefined> {
  yield;
  const source = files.includes(file) ? readSource(file, problems) : undefined;
  return source && parseYaml(schema, { file, text: source.text, lineOffset: 0 }, problems);
}

/** A problem for a file that is not read, although its name looks as if it was meant to be. */
function misnamed(file: string, folder: string): Problem[] {
  const isYaml = /\.ya?ml$/i.test(file) && !YAML_FILES.includes(path.relative(folder, file));
  const isMarkdown = /\.(markdown|md|md\.txt)$/i.test(file) && !isEntry(file);
  if (isYaml) return [{ file, message: `is not read: the YAML files of a pack are ${YAML_FILES.join(", ")}` }];
  return isMarkdown ? [{ file, message: "is not read: the name of an entry's file ends in .md" }] : [];
}

function isEntry(file: string): boolean {
  return file.endsWith(".md");
}

import path from "node:path";
import type { Entry } from "../core/entry.ts";
import { bodyProblems } from "./body.ts";
import type { Problem } from "./problem.ts";
import { entrySchema } from "./schema.ts";
import type { SourceFile } from "./source-file.ts";
import { parseYaml } from "./yaml-source.ts";

const FENCE = "---\n";
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An entry together with the file it was written in, for messages that come later. */
export interface SourcedEntry {
  entry: Entry;
  file: string;
}

/** Reads one entry's file: YAML front matter between two lines of `---`, then the answer. */
export function parseEntryFile({ path: file, text }: SourceFile, problems: Problem[]): SourcedEntry | undefined {
  const id = path.basename(file, ".md");
  const topic = path.basename(path.dirname(file));
  if (!ID.test(id)) problems.push({ file, message: "must be named with lower-case words joined by hyphens" });
  const end = text.indexOf(`\n${FENCE}`, FENCE.length - 1);
  if (!text.startsWith(FENCE) || end < 0) {
    problems.push({ file, line: 1, message: "must start with front matter between two lines of ---" });
    return undefined;
  }
  const frontMatter = text.slice(FENCE.length, end + 1);
  const bodyLine = text.slice(0, end + 1).split("\n").length + 1;
  const body = text.slice(end + 1 + FENCE.length).trim();
  problems.push(...bodyProblems(body, file, bodyLine));
  const fields = parseYaml(entrySchema, { file, text: frontMatter, lineOffset: 1 }, problems);
  if (!fields) return undefined;
  const { departs, diagram, ...required } = fields;
  return { file, entry: { id, topic, ...required, ...(departs && { departs }), ...(diagram && { diagram }), body } };
}

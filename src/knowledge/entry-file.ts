import path from "node:path";
import type { Entry } from "../core/entry.ts";
import { bodyProblems, lineAt } from "./body.ts";
import type { Problem } from "./problem.ts";
import { entryIdSchema, entrySchema } from "./schema.ts";
import type { SourceFile } from "./source-file.ts";
import { type Located, parseYaml } from "./yaml-source.ts";

const FENCE = "---\n";

/** An entry and its file, for problems that are found later. */
export interface SourcedEntry {
  entry: Entry;
  file: string;
  /** The place of a field of the front matter, or of the body. */
  at: Located<unknown>["at"];
}

/** The two parts of an entry's file. */
interface EntryParts {
  frontMatter: string;
  body: string;
  /** The line of the file on which the body starts. */
  bodyLine: number;
}

/** The ids of an entry and its topic, which are the names of the file and its folder. */
export function namesOfEntry(file: string): Pick<Entry, "id" | "topic"> {
  return { id: path.basename(file, ".md"), topic: path.basename(path.dirname(file)) };
}

/** Parses one entry's file; undefined where its fields cannot be used. */
export function parseEntryFile(source: SourceFile, problems: Problem[]): SourcedEntry | undefined {
  const file = source.path;
  const { id, topic } = namesOfEntry(file);
  const idFault = entryIdSchema.safeParse(id).error?.issues[0];
  if (idFault) problems.push({ file, message: `its name ${idFault.message}` });
  const parts = splitEntryFile(source, problems);
  if (!parts) return undefined;
  const { frontMatter, body, bodyLine } = parts;
  const bodyPlace = { file, line: bodyLine, field: "body" };
  problems.push(...bodyProblems(body, file, bodyLine));
  const fields = parseYaml(entrySchema, { file, text: frontMatter, lineOffset: 1 }, problems);
  if (!fields) return undefined;
  const entry = { id, topic, ...fields.value, body };
  return { entry, file, at: (field) => (field === "body" ? bodyPlace : fields.at(field)) };
}

/** Splits an entry's file: YAML front matter between two lines of `---`, then the body. */
export function splitEntryFile({ path: file, text }: SourceFile, problems: Problem[]): EntryParts | undefined {
  const end = text.indexOf(`\n${FENCE}`, FENCE.length - 1);
  const fault = frontMatterFault(text, end);
  if (fault) {
    problems.push({ file, line: 1, message: fault });
    return undefined;
  }
  const rest = text.slice(end + 1 + FENCE.length);
  const body = rest.trim();
  const bodyStart = text.length - rest.length + rest.indexOf(body);
  return { frontMatter: text.slice(FENCE.length, end + 1), body, bodyLine: lineAt(text, bodyStart) };
}

function frontMatterFault(text: string, end: number): string | undefined {
  if (text.trim() === "") return "is empty";
  if (!text.startsWith(FENCE)) return "must start with a line of three hyphens, and then the fields";
  return end < 0 ? "has no second line of three hyphens to end the fields: is the file half-written?" : undefined;
}

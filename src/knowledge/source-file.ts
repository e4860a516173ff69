import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { Problem } from "./problem.ts";

/** Largest text file: more than a hand-written one needs, and small enough to be parsed quickly, whatever it holds. */
const MAX_FILE_BYTES = 256 * 1024;
/** A folder with more files is a mistake, such as the root of a disk. */
const MAX_FILES = 20_000;
/** Folders that a file may lie deep in a pack, that of the pack included. */
export const MAX_DEPTH = 4;

/** A text file of the knowledge, as read. */
export interface SourceFile {
  /** Path, starting with the folder as it was given. */
  path: string;
  text: string;
}

/** The paths of the folders directly in a folder, sorted. */
export function listFolders(root: string, problems: Problem[]): string[] {
  return itemsIn(root, root, problems).flatMap(({ file, kind }) => (kind === "folder" ? [file] : []));
}

/** The paths of all files in a folder and those below, sorted; symbolic links out of it are problems. */
export function listFiles(root: string, problems: Problem[]): string[] {
  const filesIn = (folder: string, depth: number): string[] => {
    if (depth > MAX_DEPTH) {
      problems.push({ file: folder, message: `lies more than ${MAX_DEPTH} folders deep` });
      return [];
    }
    return itemsIn(folder, root, problems).flatMap(({ file, kind }) =>
      kind === "folder" ? filesIn(file, depth + 1) : [file],
    );
  };
  const files = filesIn(root, 1);
  if (files.length > MAX_FILES) problems.push({ file: root, message: `holds more than ${MAX_FILES} files` });
  return files.slice(0, MAX_FILES);
}

interface Item {
  file: string;
  kind: "file" | "folder";
}

/** The files and folders in a folder, sorted; what cannot be used is left out, with a problem. */
function itemsIn(folder: string, root: string, problems: Problem[]): Item[] {
  const names = attempt(folder, problems, () => readdirSync(folder)) ?? [];
  return names
    .filter((name) => !isIgnored(name))
    .sort()
    .map((name) => path.join(folder, name))
    .flatMap((file) => {
      const kind = attempt(file, problems, () => kindOf(file, root, problems));
      return kind ? [{ file, kind }] : [];
    });
}

/** Whether a name is that of something left behind by an editor or operating system, or of notes to authors. */
export function isIgnored(name: string): boolean {
  return name.startsWith(".") || name.startsWith("_") || name.endsWith("~");
}

function kindOf(file: string, root: string, problems: Problem[]): Item["kind"] | undefined {
  const status = lstatSync(file);
  if (status.isSymbolicLink()) return kindOfLink(file, root, problems);
  if (status.isDirectory()) return "folder";
  if (status.isFile()) return "file";
  problems.push({ file, message: "is neither a file nor a folder" });
  return undefined;
}

/** A link to a file inside the root counts as that file. One to a folder is refused, since it could lead in circles. */
function kindOfLink(file: string, root: string, problems: Problem[]): "file" | undefined {
  const target = realpathSync(file);
  const isInside = target.startsWith(realpathSync(root) + path.sep);
  if (isInside && lstatSync(target).isFile()) return "file";
  const message = isInside
    ? "is a symbolic link to something other than a file"
    : "is a symbolic link that leads out of the knowledge";
  problems.push({ file, message });
  return undefined;
}

/** Reads a UTF-8 text file; undefined, with a problem, where that is impossible or the file seems to be cut off. */
export function readSource(file: string, problems: Problem[]): SourceFile | undefined {
  const bytes = readBytes(file, MAX_FILE_BYTES, problems);
  const text = bytes && attempt(file, problems, () => new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  const fault = text && textFault(text);
  if (fault) problems.push({ file, ...fault });
  return text === undefined || fault ? undefined : { path: file, text: text.replaceAll("\r\n", "\n") };
}

/** A file that was cut off may be valid, but it hardly ever ends with a line break. */
function textFault(text: string): Pick<Problem, "line" | "message"> | undefined {
  if (text.includes("\0")) return { message: "holds a NUL character, so it is no text" };
  if (text.endsWith("\n")) return undefined;
  const message = "ends without a line break: is the file half-written? If it is whole, add one";
  return { line: text.split("\n").length, message };
}

/** Reads a file; undefined, with a problem, where that is impossible or the file is larger than `limit` bytes. */
export function readBytes(file: string, limit: number, problems: Problem[]): Buffer | undefined {
  const size = attempt(file, problems, () => statSync(file).size);
  if (size === undefined) return undefined;
  if (size <= limit) return attempt(file, problems, () => readFileSync(file));
  problems.push({ file, message: `is larger than ${limit / 1024} KiB` });
  return undefined;
}

/** Calls a function that reads; undefined, with a problem, where it throws. */
function attempt<T>(file: string, problems: Problem[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const code = codeOf(error);
    problems.push({ file, message: EXPLANATIONS[code] ?? `cannot be read (${code})` });
    return undefined;
  }
}

/** The code of an error of the system, such as `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

const EXPLANATIONS: Partial<Record<string, string>> = {
  EACCES: "cannot be read: whoever runs this has no permission to",
  ELOOP: "is a symbolic link that leads in a circle",
  ENOENT: "is gone, or is a symbolic link that leads nowhere",
  ERR_ENCODING_INVALID_ENCODED_DATA: "is not UTF-8 text: save it as UTF-8",
};

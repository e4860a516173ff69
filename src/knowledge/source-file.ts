import { lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import type { Problem } from "./problem.ts";

/** More than any hand-written entry needs, and small enough to read a thousand of them at once. */
const MAX_FILE_BYTES = 256 * 1024;
/** Beyond this a folder is a mistake, such as the root of a disk. */
const MAX_FILES = 20_000;
const MAX_DEPTH = 4;

/** A text file of the knowledge, as read. */
export interface SourceFile {
  /** Path to show, below the folder that was asked for. */
  path: string;
  text: string;
}

/** Names that editors and operating systems leave behind, and notes to authors, are not knowledge. */
function isIgnored(name: string): boolean {
  return name.startsWith(".") || name.startsWith("_") || name.endsWith("~");
}

/** The paths of all files below a folder, sorted; symbolic links that lead out of it are problems. */
export function listFiles(root: string, problems: Problem[]): string[] {
  const realRoot = realpathSync(root);
  const filesIn = (folder: string, depth: number): string[] => {
    if (depth > MAX_DEPTH) {
      problems.push({ file: folder, message: `lies more than ${MAX_DEPTH} folders deep` });
      return [];
    }
    return namesIn(folder).flatMap((name) => {
      const file = path.join(folder, name);
      const kind = kindOfFile(file, realRoot, problems);
      if (kind === "folder") return filesIn(file, depth + 1);
      return kind === "file" ? [file] : [];
    });
  };
  const files = filesIn(root, 1);
  if (files.length > MAX_FILES) problems.push({ file: root, message: `holds more than ${MAX_FILES} files` });
  return files.slice(0, MAX_FILES);
}

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !isIgnored(name))
    .sort();
}

function kindOfFile(file: string, realRoot: string, problems: Problem[]): "file" | "folder" | "unusable" {
  try {
    const status = lstatSync(file);
    if (status.isSymbolicLink()) return kindOfLink(file, realRoot, problems);
    if (status.isDirectory()) return "folder";
    if (status.isFile()) return "file";
    problems.push({ file, message: "is neither a file nor a folder" });
  } catch (error) {
    problems.push({ file, message: `cannot be read (${errorCode(error)})` });
  }
  return "unusable";
}

/** A link to a file inside the folder is that file; a link to a folder could lead in circles. */
function kindOfLink(file: string, realRoot: string, problems: Problem[]): "file" | "unusable" {
  const target = realpathSync(file);
  const isInside = target.startsWith(realRoot + path.sep);
  if (isInside && lstatSync(target).isFile()) return "file";
  const message = isInside ? "is a symbolic link to a folder" : "is a symbolic link that leads out of the knowledge";
  problems.push({ file, message });
  return "unusable";
}

/** Reads a file as UTF-8 text; what cannot be read so is a problem, and gives undefined. */
export function readSource(file: string, problems: Problem[]): SourceFile | undefined {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > MAX_FILE_BYTES) {
      problems.push({ file, message: `is larger than ${MAX_FILE_BYTES / 1024} KiB` });
      return undefined;
    }
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n");
    if (!text.includes("\0")) return { path: file, text };
    problems.push({ file, message: "holds a NUL character, so it is no text" });
  } catch (error) {
    const isEncoding = error instanceof TypeError;
    problems.push({ file, message: isEncoding ? "is not UTF-8 text" : `cannot be read (${errorCode(error)})` });
  }
  return undefined;
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

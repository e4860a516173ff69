import path from "node:path";
import type { Diagram } from "../core/pack.ts";
import type { Problem } from "./problem.ts";
import { readBytes, readSource } from "./source-file.ts";
import type { Located } from "./yaml-source.ts";

/** The folder of a pack with two files for each diagram, named by its id: a picture, and a drawing in characters. */
const FOLDER = "diagrams";
/** Largest picture, in bytes; more than one needs that is shown in chat. */
const MAX_PICTURE = 1024 * 1024;
/** How every PNG begins and ends; a half-written one lacks the end. */
const PNG_START = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const PNG_END = Buffer.from("IEND\xaeB`\x82", "latin1");
/** Characters that would garble a drawing, or a terminal. */
const CONTROL_CHARACTER = /[^\P{Cc}\n]/u;

/** The part of a manifest that lists diagrams. */
type Listing = { diagrams: readonly Pick<Diagram, "id" | "title" | "alt">[] };

/** The folder of a pack, and the files in it. */
export interface PackFiles {
  folder: string;
  files: readonly string[];
}

/** Reads the diagrams that a manifest lists. A file that cannot be used is a problem, and is read as empty. */
export function readDiagrams(
  { value, at }: Located<Listing>,
  { folder, files }: PackFiles,
  problems: Problem[],
): Diagram[] {
  return value.diagrams.map((diagram, index) => {
    const find = (ending: "txt" | "png"): string | undefined => {
      const name = `${FOLDER}/${diagram.id}.${ending}`;
      const file = path.join(folder, name);
      if (files.includes(file)) return file;
      problems.push({ ...at(`diagrams.${index}`), message: `names a diagram without its file ${name}` });
      return undefined;
    };
    const [drawing, picture] = [find("txt"), find("png")];
    return {
      ...diagram,
      text: drawing === undefined ? "" : readDrawing(drawing, problems),
      image: picture === undefined ? new Uint8Array() : readPicture(picture, problems),
    };
  });
}

function readDrawing(file: string, problems: Problem[]): string {
  const source = readSource(file, problems);
  const text = source?.text.trimEnd() ?? "";
  if (source && text === "") problems.push({ file, message: "is empty" });
  if (CONTROL_CHARACTER.test(text)) {
    problems.push({ file, message: "holds a tab or another control character: draw with spaces" });
  }
  return text;
}

function readPicture(file: string, problems: Problem[]): Uint8Array {
  const bytes = readBytes(file, MAX_PICTURE, problems);
  if (!bytes) return new Uint8Array();
  const isWhole =
    bytes.subarray(0, PNG_START.length).equals(PNG_START) && bytes.subarray(-PNG_END.length).equals(PNG_END);
  if (!isWhole) problems.push({ file, message: "is not a PNG, or not a whole one" });
  return bytes;
}

import { normalize } from "./normalize.ts";
import { spelledOut } from "./short-forms.ts";

/**
 * A word, which may hold an apostrophe; a programming language such as C++ or C#; or a command-line flag, where it stands
 * by itself. `docker-compose.yml` and `/var/run/docker.sock` come apart into their words, in order.
 */
const TOKEN =
  /\b\p{L}(?:#|\+\+)(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:'\p{L}+)*|(?<=^|[\s"'(=])--?[a-z][a-z-]*(?=$|[\s"')=,.?!:;])/gu;

/** Where a compound written in one word joins: DockerHub, WorkDir. */
const CAMEL_JOINT = /(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu;

/** “how 2 run” */
const TWO_FOR_TO = /2(?<=\b(?:how|hw|way|able|trying) 2)(?= \p{L})/gu;

/** The words and flags of a text as somebody wrote it, in lower case and in order; `what's` and `wats` become `what is`. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const word of lowerCase(normalize(text)).replace(TWO_FOR_TO, "to").match(TOKEN) ?? []) {
    const long = spelledOut(word);
    if (long) tokens.push(...long);
    else tokens.push(word);
  }
  return tokens;
}

/** Lower case, with the parts of compounds kept apart. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower === text ? text : text.replace(CAMEL_JOINT, " ").toLowerCase();
}

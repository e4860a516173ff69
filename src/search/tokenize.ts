import { SHORT_FORMS } from "./english.ts";

/**
 * A command-line flag, where it stands by itself; or a word, which may hold an apostrophe. `docker-compose.yml` and
 * `/var/run/docker.sock` come apart into their words, in order.
 */
const TOKEN = /(?<=^|[\s"'(=])--?[a-z][a-z-]*(?=$|[\s"')=,.?!:;])|[\p{L}\p{N}]+(?:'\p{L}+)*/giu;

/** Where a compound written in one word joins: DockerHub, WorkDir. */
const CAMEL_JOINT = /(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu;

/** The words and flags of a normalized text, in lower case and in order; `what's` and `wats` become `what is`. */
export function tokenize(text: string): string[] {
  const tokens = text.replace(CAMEL_JOINT, " ").match(TOKEN) ?? [];
  return tokens.flatMap((token) => {
    const word = token.toLowerCase().replaceAll("'", "");
    return SHORT_FORMS.get(word) ?? word;
  });
}

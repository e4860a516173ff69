/**
 * A command-line flag, where it stands by itself; or a word, which may hold an apostrophe. `docker-compose.yml` and
 * `/var/run/docker.sock` come apart into their words, in order.
 */
const TOKEN = /(?<=^|[\s"'(=])--?[a-z][a-z-]*(?=$|[\s"')=,.?!:;])|[\p{L}\p{N}]+(?:'\p{L}+)*/giu;

/** Where a compound written in one word joins: DockerHub, WorkDir. */
const CAMEL_JOINT = /(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu;

/** The words and flags of a normalized text, in lower case and in order. `can't` becomes `cant`, `host's` `hosts`. */
export function tokenize(text: string): string[] {
  const tokens = text.replace(CAMEL_JOINT, " ").match(TOKEN) ?? [];
  return tokens.map((token) => token.toLowerCase().replaceAll("'", ""));
}

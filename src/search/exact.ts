import type { Entry } from "../core/entry.ts";
import type { Pack } from "../core/pack.ts";
import { stem } from "./analyze.ts";
import { ARTICLES, FILLERS } from "./english.ts";
import { normalize } from "./normalize.ts";
import { tokenize } from "./tokenize.ts";

/** Finds entries by what is theirs alone: their id, or one of their phrasings in so many words. */
export interface ExactMatch {
  byId(text: string): Entry | undefined;
  /** @param tokens the words of a question, repaired */
  byWording(tokens: readonly string[]): Entry | undefined;
}

/**
 * Wordings are compared without articles, chat around the question, and the name of the subject, which goes without
 * saying: “what is an image” is “What is a Docker image?”. A wording of two entries belongs to neither.
 */
export function createExactMatch({ name, title, command, entries }: Pack): ExactMatch {
  const subject = new Set(tokenize(normalize(`${name} ${title} ${command}`)));
  const keyOf = (tokens: readonly string[]): string =>
    tokens
      .filter((token) => !ARTICLES.has(token) && !FILLERS.has(token) && !subject.has(token))
      .map(stem)
      .join(" ");
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byWording = new Map<string, Entry | undefined>();
  for (const entry of entries) {
    for (const text of [entry.title, ...entry.questions]) {
      const key = keyOf(tokenize(normalize(text)));
      const isShared = byWording.has(key) && byWording.get(key) !== entry;
      byWording.set(key, isShared ? undefined : entry);
    }
  }
  byWording.delete("");
  return { byId: (text) => byId.get(text.trim()), byWording: (tokens) => byWording.get(keyOf(tokens)) };
}

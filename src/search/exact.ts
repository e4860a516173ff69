import type { Entry } from "../core/entry.ts";
import type { Pack } from "../core/pack.ts";
import { normalize } from "./normalize.ts";
import { tokenize } from "./tokenize.ts";

/** Finds the entry that a text names, by its id or by one of its own phrasings, whatever the punctuation. */
export function createExactMatch({ entries }: Pack): (text: string) => Entry | undefined {
  const byText = new Map<string, Entry>();
  for (const entry of entries) {
    for (const text of [...entry.questions, entry.title]) byText.set(keyOf(text), entry);
  }
  for (const entry of entries) byText.set(entry.id, entry);
  return (text) => (text.length > MAX_LENGTH ? undefined : (byText.get(text.trim()) ?? byText.get(keyOf(text))));
}

/** Longer than any phrasing. */
const MAX_LENGTH = 500;

function keyOf(text: string): string {
  return tokenize(normalize(text)).join(" ");
}

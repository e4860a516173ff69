import type { Entry } from "../core/entry.ts";
import type { Pack } from "../core/pack.ts";
import type { Analyzer } from "./analyze.ts";
import type { AnalyzedEntry } from "./analyzed-pack.ts";
import { ARTICLES, FILLERS, FUNCTION_WORDS } from "./english.ts";
import { normalize } from "./normalize.ts";
import { doubleAt } from "./sparse-matrix.ts";
import { tokenize } from "./tokenize.ts";

/** Finds entries by what is theirs alone: their id, or one of their phrasings in so many words. */
export interface ExactMatch {
  byId(text: string): Entry | undefined;
  /** @param tokens the words of a question, repaired */
  byWording(tokens: readonly string[]): Worded | undefined;
}

/** An entry whose wording a question is. */
export interface Worded {
  entry: Entry;
  /** Whether they also agree in naming the subject; where one leaves it out, another subject may be meant. */
  isVerbatim: boolean;
}

/** A hash and an entry's number go into one number of 53 bits, the hash in front. */
const ENTRY_BITS = 2 ** 21;

/**
 * Wordings are compared without articles, chat around the question, and the name of the subject, which goes without
 * saying: “what is an image” is “What is a Docker image?”. A wording of two entries belongs to neither.
 *
 * @param analyzed the pack's entries, taken apart
 */
export function createExactMatch(
  { name, title, command, entries }: Pack,
  analyzed: readonly AnalyzedEntry[],
  { stem }: Analyzer,
): ExactMatch {
  const subject = new Set(tokenize(normalize(`${name} ${title} ${command}`)));
  const withSubject = (tokens: readonly string[]): string[] =>
    tokens.filter((token) => !ARTICLES.has(token) && !FILLERS.has(token));
  const keyOf = (tokens: readonly string[]): string => {
    const telling = withSubject(tokens);
    const others = telling.filter((token) => !subject.has(token));
    // What is left of “why Docker” would be said by a mere “why”.
    const kept = others.every((token) => FUNCTION_WORDS.has(token)) ? telling : others;
    return kept.map(stem).join(" ");
  };
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  // Hashes, sorted, take a tenth of the memory of a map from wordings; the entries found are checked word by word.
  const wordings = Float64Array.from(
    analyzed.flatMap(({ title: own, questions }, number) =>
      [own, ...questions].map(({ tokens }) => hash(keyOf(tokens)) * ENTRY_BITS + number),
    ),
  ).sort();
  const wordingsOf = ({ title: own, questions }: Entry, key: string): string[][] =>
    [own, ...questions].map((text) => tokenize(normalize(text))).filter((tokens) => keyOf(tokens) === key);

  return {
    byId: (text) => byId.get(text.trim()),
    byWording(tokens) {
      const key = keyOf(tokens);
      if (key === "") return undefined;
      const found = numbersIn(wordings, hash(key)).flatMap((number) => entries[number] ?? []);
      const worded = found.filter((entry) => wordingsOf(entry, key).length > 0);
      const [entry] = worded;
      if (!entry || worded.length > 1) return undefined;
      const count = withSubject(tokens).length;
      return { entry, isVerbatim: wordingsOf(entry, key).some((wording) => withSubject(wording).length === count) };
    },
  };
}

/** The different numbers of entries that stand behind a hash. */
function numbersIn(wordings: Float64Array, hashed: number): number[] {
  const numbers = new Set<number>();
  for (let position = firstAtLeast(wordings, hashed * ENTRY_BITS); position < wordings.length; position++) {
    const number = doubleAt(wordings, position) - hashed * ENTRY_BITS;
    if (number >= ENTRY_BITS) break;
    numbers.add(number);
  }
  return [...numbers];
}

/** The position of the first number that is not below a bound, by binary search. */
function firstAtLeast(sorted: Float64Array, bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doubleAt(sorted, middle) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

import type { Entry } from "../core/entry.ts";
import type { Pack } from "../core/pack.ts";
import { type Analyzer, isStopWord } from "./analyze.ts";
import type { AnalyzedPack } from "./analyzed-pack.ts";
import { ARTICLES, cuesOf, FILLERS, FUNCTION_WORDS } from "./english.ts";
import { hash } from "./hash.ts";
import { normalize } from "./normalize.ts";
import { firstAtLeast } from "./sorted-numbers.ts";
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
/** Words, besides function words, that tell what is meant though the subject's name is left out. */
const TELLING_WORDS = 2;

/**
 * Wordings are compared without articles, chat around the question, and the name of the subject, which goes without
 * saying: “what is an image” is “What is a Docker image?”. A wording of two entries belongs to neither.
 *
 * @param analyzed the pack's entries, taken apart
 */
export function createExactMatch(
  { entries }: Pack,
  { entries: analyzed, subject }: AnalyzedPack,
  { stem }: Analyzer,
): ExactMatch {
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
    analyzed.flatMap(({ title, questions }, number) =>
      [title, ...questions].map(({ tokens }) => hash(keyOf(tokens)) * ENTRY_BITS + number),
    ),
  ).sort();
  const namesSubject = (tokens: readonly string[]): boolean => tokens.some((token) => subject.has(token));
  /**
   * The wordings of an entry that a question comes down to. Without the name of the subject, “what is Docker Swarm” still
   * asks for the same, but “is Docker free” and “how do I update Docker” could be about anything.
   */
  const wordingsOf = ({ title, questions }: Entry, key: string, tokens: readonly string[]): string[][] => {
    const isTelling =
      namesSubject(tokens) ||
      cuesOf(tokens).includes("definition") ||
      tokens.filter((token) => !isStopWord(token)).length >= TELLING_WORDS;
    return [title, ...questions]
      .map((text) => tokenize(normalize(text)))
      .filter((wording) => keyOf(wording) === key && (isTelling || !namesSubject(wording)));
  };

  return {
    byId: (text) => byId.get(text.trim()),
    byWording(tokens) {
      const key = keyOf(tokens);
      if (key === "") return undefined;
      const found = numbersIn(wordings, hash(key)).flatMap((number) => entries[number] ?? []);
      const worded = found
        .map((entry) => ({ entry, wordings: wordingsOf(entry, key, tokens) }))
        .filter(({ wordings: its }) => its.length > 0);
      const [only] = worded;
      if (!only || worded.length > 1) return undefined;
      const count = withSubject(tokens).length;
      return { entry: only.entry, isVerbatim: only.wordings.some((wording) => withSubject(wording).length === count) };
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

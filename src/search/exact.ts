import type { Entry } from "../core/entry.ts";
import type { Pack } from "../core/pack.ts";
import { type Analyzer, isStopWord } from "./analyze.ts";
import type { AnalyzedPack } from "./analyzed-pack.ts";
import { ARTICLES, COURTESIES, cuesOf } from "./english.ts";
import { hash } from "./hash.ts";
import { normalize } from "./normalize.ts";
import { firstAtLeast } from "./sorted-numbers.ts";
import { tokenize } from "./tokenize.ts";
import { doubleAt } from "./typed-arrays.ts";

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
 * Wordings are compared without articles, courtesies, and the name of the subject, which goes without saying: “what is an
 * image” is “What is a Docker image?”. A wording of two entries belongs to neither, unless one has it in full.
 *
 * @param analyzed the pack's entries, taken apart
 */
export function createExactMatch(
  { entries }: Pack,
  { entries: analyzed, subject }: AnalyzedPack,
  { stem }: Analyzer,
): ExactMatch {
  const fullKeyOf = (tokens: readonly string[]): string =>
    tokens
      .filter((token) => !ARTICLES.has(token) && !COURTESIES.has(token))
      .map(stem)
      .join(" ");
  const keyOf = (tokens: readonly string[]): string => fullKeyOf(tokens.filter((token) => !subject.has(token)));
  const namesSubject = (tokens: readonly string[]): boolean => tokens.some((token) => subject.has(token));
  const tellingWords = (tokens: readonly string[]): number =>
    tokens.filter((token) => !subject.has(token) && !isStopWord(token)).length;

  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  // Hashes, sorted, take a tenth of the memory of a map from wordings; the entries found are checked word by word.
  const wordings = Float64Array.from(
    analyzed.flatMap(({ title, questions }, number) =>
      [title, ...questions].map(({ tokens }) => hash(keyOf(tokens)) * ENTRY_BITS + number),
    ),
  ).sort();
  const wordingsOf = ({ title, questions }: Entry): string[][] =>
    [title, ...questions].map((text) => tokenize(normalize(text)));

  /**
   * Whether a question asks for the same as a wording that names the subject where it does not, or the other way round.
   * Without the name, “what is Docker Swarm” still does, but “is Docker free” and “how do I update Docker” could be about
   * anything, and nothing is left of “why Docker”.
   */
  const meansTheSame = (tokens: readonly string[], wording: readonly string[]): boolean => {
    if (namesSubject(tokens) && namesSubject(wording)) return true;
    const telling = tellingWords(tokens);
    return telling >= TELLING_WORDS || (telling > 0 && (namesSubject(tokens) || cuesOf(tokens).includes("definition")));
  };

  return {
    byId: (text) => byId.get(text.trim()),
    byWording(tokens) {
      const [fullKey, key] = [fullKeyOf(tokens), keyOf(tokens)];
      if (fullKey === "") return undefined;
      const found = numbersIn(wordings, hash(key)).flatMap((number) => entries[number] ?? []);
      const inFull = found.filter((entry) => wordingsOf(entry).some((wording) => fullKeyOf(wording) === fullKey));
      if (inFull[0] && inFull.length === 1) return { entry: inFull[0], isVerbatim: true };
      const loosely = found.filter((entry) =>
        wordingsOf(entry).some((wording) => keyOf(wording) === key && meansTheSame(tokens, wording)),
      );
      return loosely[0] && loosely.length === 1 ? { entry: loosely[0], isVerbatim: false } : undefined;
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

import type { Entry } from "../../core/entry.ts";
import type { Pack } from "../../core/pack.ts";
import { hash } from "../numbers/hash.ts";
import { firstAtLeast } from "../numbers/sorted-numbers.ts";
import { intAt } from "../numbers/typed-arrays.ts";
import { type Analyzer, isStopWord } from "../text/analyze.ts";
import type { AnalyzedPack } from "../text/analyzed-pack.ts";
import { ARTICLES, COURTESIES, cuesOf } from "../text/english.ts";
import { normalize } from "../text/normalize.ts";
import { tokenize } from "../text/tokenize.ts";

/** Finds entries by what is theirs alone: their id, or one of their phrasings in so many words. */
export interface ExactMatch {
  byId(text: string): Entry | undefined;
  /** @param tokens the words of a question, repaired */
  byWording(tokens: readonly string[]): Worded | undefined;
  /** The entries one of whose keywords a question names, and says nothing more: “distroless”, “what is distroless”. */
  byKeyword(tokens: readonly string[]): readonly Entry[];
  /** Whether the pack declines a question in so many words. */
  isDeclined(tokens: readonly string[]): boolean;
}

/** An entry whose wording a question is. */
export interface Worded {
  entry: Entry;
  /** Whether they also agree in naming the subject; where one leaves it out, another subject may be meant. */
  isVerbatim: boolean;
}

/** A hash and the number of what it stands for go into one number of 53 bits, the hash in front. */
const NUMBERS = 2 ** 21;
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
  { entries: analyzed, declined, subject }: AnalyzedPack,
  { stem }: Analyzer,
): ExactMatch {
  const fullKeyOf = (tokens: readonly string[]): string =>
    tokens
      .filter((token) => !ARTICLES.has(token) && !COURTESIES.has(token))
      .map(stem)
      .join(" ");
  const keyOf = (tokens: readonly string[]): string => fullKeyOf(tokens.filter((token) => !subject.has(token)));
  const tellingKeyOf = (tokens: readonly string[]): string => fullKeyOf(tokens.filter((token) => !isStopWord(token)));
  const namesSubject = (tokens: readonly string[]): boolean => tokens.some((token) => subject.has(token));
  const tellingWords = (tokens: readonly string[]): number =>
    tokens.filter((token) => !subject.has(token) && !isStopWord(token)).length;

  const declinedKeys = new Set(declined.map(({ tokens }) => fullKeyOf(tokens)));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  // What is found by hashes is checked word by word.
  const wordings = sortedHashes(
    analyzed
      .flatMap(({ title, questions }) => [title, ...questions])
      .map(({ tokens }, number) => [keyOf(tokens), number]),
  );
  /** Keyword → the number of its entry. */
  const keyworded = sortedHashes(
    analyzed.flatMap(({ keywords }, entry) =>
      keywords.map(({ tokens }): [string, number] => [tellingKeyOf(tokens), entry]),
    ),
  );
  /** Wording → the number of its entry. */
  const owners = Int32Array.from(analyzed.flatMap(({ questions }, entry) => [entry, ...questions.map(() => entry)]));

  /** The wordings, as words, that a key stands for, with the entries that they are of. */
  const wordingsWith = (key: string): { entry: Entry; tokens: string[] }[] =>
    numbersIn(wordings, hash(key)).flatMap((number) => {
      const owner = intAt(owners, number);
      const entry = entries[owner];
      if (!entry) return [];
      const text = [entry.title, ...entry.questions][number - firstAtLeast(owners, owner)] ?? "";
      return [{ entry, tokens: tokenize(normalize(text)) }];
    });

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
    byKeyword(tokens) {
      const key = tellingKeyOf(tokens);
      if (key === "") return [];
      const isKey = (keyword: string): boolean => tellingKeyOf(tokenize(normalize(keyword))) === key;
      const found = numbersIn(keyworded, hash(key)).flatMap((number) => entries[number] ?? []);
      return found.filter(({ keywords }) => keywords.some(isKey));
    },
    isDeclined: (tokens) => tokens.length > 0 && declinedKeys.has(fullKeyOf(tokens)),
    byWording(tokens) {
      const [fullKey, key] = [fullKeyOf(tokens), keyOf(tokens)];
      if (fullKey === "") return undefined;
      const found = wordingsWith(key).filter((wording) => keyOf(wording.tokens) === key);
      const inFull = onlyEntryOf(found.filter((wording) => fullKeyOf(wording.tokens) === fullKey));
      if (inFull) return { entry: inFull, isVerbatim: true };
      const loosely = onlyEntryOf(found.filter((wording) => meansTheSame(tokens, wording.tokens)));
      return loosely && { entry: loosely, isVerbatim: false };
    },
  };
}

/** The entry that all wordings are of, if there is one. */
function onlyEntryOf(wordings: readonly { entry: Entry }[]): Entry | undefined {
  const [first] = wordings;
  return first && wordings.every(({ entry }) => entry === first.entry) ? first.entry : undefined;
}

/** Hashes of keys with their numbers; sorted, they take a tenth of the memory of a map. */
function sortedHashes(keys: readonly (readonly [key: string, number: number])[]): Float64Array {
  return Float64Array.from(keys, ([key, number]) => hash(key) * NUMBERS + number).sort();
}

/** The numbers that stand behind a hash. */
function numbersIn(hashes: Float64Array, hashed: number): number[] {
  const start = firstAtLeast(hashes, hashed * NUMBERS);
  const end = firstAtLeast(hashes, (hashed + 1) * NUMBERS);
  return Array.from(hashes.subarray(start, end), (value) => value - hashed * NUMBERS);
}

import Fuse from "fuse.js";
import { groupedPattern, type SparsePattern } from "../numbers/sparse-matrix.ts";
import { byteAt, intAt } from "../numbers/typed-arrays.ts";

/** Words fuse.js gets to compare with one unknown word: those that share the most letter pairs with it. */
const MAX_CANDIDATES = 8;
/** Typing errors in one word; with more of them it is hardly that word. */
const MOST_ERRORS = 3;
/** Share of the letters of a word that may differ, for fuse.js; the edit distance decides afterwards. */
const FUSE_THRESHOLD = 0.5;

/**
 * Finds the words of a vocabulary that may have been meant by another: those that share the most, then those that match.
 * @param knows whether a word is in the vocabulary
 */
export function createSimilarWords(
  vocabulary: readonly string[],
  knows: (word: string) => boolean,
): (word: string) => string[] {
  const { numbers, words } = groupByPair(vocabulary);
  const lengths = Uint8Array.from(vocabulary, (word) => Math.min(word.length, 255));
  // Word → letter pairs in common. Kept from question to question, and all zero in between.
  const shared = new Uint8Array(vocabulary.length);

  /** Counts a pair for the words that have it; each goes to the words that share as many, if those are enough. */
  const countPair = (pair: number, enough: number, bySharing: number[][]): void => {
    const end = intAt(words.starts, pair + 1);
    for (let cell = intAt(words.starts, pair); cell < end; cell++) {
      const index = intAt(words.columns, cell);
      const count = byteAt(shared, index) + 1;
      shared[index] = count;
      if (count >= enough) bySharing[count]?.push(index);
    }
  };

  /** The words that share so many pairs or more with a word: number of pairs → the words that share as many at least. */
  const wordsSharing = (word: string, enough: number): number[][] => {
    const pairs = letterPairs(word);
    const bySharing = Array.from({ length: pairs.size + 1 }, (): number[] => []);
    for (const pair of pairs) {
      const number = numbers.get(pair);
      if (number !== undefined) countPair(number, enough, bySharing);
    }
    shared.fill(0);
    return bySharing;
  };

  return (word) => {
    // Each error spoils two pairs at most (Ukkonen, 1992, https://doi.org/10.1016/0304-3975(92)90143-4). Of the words that
    // share one pair there are too many to look at.
    const enough = Math.max(2, word.length + 1 - 2 * MOST_ERRORS);
    const isLikely = (index: number): boolean => Math.abs(byteAt(lengths, index) - word.length) <= MOST_ERRORS;
    const best = mostSharing(wordsSharing(word, enough), isLikely).flatMap((index) => vocabulary[index] ?? []);
    const fuse = new Fuse([...new Set([...swapsOf(word).filter(knows), ...best])], {
      threshold: FUSE_THRESHOLD,
      ignoreLocation: true,
      shouldSort: false,
    });
    return fuse.search(word).map(({ item }) => item);
  };
}

/** Numbers the letter pairs of a vocabulary, and groups its words by them: pair × word. */
function groupByPair(vocabulary: readonly string[]): { numbers: ReadonlyMap<string, number>; words: SparsePattern } {
  const numbers = new Map<string, number>();
  const pairs: number[] = [];
  const words: number[] = [];
  for (const [index, word] of vocabulary.entries()) {
    for (const pair of letterPairs(word)) {
      const number = numbers.get(pair) ?? numbers.size;
      numbers.set(pair, number);
      pairs.push(number);
      words.push(index);
    }
  }
  return { numbers, words: groupedPattern(pairs, words, numbers.size) };
}

/** The likely words that share the most pairs; of those that share as many, the first in the vocabulary. */
function mostSharing(bySharing: readonly number[][], isLikely: (word: number) => boolean): number[] {
  const best = new Set<number>();
  for (const words of bySharing.toReversed()) {
    // A typed array sorts numbers several times faster than a comparator does.
    for (const word of Int32Array.from(words.filter(isLikely)).sort()) {
      if (best.size < MAX_CANDIDATES) best.add(word);
    }
    if (best.size === MAX_CANDIDATES) break;
  }
  return [...best];
}

/** A word with two neighbouring letters swapped, in every place: such an error leaves a short word few of its pairs. */
function swapsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, index) =>
    [word.slice(0, index), word[index + 1], word[index], word.slice(index + 2)].join(""),
  );
}

/** Pairs of neighbouring letters, and the outer letters, which survive most typing errors. */
function letterPairs(word: string): Set<string> {
  const pairs = new Set([`^${word[0]}`, `${word.at(-1)}$`]);
  for (let index = 0; index + 1 < word.length; index++) pairs.add(word.slice(index, index + 2));
  return pairs;
}

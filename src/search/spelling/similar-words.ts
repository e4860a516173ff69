import Fuse from "fuse.js";
import { byteAt, intAt } from "../numbers/typed-arrays.ts";

/** Words fuse.js gets to compare with one unknown word: those that share the most letter pairs with it. */
const MAX_CANDIDATES = 16;
/** Typing errors in one word; with more of them it is hardly that word. */
const MOST_ERRORS = 3;
/** Share of the letters of a word that may differ, for fuse.js; the edit distance decides afterwards. */
const FUSE_THRESHOLD = 0.5;

/** Finds the words of a vocabulary that may have been meant by another: those that share the most, then those that match. */
export function createSimilarWords(vocabulary: readonly string[]): (word: string) => string[] {
  const known = new Set(vocabulary);
  const byPair = groupByPair(vocabulary);
  const lengths = Uint8Array.from(vocabulary, (word) => Math.min(word.length, 255));
  // Word → letter pairs in common. Kept from question to question, and all zero in between.
  const shared = new Uint8Array(vocabulary.length);

  /** The words that share a pair, in the order in which they turn up. */
  const countShared = (word: string): number[] => {
    const sharing: number[] = [];
    for (const pair of letterPairs(word)) {
      const group = byPair.get(pair) ?? NONE;
      for (let position = 0; position < group.length; position++) {
        const index = intAt(group, position);
        const pairs = byteAt(shared, index);
        // Of the words that share one pair there are too many to write down.
        if (pairs === 1) sharing.push(index);
        shared[index] = pairs + 1;
      }
    }
    return sharing;
  };

  return (word) => {
    const sharing = countShared(word);
    // Each error spoils two pairs at most (Ukkonen, 1992, https://doi.org/10.1016/0304-3975(92)90143-4).
    const least = word.length + 1 - 2 * MOST_ERRORS;
    const likely = sharing
      .filter(
        (index) => byteAt(shared, index) >= least && Math.abs(byteAt(lengths, index) - word.length) <= MOST_ERRORS,
      )
      // The most pairs first, then the first in the vocabulary: as one number each, which sorts many times faster.
      .map((index) => index - byteAt(shared, index) * vocabulary.length);
    const best = Float64Array.from(likely).sort().subarray(0, MAX_CANDIDATES);
    shared.fill(0);
    const candidates = Array.from(
      best,
      (key) => vocabulary[key - Math.floor(key / vocabulary.length) * vocabulary.length] ?? "",
    );
    const fuse = new Fuse([...new Set([...swapsOf(word).filter((swapped) => known.has(swapped)), ...candidates])], {
      threshold: FUSE_THRESHOLD,
      ignoreLocation: true,
    });
    return fuse.search(word).map(({ item }) => item);
  };
}

/** Letter pair → the words that have it. */
function groupByPair(vocabulary: readonly string[]): Map<string, Int32Array> {
  const byPair = new Map<string, number[]>();
  for (const [index, word] of vocabulary.entries()) {
    for (const pair of letterPairs(word)) {
      const group = byPair.get(pair);
      if (group) group.push(index);
      else byPair.set(pair, [index]);
    }
  }
  return new Map([...byPair].map(([pair, group]) => [pair, Int32Array.from(group)]));
}

const NONE = new Int32Array(0);

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

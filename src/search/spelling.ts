import Fuse from "fuse.js";
import { LRUCache } from "lru-cache";
import { editDistance } from "./edit-distance.ts";
import { intAt } from "./sparse-matrix.ts";
import { everydayFrequency } from "./word-frequency.ts";

/** Repairs words against the words that a pack is written with. */
export interface Speller {
  /** Whether the pack, or everyday talk around a question, uses the word. */
  knows(word: string): boolean;
  /** The known words that were meant, or undefined where the word is best left alone. */
  repair(word: string): readonly string[] | undefined;
}

/** Words fuse.js gets to compare with one unknown word: those that share the most letter pairs with it. */
const MAX_CANDIDATES = 16;
/** Share of the letters of a word that may differ, for fuse.js; the edit distance decides afterwards. */
const FUSE_THRESHOLD = 0.5;
const CACHED_WORDS = 5000;
/** Shorter words are too like each other; nobody mistypes longer ones, which are hashes and pasted noise. */
const REPAIRABLE = /^\p{L}{3,24}$/u;
/** Log probability that the first letter is wrong, beyond that of any error: people rarely miss it. */
const WRONG_INITIAL = 1.5;
/** Probability of a word that is in no word list: a name, a typo. */
const UNSEEN = 4e-8;

/** Log probability of one typing error: in a longer word an error leaves more of the word to know it by. */
function errorCost(word: string): number {
  if (word.length <= 3) return 11;
  if (word.length <= 5) return 7;
  return word.length <= 7 ? 5 : 4;
}

/**
 * @param counts the pack's words, with how often it uses each
 * @param everyday words of everyday talk that count as known, such as “what”
 */
export function createSpeller(counts: ReadonlyMap<string, number>, everyday: Iterable<string>): Speller {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 1);
  const everydayWords = new Set(everyday);
  const probability = (word: string): number =>
    Math.log(Math.max((counts.get(word) ?? 0) / total, everydayWords.has(word) ? everydayFrequency(word) : 0, 1e-9));
  const vocabulary = [...new Set([...counts.keys(), ...everydayWords])].filter((word) => /^\p{L}{3,}$/u.test(word));
  const similarWords = createSimilarWords(vocabulary);
  const knows = (word: string): boolean => counts.has(word) || everydayWords.has(word);
  const cache = new LRUCache<string, { repaired: readonly string[] | undefined }>({ max: CACHED_WORDS });

  /** The noisy channel: how probable a word is, times how probable it is to come out as what was typed. */
  const bestCorrection = (word: string): Reading | undefined =>
    similarWords(word)
      .map((candidate): Reading => {
        const errors = editDistance(word, candidate) * errorCost(candidate);
        const initial = candidate[0] === word[0] ? 0 : WRONG_INITIAL;
        return { words: [candidate], score: probability(candidate) - errors - initial };
      })
      .reduce<Reading | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);

  /** Two words run together; one of them has to be a word of the pack. */
  const bestSplit = (word: string): Reading | undefined => {
    let best: Reading | undefined;
    for (let joint = 2; joint <= word.length - 2; joint++) {
      const words = [word.slice(0, joint), word.slice(joint)];
      if (!words.every(knows) || !words.some((part) => part.length > 2 && counts.has(part))) continue;
      const score = words.reduce((sum, part) => sum + probability(part), 0);
      if (!best || score > best.score) best = { words, score };
    }
    return best;
  };

  const findRepair = (word: string): readonly string[] | undefined => {
    if (knows(word) || !REPAIRABLE.test(word)) return undefined;
    const asTyped = Math.log(Math.max(everydayFrequency(word), UNSEEN));
    const readings = [bestCorrection(word), bestSplit(word)].filter((reading) => reading !== undefined);
    const [best] = readings.sort((a, b) => b.score - a.score);
    return best && best.score > asTyped ? best.words : undefined;
  };

  return {
    knows,
    repair(word) {
      const known = cache.get(word);
      if (known) return known.repaired;
      const repaired = findRepair(word);
      cache.set(word, { repaired });
      return repaired;
    },
  };
}

/** What a word may have been meant as. */
interface Reading {
  words: readonly string[];
  /** Log probability of the words, and of their coming out as what was typed. */
  score: number;
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

/** Pairs of neighbouring letters, and the outer letters, which survive most typing errors. */
function letterPairs(word: string): Set<string> {
  const pairs = new Set([`^${word[0]}`, `${word.at(-1)}$`]);
  for (let index = 0; index + 1 < word.length; index++) pairs.add(word.slice(index, index + 2));
  return pairs;
}

/** Finds the words of a vocabulary that may have been meant by another: those that share the most, then those that match. */
function createSimilarWords(vocabulary: readonly string[]): (word: string) => string[] {
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
    const likely = sharing
      .filter((index) => Math.abs(byteAt(lengths, index) - word.length) <= 3)
      // The most pairs first, then the first in the vocabulary: as one number each, which sorts many times faster.
      .map((index) => index - byteAt(shared, index) * vocabulary.length);
    const best = Float64Array.from(likely).sort().subarray(0, MAX_CANDIDATES);
    shared.fill(0);
    const candidates = Array.from(
      best,
      (key) => vocabulary[key - Math.floor(key / vocabulary.length) * vocabulary.length] ?? "",
    );
    const fuse = new Fuse(candidates, { threshold: FUSE_THRESHOLD, ignoreLocation: true });
    return fuse.search(word).map(({ item }) => item);
  };
}

function byteAt(array: Uint8Array, index: number): number {
  return array[index] ?? 0;
}

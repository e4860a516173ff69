import { LRUCache } from "lru-cache";
import { editDistance } from "./edit-distance.ts";
import { createSimilarWords } from "./similar-words.ts";
import { everydayFrequency } from "./word-frequency.ts";

/** Repairs words against the words that a pack is written with. */
export interface Speller {
  /** Whether the pack, or everyday talk around a question, uses the word. */
  knows(word: string): boolean;
  /** The known words that were meant, or undefined where the word is best left alone. */
  repair(word: string): readonly string[] | undefined;
}

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

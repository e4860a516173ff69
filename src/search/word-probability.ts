import { firstAtLeast } from "./sorted-numbers.ts";

/** How likely words are in the questions that a pack is asked: a language model of words and pairs of neighbours. */
export interface WordProbability {
  /** Whether the pack is asked with the word. */
  has(word: string): boolean;
  /** Natural logarithm of the probability of a word, given the one before it, if there is one. */
  log(word: string, previous?: string): number;
}

/** Share of the probability that comes from the word before, where the pack knows it; the rest is the word's own. */
const FROM_PREVIOUS = 0.5;
/** Probability of a word that is not known at all. */
const UNKNOWN = 1e-9;

/**
 * Counts words and pairs of neighbours, and mixes them as Jelinek and Mercer did (1980; Chen & Goodman, 1999,
 * https://doi.org/10.1006/csla.1999.0128).
 * @param counts the pack's words, with how often it uses each
 * @param texts the same words in their order
 * @param everyday gives the probability of a word of everyday talk that counts as known; 0 for others
 */
export function createWordProbability(
  counts: ReadonlyMap<string, number>,
  texts: Iterable<readonly string[]>,
  everyday: (word: string) => number,
): WordProbability {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 1);
  const numbers = new Map([...counts.keys()].map((word, number) => [word, number]));
  const keyOf = (previous: string, word: string): number | undefined => {
    const [first, second] = [numbers.get(previous), numbers.get(word)];
    return first === undefined || second === undefined ? undefined : first * numbers.size + second;
  };
  // Sorted numbers take a fraction of the memory of a map.
  const pairs: number[] = [];
  for (const tokens of texts) {
    for (let position = 1; position < tokens.length; position++) {
      const key = keyOf(tokens[position - 1] ?? "", tokens[position] ?? "");
      if (key !== undefined) pairs.push(key);
    }
  }
  const sorted = Float64Array.from(pairs).sort();
  const timesAfter = (previous: string, word: string): number => {
    const key = keyOf(previous, word);
    return key === undefined ? 0 : firstAtLeast(sorted, key + 1) - firstAtLeast(sorted, key);
  };

  return {
    has: (word) => counts.has(word),
    log(word, previous = "") {
      const own = Math.max((counts.get(word) ?? 0) / total, everyday(word), UNKNOWN);
      const before = counts.get(previous);
      if (before === undefined) return Math.log(own);
      return Math.log((1 - FROM_PREVIOUS) * own + (FROM_PREVIOUS * timesAfter(previous, word)) / before);
    },
  };
}

import { firstAtLeast } from "../numbers/sorted-numbers.ts";

/** Gives the natural logarithm of the probability of a word, given the one before it, if there is one. */
export type WordProbability = (word: string, previous?: string) => number;

/** Share of the probability that comes from the word before, where the pack is asked with it; the rest is the word's own. */
const FROM_PREVIOUS = 0.5;
/** Probability of a word that is not known at all. */
const UNKNOWN = 1e-9;

/**
 * How likely words are in what a pack is asked: a language model of words and pairs of neighbours, mixed as Jelinek and
 * Mercer did (1980; Chen & Goodman, 1999, https://doi.org/10.1006/csla.1999.0128).
 * @param counts the pack's words, with how often it uses each
 * @param texts its titles and phrasings, as words
 * @param everyday gives the probability of a word of everyday talk that counts as known; 0 for others
 */
export function createWordProbability(
  counts: ReadonlyMap<string, number>,
  texts: Iterable<readonly string[]>,
  everyday: (word: string) => number,
): WordProbability {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 1);
  const numbers = new Map([...counts.keys()].map((word, number) => [word, number]));
  const pairs = sortedPairs(texts, numbers);
  const countBetween = (from: number, to: number): number => firstAtLeast(pairs, to) - firstAtLeast(pairs, from);

  /** How probable a word is behind another; undefined where nothing ever stands behind that one. */
  const probabilityAfter = (previous: string, word: string): number | undefined => {
    const first = (numbers.get(previous) ?? numbers.size) * numbers.size;
    const followed = countBetween(first, first + numbers.size);
    if (followed === 0) return undefined;
    const second = numbers.get(word);
    return second === undefined ? 0 : countBetween(first + second, first + second + 1) / followed;
  };

  return (word, previous = "") => {
    const own = Math.max((counts.get(word) ?? 0) / total, everyday(word), UNKNOWN);
    const after = probabilityAfter(previous, word);
    return Math.log(after === undefined ? own : (1 - FROM_PREVIOUS) * own + FROM_PREVIOUS * after);
  };
}

/** All pairs of neighbours as numbers, first × words + second, sorted: a fraction of the memory of a map. */
function sortedPairs(texts: Iterable<readonly string[]>, numbers: ReadonlyMap<string, number>): Float64Array {
  const pairs: number[] = [];
  for (const tokens of texts) {
    for (let position = 1; position < tokens.length; position++) {
      const [first, second] = [numbers.get(tokens[position - 1] ?? ""), numbers.get(tokens[position] ?? "")];
      if (first !== undefined && second !== undefined) pairs.push(first * numbers.size + second);
    }
  }
  return Float64Array.from(pairs).sort();
}

import { type SparseMatrix, sparseMatrix, valueAt } from "../numbers/sparse-matrix.ts";
import { intAt } from "../numbers/typed-arrays.ts";

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
  const { pairs, followed } = countNeighbours(texts, numbers);

  /** How probable a word is behind another; undefined where nothing ever stands behind that one. */
  const probabilityAfter = (previous: string, word: string): number | undefined => {
    const first = numbers.get(previous);
    const times = first === undefined ? 0 : intAt(followed, first);
    if (first === undefined || times === 0) return undefined;
    const second = numbers.get(word);
    return second === undefined ? 0 : valueAt(pairs, first, second) / times;
  };

  return (word, previous = "") => {
    const own = Math.max((counts.get(word) ?? 0) / total, everyday(word), UNKNOWN);
    const after = probabilityAfter(previous, word);
    return Math.log(after === undefined ? own : (1 - FROM_PREVIOUS) * own + FROM_PREVIOUS * after);
  };
}

interface Neighbours {
  /** Word × word: how often the second stands right behind the first. */
  pairs: SparseMatrix;
  /** How often anything stands right behind each word. */
  followed: Int32Array;
}

function countNeighbours(texts: Iterable<readonly string[]>, numbers: ReadonlyMap<string, number>): Neighbours {
  const rows = Array.from(numbers.keys(), () => new Map<number, number>());
  for (const tokens of texts) {
    let row: Map<number, number> | undefined;
    for (const token of tokens) {
      const number = numbers.get(token);
      if (number !== undefined) row?.set(number, (row.get(number) ?? 0) + 1);
      row = number === undefined ? undefined : rows[number];
    }
  }
  const followed = Int32Array.from(rows, (row) => [...row.values()].reduce((sum, count) => sum + count, 0));
  return { pairs: sparseMatrix(rows), followed };
}

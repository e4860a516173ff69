import type { EntryIndex } from "../index/index-entries.ts";
import { doubleAt, floatAt, intAt } from "../numbers/typed-arrays.ts";
import type { QueryTerm } from "../query/understand.ts";

/** Entries that are looked at closely by their terms alone; the right one is hardly ever further down. */
const MOST_BY_TERMS = 16;
/** The same where a classifier names others. */
const MOST_BESIDE_CLASSIFIER = 4;
/** How many it names. */
const MOST_BY_CLASSIFIER = 6;
/** Saturation of a term's weight in an entry, the k1 of BM25, on the scale of shares of phrasings. */
const SATURATION = 0.3;

/**
 * The numbers of the entries most worth a closer look for the terms of a question.
 * @param classified the classifier's score of each entry, if there is one
 */
export type Retrieve = (terms: readonly QueryTerm[], classified: Float64Array | undefined) => Iterable<number>;

/**
 * Finds the entries whose phrasings, keywords and body hold the question's most telling terms. BM25 over the shares of
 * phrasings (Robertson & Zaragoza, 2009, https://doi.org/10.1561/1500000019), without length normalization, since
 * shares are normalized already. To them come those that the classifier thinks most of.
 */
export function createRetrieve({ entries, postings }: EntryIndex): Retrieve {
  // Entry → its score, and what one term adds to it. Kept from question to question, since making them anew would take
  // time in proportion to the entries; all zero in between.
  const scores = new Float64Array(entries.length);
  const gains = new Float64Array(entries.length);
  const numbers = [...entries.keys()];

  /** Raises the gain of the variant's entries to what it is worth there. */
  const gainFrom = (term: number, weight: number, gaining: number[]): void => {
    const end = intAt(postings.starts, term + 1);
    for (let cell = intAt(postings.starts, term); cell < end; cell++) {
      const entry = intAt(postings.columns, cell);
      const value = floatAt(postings.values, cell);
      const gain = (weight * value * (1 + SATURATION)) / (value + SATURATION);
      const best = doubleAt(gains, entry);
      if (gain <= best) continue;
      if (best === 0) gaining.push(entry);
      gains[entry] = gain;
    }
  };

  /** Adds a term to the scores, by the best of its variants; entries that had none before go to those found. */
  const addTerm = ({ variants, weight }: QueryTerm, found: number[]): void => {
    const gaining: number[] = [];
    for (const variant of variants) gainFrom(variant.term, variant.weight * weight, gaining);
    for (const entry of gaining) {
      const score = doubleAt(scores, entry);
      if (score === 0) found.push(entry);
      scores[entry] = score + doubleAt(gains, entry);
      gains[entry] = 0;
    }
  };

  return (terms, classified) => {
    const found: number[] = [];
    for (const term of terms) addTerm(term, found);
    const byTerms = strongestOf(found, scores, classified ? MOST_BESIDE_CLASSIFIER : MOST_BY_TERMS);
    for (const entry of found) scores[entry] = 0;
    // A question without any term is about nothing, whatever its little words are most used with.
    if (!classified || found.length === 0) return byTerms;
    return new Set([...byTerms, ...strongestOf(numbers, classified, MOST_BY_CLASSIFIER)]);
  };
}

/** The entries with the highest scores, best first. */
function strongestOf(found: readonly number[], scores: Float64Array, count: number): number[] {
  const kept: number[] = [];
  let least = 0;
  for (const entry of found) {
    const score = doubleAt(scores, entry);
    if (kept.length === count && score < least) continue;
    insert(kept, entry, scores);
    if (kept.length > count) kept.pop();
    least = doubleAt(scores, kept.at(-1) ?? entry);
  }
  return kept;
}

/** Puts an entry into its place among entries in falling order; of two that are alike, the lower number comes first. */
function insert(kept: number[], entry: number, scores: Float64Array): void {
  const score = doubleAt(scores, entry);
  let place = kept.length;
  for (; place > 0; place--) {
    const other = kept[place - 1] ?? 0;
    const otherScore = doubleAt(scores, other);
    if (otherScore > score || (otherScore === score && other < entry)) break;
    kept[place] = other;
  }
  kept[place] = entry;
}

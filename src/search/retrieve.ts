import type { EntryIndex } from "./index-entries.ts";
import { floatAt, intAt } from "./sparse-matrix.ts";
import type { QueryTerm } from "./understand.ts";

/** Entries that are looked at closely; the right one is hardly ever further down. */
const MAX_CANDIDATES = 24;
/** Saturation of a term's weight in an entry, the k1 of BM25, on the scale of shares of phrasings. */
const SATURATION = 0.3;

/**
 * The numbers of the entries most worth a closer look: those whose phrasings, keywords and body hold the question's
 * most telling terms. BM25 over the shares of phrasings (Robertson & Zaragoza, 2009,
 * https://doi.org/10.1561/1500000019), without length normalization, since shares are normalized already.
 */
export function retrieve(index: EntryIndex, terms: readonly QueryTerm[]): number[] {
  const scores = new Map<number, number>();
  for (const term of terms) {
    for (const [entry, score] of scoresOf(index, term)) scores.set(entry, (scores.get(entry) ?? 0) + score);
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MAX_CANDIDATES)
    .map(([entry]) => entry);
}

/** Entry → what a term adds to its score, by the best of the term's variants. */
function scoresOf({ postings }: EntryIndex, { variants, weight }: QueryTerm): Map<number, number> {
  const best = new Map<number, number>();
  for (const variant of variants) {
    for (let cell = intAt(postings.starts, variant.term); cell < intAt(postings.starts, variant.term + 1); cell++) {
      const entry = intAt(postings.columns, cell);
      const value = floatAt(postings.values, cell);
      const score = (variant.weight * weight * value * (1 + SATURATION)) / (value + SATURATION);
      if (score > (best.get(entry) ?? 0)) best.set(entry, score);
    }
  }
  return best;
}

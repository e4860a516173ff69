import { doubleAt, floatAt, intAt } from "../numbers/typed-arrays.ts";
import type { Comparison } from "./comparison.ts";

/**
 * Cosine of the question with an entry's phrasings, title included, on average over the nearest three, of which the first
 * counts twice.
 * @param cells of the profile where the entry has each of the compared terms; -1 where it lacks it
 */
export function nearestPhrasings(comparison: Comparison, entry: number, cells: readonly number[]): number {
  const { index, norm, products } = comparison;
  addProducts(comparison, cells);
  const start = intAt(index.phrasingStarts, entry);
  const count = intAt(index.phrasingStarts, entry + 1) - start;
  let [first, second, third] = [0, 0, 0];
  for (let phrasing = 0; phrasing < count; phrasing++) {
    const product = doubleAt(products, phrasing);
    if (product === 0) continue;
    products[phrasing] = 0;
    const value = Math.min(1, product / (norm * floatAt(index.phrasingNorms, start + phrasing)));
    if (value > first) [first, second, third] = [value, first, second];
    else if (value > second) [second, third] = [value, second];
    else if (value > third) third = value;
  }
  return (2 * first + second + third) / 4;
}

/** Adds the scalar products of the question with an entry's phrasings, over term weights, to products that are all zero. */
function addProducts({ index: { holders }, terms, products }: Comparison, cells: readonly number[]): void {
  for (const [place, { telling, weight }] of terms.entries()) {
    const cell = cells[place] ?? -1;
    if (cell < 0) continue;
    const part = weight * telling;
    const end = intAt(holders.starts, cell + 1);
    for (let holder = intAt(holders.starts, cell); holder < end; holder++) {
      const phrasing = intAt(holders.columns, holder);
      products[phrasing] = doubleAt(products, phrasing) + part;
    }
  }
}

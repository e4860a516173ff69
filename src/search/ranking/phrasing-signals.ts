import { cellOf } from "../numbers/sparse-matrix.ts";
import { doubleAt, floatAt, intAt } from "../numbers/typed-arrays.ts";
import type { Comparison } from "./comparison.ts";

/** Cosine of the question with the title, with the nearest phrasing, and on average with the nearest three. */
export function phrasingSimilarities(
  comparison: Comparison,
  entry: number,
): Record<"title" | "nearest" | "nearestThree", number> {
  const { index, norm, products } = comparison;
  addProducts(comparison, entry);
  const start = intAt(index.phrasingStarts, entry);
  const count = intAt(index.phrasingStarts, entry + 1) - start;
  let title = 0;
  let [first, second, third] = [0, 0, 0];
  for (let phrasing = 0; phrasing < count; phrasing++) {
    const product = doubleAt(products, phrasing);
    products[phrasing] = 0;
    const value = Math.min(1, product / (norm * floatAt(index.phrasingNorms, start + phrasing)));
    if (phrasing === 0) title = value;
    if (value > first) [first, second, third] = [value, first, second];
    else if (value > second) [second, third] = [value, second];
    else if (value > third) third = value;
  }
  return { title, nearest: first, nearestThree: (first + second + third) / 3 };
}

/** Adds the scalar products of the question with an entry's phrasings, over idf weights, to products that are all zero. */
function addProducts({ index: { profile, holders }, terms, weighted, products }: Comparison, entry: number): void {
  for (const term of terms) {
    const cell = cellOf(profile, entry, term);
    if (cell < 0) continue;
    const part = floatAt(weighted, term);
    for (let holder = intAt(holders.starts, cell); holder < intAt(holders.starts, cell + 1); holder++) {
      const phrasing = intAt(holders.columns, holder);
      products[phrasing] = doubleAt(products, phrasing) + part;
    }
  }
}

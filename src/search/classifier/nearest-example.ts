import { sparseMatrix, transpose } from "../numbers/sparse-matrix.ts";
import { doubleAt, floatAt, intAt } from "../numbers/typed-arrays.ts";
import type { FeatureVector } from "./softmax-regression.ts";

/**
 * Gives how near a text is to the nearest of some examples, 0 to 1: the cosine of their vectors, which have a length of one.
 * The nearest neighbour tells what a linear classifier has no feature for: that a text is one of those examples in other
 * words, or half of one (Cover & Hart, 1967, https://doi.org/10.1109/TIT.1967.1053964).
 * @param featureCount features that vectors may have
 */
export function createNearness(
  examples: readonly FeatureVector[],
  featureCount: number,
): (vector: FeatureVector) => number {
  const rows = examples.map(({ ids, values }) => new Map(ids.map((id, place) => [id, values[place] ?? 0])));
  /** Feature × example. */
  const holders = transpose(sparseMatrix(rows), featureCount);
  // Kept from text to text, and all zero in between.
  const products = new Float64Array(examples.length);
  return ({ ids, values }) => {
    let nearest = 0;
    for (const [place, id] of ids.entries()) {
      const value = values[place] ?? 0;
      for (let cell = intAt(holders.starts, id); cell < intAt(holders.starts, id + 1); cell++) {
        const example = intAt(holders.columns, cell);
        const product = doubleAt(products, example) + value * floatAt(holders.values, cell);
        products[example] = product;
        // No value is negative, so that products only grow: the highest on the way is the highest in the end.
        nearest = Math.max(nearest, product);
      }
    }
    products.fill(0);
    return Math.min(1, nearest);
  };
}

import { EVIDENCE } from "./evidence.ts";

/** The evidence and all products of two pieces of it: a near phrasing, say, counts less beside many unknown words. */
export const PREDICTORS: readonly string[] = [...EVIDENCE, ...pairsOf(EVIDENCE).map(([a, b]) => `${a} × ${b}`)];

/** The values of the predictors for a question's evidence, in the order of PREDICTORS. */
export function predictorsOf(evidence: readonly number[]): number[] {
  return [...evidence, ...productsOf(evidence)];
}

/** All pairs but those with the first item, which is constant; an item makes a pair with itself too. */
function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.slice(1).flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));
}

/** The products of the pairs, in their order. A plain loop: it runs for every question. */
function productsOf(values: readonly number[]): number[] {
  const products: number[] = [];
  for (let first = 1; first < values.length; first++) {
    for (let second = first; second < values.length; second++) {
      products.push((values[first] ?? 0) * (values[second] ?? 0));
    }
  }
  return products;
}

import { EVIDENCE } from "./evidence.ts";

/** The evidence and all products of two pieces of it: a near phrasing, say, counts less beside many unknown words. */
export const PREDICTORS: readonly string[] = [...EVIDENCE, ...pairsOf(EVIDENCE).map(([a, b]) => `${a} × ${b}`)];

/** Predictor → weight; predictors without one do not count. */
export type PredictorWeights = Readonly<Record<string, number>>;

/** The values of the predictors for a question's evidence, in the order of PREDICTORS. */
export function predictorsOf(evidence: readonly number[]): number[] {
  return [...evidence, ...productsOf(evidence)];
}

/** Gives a probability from the values of predictors, by logistic regression. */
export function createLogistic(
  names: readonly string[],
  weights: PredictorWeights,
): (predictors: readonly number[]) => number {
  const vector = names.map((predictor) => weights[predictor] ?? 0);
  return (predictors) => {
    let sum = 0;
    for (let position = 0; position < vector.length; position++) {
      sum += (vector[position] ?? 0) * (predictors[position] ?? 0);
    }
    return 1 / (1 + Math.exp(-sum));
  };
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

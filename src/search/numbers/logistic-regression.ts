/** Name → weight; what has none does not count. */
export type Weights = Readonly<Record<string, number>>;

/** Gives a probability from the values of predictors, by logistic regression. */
export function createLogistic(names: readonly string[], weights: Weights): (predictors: ArrayLike<number>) => number {
  const vector = names.map((predictor) => weights[predictor] ?? 0);
  return (predictors) => {
    let sum = 0;
    for (let position = 0; position < vector.length; position++) {
      sum += (vector[position] ?? 0) * (predictors[position] ?? 0);
    }
    return 1 / (1 + Math.exp(-sum));
  };
}

const STEPS = 2000;
/** Size of the first step; they grow smaller to nothing. */
const RATE = 0.05;

/** Fits by full-batch gradient ascent with Adam steps (Kingma & Ba, 2015, https://arxiv.org/abs/1412.6980). */
function maximize(size: number, gradient: (weights: Float64Array, into: Float64Array) => void): Float64Array {
  const weights = new Float64Array(size);
  const slope = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (let step = 1; step <= STEPS; step++) {
    const rate = RATE * (1 - step / STEPS);
    slope.fill(0);
    gradient(weights, slope);
    for (let index = 0; index < size; index++) {
      const value = slope[index] ?? 0;
      mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * value;
      square[index] = 0.999 * (square[index] ?? 0) + 0.001 * value * value;
      const unbiased = (mean[index] ?? 0) / (1 - 0.9 ** step);
      const scale = Math.sqrt((square[index] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
      weights[index] = (weights[index] ?? 0) + (rate * unbiased) / scale;
    }
  }
  return weights;
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
};

const addScaled = (target: Float64Array, source: ArrayLike<number>, scale: number): void => {
  for (let index = 0; index < target.length; index++)
    target[index] = (target[index] ?? 0) + scale * (source[index] ?? 0);
};

/** A question's candidates, as features, and which of them are right. */
export interface Choice {
  candidates: readonly Float64Array[];
  isRight: readonly boolean[];
  /** How much it counts. */
  weight: number;
}

/** Weight of the L2 penalty on the ranking. */
const CHOICE_PENALTY = 0.003;

/** Weights under which the softmax over the candidates gives the right ones the most probability. */
export function fitChoice(choices: readonly Choice[], size: number): Float64Array {
  const usable = choices.filter(({ isRight }) => isRight.includes(true));
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  return maximize(size, (weights, slope) => {
    for (const choice of usable) addChoiceSlope(choice, weights, slope, choice.weight / total);
    addScaled(slope, weights, -CHOICE_PENALTY);
  });
}

/** Adds the slope of the log probability of one choice's right candidates. */
function addChoiceSlope(
  { candidates, isRight }: Choice,
  weights: Float64Array,
  slope: Float64Array,
  scale: number,
): void {
  const scores = candidates.map((features) => dot(weights, features));
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const total = odds.reduce((sum, value) => sum + value, 0);
  const right = odds.reduce((sum, value, index) => sum + (isRight[index] ? value : 0), 0);
  for (const [index, features] of candidates.entries()) {
    const own = odds[index] ?? 0;
    addScaled(slope, features, scale * ((isRight[index] ? own / right : 0) - own / total));
  }
}

/** One observation for logistic regression. */
export interface Observation {
  predictors: ArrayLike<number>;
  isTrue: boolean;
  /** How much it counts. */
  weight: number;
}

/** Weight of the L2 penalty on logistic regressions. */
const LOGISTIC_PENALTY = 0.0001;

/** Weights of a logistic regression with an L2 penalty on all but the constant, which comes first. */
export function fitLogistic(observations: readonly Observation[], size: number): Float64Array {
  const total = observations.reduce((sum, { weight }) => sum + weight, 0);
  return maximize(size, (weights, slope) => {
    for (const { predictors, isTrue, weight } of observations) {
      const probability = 1 / (1 + Math.exp(-dot(weights, predictors)));
      addScaled(slope, predictors, (weight * ((isTrue ? 1 : 0) - probability)) / total);
    }
    for (let index = 1; index < size; index++)
      slope[index] = (slope[index] ?? 0) - LOGISTIC_PENALTY * (weights[index] ?? 0);
  });
}

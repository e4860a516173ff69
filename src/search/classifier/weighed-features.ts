import { mapInSteps, type Steps } from "../../core/steps.ts";
import { doubleAt, intAt } from "../numbers/typed-arrays.ts";
import type { AnalyzedText } from "../text/analyzed-pack.ts";
import type { FeatureKey, Features } from "./classifier-features.ts";
import type { FeatureVector } from "./softmax-regression.ts";

/** Features seen in fewer samples say nothing about others. */
const LEAST_USES = 2;
/** The number of what is not worth learning. */
const NONE = -1;
/** Samples looked at between two pauses. */
export const STRIDE = 250;

/** The features worth learning, weighed: rare ones tell more. */
export interface WeighedFeatures {
  count: number;
  /** What each sample has of them. */
  vectors: readonly FeatureVector[];
  /** What another text has of them. */
  vectorOf(text: AnalyzedText): FeatureVector;
}

/** Finds the features worth learning from samples. */
export function* weighFeatures(
  samples: readonly AnalyzedText[],
  { keysOf, weightOf }: Features,
): Steps<WeighedFeatures> {
  const { numbers, uses, found } = yield* countFeatures(samples, keysOf);
  const ids = new Int32Array(uses.length).fill(NONE);
  const idsByKey = new Map<FeatureKey, number>();
  const importances: number[] = [];
  for (const [key, number] of numbers) {
    const count = uses[number] ?? 0;
    if (count < LEAST_USES) continue;
    ids[number] = importances.length;
    idsByKey.set(key, importances.length);
    importances.push(weightOf(key) * Math.log(1 + samples.length / count));
  }
  const importance = Float64Array.from(importances);
  yield;
  return {
    count: importance.length,
    vectors: yield* unitVectors(found, ids, importance),
    vectorOf: (text) => {
      const known: number[] = [];
      for (const key of new Set(keysOf(text))) {
        const id = idsByKey.get(key);
        if (id !== undefined) known.push(id);
      }
      return unitVector(known, importance);
    },
  };
}

interface CountedFeatures {
  /** Features as they turn up → their numbers, from 0 on. */
  numbers: ReadonlyMap<FeatureKey, number>;
  /** Number of a feature → how many samples have it. */
  uses: readonly number[];
  /** The numbers of what each sample has, each once. */
  found: readonly (readonly number[])[];
}

/** Numbers all features, so that each is looked up but once in a sample: there are a million of them. */
function* countFeatures(samples: readonly AnalyzedText[], keysOf: Features["keysOf"]): Steps<CountedFeatures> {
  const numbers = new Map<FeatureKey, number>();
  const uses: number[] = [];
  const lastSample: number[] = [];
  const numberOf = (key: FeatureKey): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(key, number);
    uses.push(0);
    lastSample.push(NONE);
    return number;
  };
  let sample = 0;
  const found = yield* mapInSteps(samples, STRIDE, (text) => {
    const own: number[] = [];
    for (const key of keysOf(text)) {
      const number = numberOf(key);
      if (lastSample[number] === sample) continue;
      lastSample[number] = sample;
      uses[number] = (uses[number] ?? 0) + 1;
      own.push(number);
    }
    sample++;
    return own;
  });
  return { numbers, uses, found };
}

function unitVectors(
  found: readonly (readonly number[])[],
  ids: Int32Array,
  importance: Float64Array,
): Steps<FeatureVector[]> {
  const idsOf = (numbers: readonly number[]): number[] => {
    const known: number[] = [];
    for (const number of numbers) {
      const id = intAt(ids, number);
      if (id !== NONE) known.push(id);
    }
    return known;
  };
  return mapInSteps(found, STRIDE, (numbers) => unitVector(idsOf(numbers), importance));
}

/** Features, by their importance, as a vector of length one. */
function unitVector(ids: readonly number[], importance: Float64Array): FeatureVector {
  let squares = 0;
  for (const id of ids) squares += doubleAt(importance, id) ** 2;
  const norm = Math.sqrt(squares) || 1;
  return { ids, values: ids.map((id) => doubleAt(importance, id) / norm) };
}

import { mapInSteps, type Steps } from "../../core/steps.ts";
import { doubleAt, intAt } from "../numbers/typed-arrays.ts";
import type { ClassifiedText, FeatureKey, FeatureKeysOf } from "./classifier-features.ts";
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
  vectorOf(text: ClassifiedText): FeatureVector;
}

/** Finds the features worth learning from samples. */
export function* weighFeatures(
  samples: readonly ClassifiedText[],
  featureKeysOf: FeatureKeysOf,
): Steps<WeighedFeatures> {
  const { numbers, uses, found } = yield* countFeatures(samples, featureKeysOf);
  const weights: number[] = [];
  const ids = Int32Array.from(uses, (count) =>
    count < LEAST_USES ? NONE : weights.push(Math.log(1 + samples.length / count)) - 1,
  );
  const idf = Float64Array.from(weights);
  yield;
  const idsByKey = new Map<FeatureKey, number>();
  for (const [key, number] of numbers) if (intAt(ids, number) !== NONE) idsByKey.set(key, intAt(ids, number));
  yield;
  return {
    count: idf.length,
    vectors: yield* unitVectors(found, ids, idf),
    vectorOf: (text) => {
      const keys = new Set(featureKeysOf(text));
      return unitVector(
        [...keys].flatMap((key) => idsByKey.get(key) ?? []),
        idf,
      );
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
function* countFeatures(samples: readonly ClassifiedText[], featureKeysOf: FeatureKeysOf): Steps<CountedFeatures> {
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
    for (const key of featureKeysOf(text)) {
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
  idf: Float64Array,
): Steps<FeatureVector[]> {
  const idsOf = (numbers: readonly number[]): number[] => {
    const known: number[] = [];
    for (const number of numbers) {
      const id = intAt(ids, number);
      if (id !== NONE) known.push(id);
    }
    return known;
  };
  return mapInSteps(found, STRIDE, (numbers) => unitVector(idsOf(numbers), idf));
}

/** Features, by their weights, as a vector of length one. */
function unitVector(ids: readonly number[], idf: Float64Array): FeatureVector {
  let squares = 0;
  for (const id of ids) squares += doubleAt(idf, id) ** 2;
  const norm = Math.sqrt(squares) || 1;
  return { ids, values: ids.map((id) => doubleAt(idf, id) / norm) };
}

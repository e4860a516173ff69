import { mapInSteps, type Steps } from "../../core/steps.ts";
import { doubleAt, intAt } from "../numbers/typed-arrays.ts";
import type { ClassifiedText, FeatureKey, FeatureKeysOf } from "./classifier-features.ts";
import type { FeatureVector } from "./softmax-regression.ts";

/** Features seen in fewer samples say nothing about others. */
const LEAST_USES = 2;
/** The number of what is not worth learning. */
const NONE = -1;
/** Samples looked at between two pauses. */
const STRIDE = 1000;

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
  const numbers = createNumbers();
  const counted = yield* mapInSteps(samples, STRIDE, (text) => numbers.count(featureKeysOf(text)));
  const { ids, idf } = numbers.worthLearning(samples.length);
  const vectors = yield* mapInSteps(counted, STRIDE, (found) => unitVector(found, ids, idf));
  return {
    count: idf.length,
    vectors,
    vectorOf: (text) => unitVector(numbers.find(featureKeysOf(text)), ids, idf),
  };
}

/** Numbers features as they turn up, so that each is looked up but once in a sample, and counts the samples that have them. */
function createNumbers() {
  const numbers = new Map<FeatureKey, number>();
  const uses: number[] = [];
  /** Feature → the sample that had it last. */
  const lastSample: number[] = [];
  let sample = 0;

  const numberOf = (key: FeatureKey): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(key, number);
    uses.push(0);
    lastSample.push(NONE);
    return number;
  };

  return {
    /** Counts the features of one more sample, and gives their numbers, each once. */
    count(keys: readonly FeatureKey[]): number[] {
      const found: number[] = [];
      for (const key of keys) {
        const number = numberOf(key);
        if (lastSample[number] === sample) continue;
        lastSample[number] = sample;
        uses[number] = (uses[number] ?? 0) + 1;
        found.push(number);
      }
      sample++;
      return found;
    },
    /** The numbers of the features that are known, each once. */
    find: (keys: readonly FeatureKey[]): number[] => [...new Set(keys)].flatMap((key) => numbers.get(key) ?? []),
    worthLearning(sampleCount: number) {
      const idf: number[] = [];
      const ids = uses.map((count) => (count < LEAST_USES ? NONE : idf.push(Math.log(1 + sampleCount / count)) - 1));
      return { ids: Int32Array.from(ids), idf: Float64Array.from(idf) };
    },
  };
}

/** Features, by their weights, as a vector of length one. */
function unitVector(found: readonly number[], numbers: Int32Array, idf: Float64Array): FeatureVector {
  const ids: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const number of found) {
    const id = intAt(numbers, number);
    if (id === NONE) continue;
    ids.push(id);
    values.push(doubleAt(idf, id));
    squares += doubleAt(idf, id) ** 2;
  }
  const norm = Math.sqrt(squares) || 1;
  for (let position = 0; position < values.length; position++) values[position] = (values[position] ?? 0) / norm;
  return { ids, values };
}

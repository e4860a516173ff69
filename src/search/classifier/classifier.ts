import { mapInSteps, type Steps } from "../../core/steps.ts";
import { hash } from "../numbers/hash.ts";
import { doubleAt } from "../numbers/typed-arrays.ts";
import type { Analyzer } from "../text/analyze.ts";
import type { AnalyzedEntry, AnalyzedText } from "../text/analyzed-pack.ts";
import { type ClassifiedText, createFeatureKeys, type FeatureKey } from "./classifier-features.ts";
import { createSoftmaxRegression, type FeatureVector } from "./softmax-regression.ts";

/** Passes over the phrasings; more bring nothing on phrasings held out. */
const EPOCHS = 2;
/** Samples looked at between two pauses. */
const STRIDE = 1000;
/** Step of the first pass; later passes take smaller ones. */
const FIRST_STEP = 6;

/**
 * Entries × phrasings of the largest packs that get a classifier: training takes time in proportion, here about two
 * seconds, which would be felt at start and at every reload of a larger pack.
 */
export const MOST_TRAINING = 8_000_000;

/** A text, and the number of the entry it belongs to. */
interface Sample extends ClassifiedText {
  entry: number;
  /** Tells it from others, whatever the order of the entries. */
  name: string;
}

/** What the classifier makes of a question. */
export interface Classified {
  /** Entry → score. */
  scores: Float64Array;
  /**
   * Log odds that the question is like the examples that the pack declines, rather than like any of its entries;
   * undefined where there is nothing to learn that from.
   */
  declined: number | undefined;
}

/** Scores every entry for the terms of a question. */
export type Classifier = (text: ClassifiedText) => Classified;

/**
 * Learns from the phrasings which words tell entries apart. What the counting signals miss: that “volume” decides
 * between two entries that both say “container” and “mount”, and “which” between two that say “containers” and “run”.
 * Multinomial logistic regression over words, terms, their synonyms and their pairs, weighted by idf. The examples that
 * the pack declines are one more class, a background model. Samples come in a fixed order, so that the result is always
 * the same.
 * @param declined texts that no entry answers
 */
export function* trainClassifier(
  entries: readonly AnalyzedEntry[],
  declined: readonly AnalyzedText[],
  analyzer: Analyzer,
): Steps<Classifier> {
  const entryCount = entries.length;
  const samples = [...samplesOf(entries), ...declined.map((text) => sampleOf(text, entryCount, ""))];
  const featureKeysOf = createFeatureKeys(samples, analyzer);
  const keys = yield* mapInSteps(samples, STRIDE, featureKeysOf);
  const { ids, idf } = weighFeatures(keys);
  const vectors = yield* mapInSteps(keys, STRIDE, (sample) => unitVector(sample, ids, idf));
  const regression = createSoftmaxRegression(ids.size, declined.length > 0 ? entryCount + 1 : entryCount);
  let order = scattered(samples);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const step = FIRST_STEP / (1 + epoch / 2);
    const wasLearned = yield* mapInSteps(order, STRIDE, (position) => {
      const [vector, sample] = [vectors[position], samples[position]];
      return vector && sample && regression.learn(vector, sample.entry, step);
    });
    // What was known without learning needs no second look.
    order = order.filter((_, index) => wasLearned[index]);
  }
  return (text) => {
    const scores = regression.scores(unitVector(featureKeysOf(text), ids, idf));
    return {
      scores: scores.subarray(0, entryCount),
      declined:
        declined.length > 0 ? doubleAt(scores, entryCount) - logOfSum(scores.subarray(0, entryCount)) : undefined,
    };
  };
}

/** The mean of two readings of a question. */
export function blend(one: Classified, other: Classified, shareOfOne: number): Classified {
  const mean = (a: number, b: number): number => shareOfOne * a + (1 - shareOfOne) * b;
  return {
    scores: one.scores.map((score, entry) => mean(score, doubleAt(other.scores, entry))),
    declined: one.declined === undefined ? undefined : mean(one.declined, other.declined ?? one.declined),
  };
}

/** What is learned from: every phrasing, and the title twice, since it was worded with the most care. */
function samplesOf(entries: readonly AnalyzedEntry[]): Sample[] {
  return entries.flatMap(({ entry: { id }, title, questions, keywords }, entry) =>
    [title, title, ...questions, ...keywords].map((text) => sampleOf(text, entry, id)),
  );
}

function sampleOf({ tokens, terms }: AnalyzedText, entry: number, id: string): Sample {
  return { tokens, terms, entry, name: `${id} ${tokens.join(" ")}` };
}

/** The logarithm of the summed exponentials, without overflow. */
function logOfSum(scores: Float64Array): number {
  const highest = Math.max(...scores);
  return highest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - highest), 0));
}

/** Features seen in fewer samples say nothing about others. */
const LEAST_USES = 2;

/** Numbers the features worth learning, and weighs them: rare ones tell more. */
function weighFeatures(samples: readonly (readonly FeatureKey[])[]) {
  const uses = new Map<FeatureKey, number>();
  for (const keys of samples) for (const key of keys) uses.set(key, (uses.get(key) ?? 0) + 1);
  const ids = new Map<FeatureKey, number>();
  const idf: number[] = [];
  for (const [key, count] of uses) {
    if (count < LEAST_USES) continue;
    ids.set(key, ids.size);
    idf.push(Math.log(1 + samples.length / count));
  }
  return { ids, idf: Float64Array.from(idf) };
}

/** A text's known features, by their weights, as a vector of length one. */
function unitVector(
  keys: readonly FeatureKey[],
  numbers: ReadonlyMap<FeatureKey, number>,
  idf: Float64Array,
): FeatureVector {
  const ids: number[] = [];
  let squares = 0;
  for (const key of keys) {
    const id = numbers.get(key);
    if (id === undefined) continue;
    ids.push(id);
    squares += doubleAt(idf, id) ** 2;
  }
  const norm = Math.sqrt(squares) || 1;
  return { ids: Int32Array.from(ids), values: Float64Array.from(ids, (id) => doubleAt(idf, id) / norm) };
}

/** The samples' positions in a scattered order, which is the same in whatever order the entries come. */
function scattered(samples: readonly Sample[]): number[] {
  const keys = samples.map(({ name }, position) => ({ position, key: hash(name) }));
  return keys.sort((a, b) => a.key - b.key).map(({ position }) => position);
}

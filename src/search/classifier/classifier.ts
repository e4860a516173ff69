import { mapInSteps, type Steps } from "../../core/steps.ts";
import { hash } from "../numbers/hash.ts";
import type { SparseMatrix } from "../numbers/sparse-matrix.ts";
import { doubleAt } from "../numbers/typed-arrays.ts";
import type { Analyzer } from "../text/analyze.ts";
import type { AnalyzedEntry, AnalyzedText } from "../text/analyzed-pack.ts";
import { createFeatures } from "./classifier-features.ts";
import { createNearness } from "./nearest-example.ts";
import { type Sample, sampleOf, samplesOf } from "./samples.ts";
import { createSoftmaxRegression, type FeatureVector, type SoftmaxRegression, scoresOf } from "./softmax-regression.ts";
import { STRIDE, weighFeatures } from "./weighed-features.ts";

/** Passes over the phrasings; more bring nothing on phrasings held out. */
const EPOCHS = 2;
/**
 * The first step. Steps fall to zero, in a straight line, so that what is learned last does not outweigh the rest: as good as
 * averaging over all steps (Bottou, 2012, https://doi.org/10.1007/978-3-642-35289-8_25), without a second set of weights.
 */
const FIRST_STEP = 8;

/** What the classifier makes of a question. */
export interface Classified {
  /** Entry → score. */
  scores: Float64Array;
  /** How like it is to what the pack declines; undefined where the pack gives no examples of that. */
  declined: LikeDeclined | undefined;
}

interface LikeDeclined {
  /** Log odds that it is like those examples, rather than like any of the entries. */
  logOdds: number;
  /** How near it is to the nearest of them, 0 to 1. */
  nearness: number;
}

/** Scores every entry for the terms of a question. */
export type Classifier = (text: AnalyzedText) => Classified;

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
  const examples = declined.map((text) => sampleOf(text, entryCount, ""));
  const samples = [...examples, ...samplesOf(entries)];
  const { count, vectors, vectorOf } = yield* weighFeatures(samples, createFeatures(samples, analyzer));
  const isDeclining = examples.length > 0;
  const classCount = isDeclining ? entryCount + 1 : entryCount;
  const weights = yield* learn(samples, vectors, count, classCount);
  const nearnessOf = createNearness(vectors.slice(0, examples.length), count);
  return (text) => {
    const vector = vectorOf(text);
    const all = scoresOf(vector, weights, classCount);
    const scores = all.subarray(0, entryCount);
    if (!isDeclining) return { scores, declined: undefined };
    const logOdds = doubleAt(all, entryCount) - logOfSum(scores);
    return { scores, declined: { logOdds, nearness: nearnessOf(vector) } };
  };
}

/** Learns the weights of the features for each class from samples and their vectors. */
function* learn(
  samples: readonly Sample[],
  vectors: readonly FeatureVector[],
  featureCount: number,
  classCount: number,
): Steps<SparseMatrix> {
  const regression = createSoftmaxRegression(featureCount, classCount);
  yield* teach(regression, samples, vectors);
  yield;
  return yield* regression.weights();
}

/** Shows a regression the samples, so many times over. */
function* teach(
  regression: SoftmaxRegression,
  samples: readonly Sample[],
  vectors: readonly FeatureVector[],
): Steps<undefined> {
  let order = scattered(samples);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const passed = (index: number): number => (epoch + index / order.length) / EPOCHS;
    const wasLearned = yield* mapInSteps(order, STRIDE, (position, index) => {
      const [vector, sample] = [vectors[position], samples[position]];
      const step = FIRST_STEP * (1 - passed(index));
      return vector && sample && regression.learn(vector, sample.classNumber, step * sample.share);
    });
    // What was known without learning needs no second look.
    order = order.filter((_, index) => wasLearned[index]);
  }
}

/** The mean of two readings of a question. */
export function blend(one: Classified, other: Classified, shareOfOne: number): Classified {
  const mean = (a: number, b: number): number => shareOfOne * a + (1 - shareOfOne) * b;
  return {
    scores: one.scores.map((score, entry) => mean(score, doubleAt(other.scores, entry))),
    declined: one.declined &&
      other.declined && {
        logOdds: mean(one.declined.logOdds, other.declined.logOdds),
        nearness: mean(one.declined.nearness, other.declined.nearness),
      },
  };
}

/** The logarithm of the summed exponentials, without overflow. */
function logOfSum(scores: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - highest);
  return highest + Math.log(sum);
}

/** The samples' positions in a scattered order, which is the same in whatever order the entries come. */
function scattered(samples: readonly Sample[]): number[] {
  const keys = samples.map(({ name }, position) => ({ position, key: hash(name) }));
  return keys.sort((a, b) => a.key - b.key).map(({ position }) => position);
}

import type { Analyzer } from "./analyze.ts";
import type { AnalyzedEntry, AnalyzedText } from "./analyzed-pack.ts";
import { type ClassifiedText, type FeatureKey, featureKeysOf, isTermKey } from "./classifier-features.ts";
import { cuesOf } from "./english.ts";
import { hash } from "./hash.ts";
import { createSoftmaxRegression, type FeatureVector } from "./softmax-regression.ts";
import { doubleAt, floatAt } from "./typed-arrays.ts";

/** Passes over the phrasings; more bring nothing on phrasings held out. */
const EPOCHS = 2;
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
 * Learns from the phrasings which terms tell entries apart. What the counting signals miss: that “volume” decides
 * between two entries that both say “container” and “mount”. Multinomial logistic regression over terms, their synonyms
 * and their pairs, weighted by idf. The examples that the pack declines are one more class,
 * a background model. Samples come in a fixed order, so that the result is always the same.
 * @param declined texts that no entry answers
 */
export function trainClassifier(
  entries: readonly AnalyzedEntry[],
  declined: readonly AnalyzedText[],
  analyzer: Analyzer,
): Classifier {
  const entryCount = entries.length;
  const samples = [...samplesOf(entries), ...declined.map((text) => sampleOf(text, entryCount, ""))];
  const terms = new Map([...new Set(samples.flatMap((sample) => sample.terms))].map((term, number) => [term, number]));
  const keys = samples.map((sample) => featureKeysOf(sample, analyzer, terms));
  const ids = numberFeatures(keys, terms.size);
  const features = keys.map((sample) => sample.flatMap((key) => ids.get(key) ?? []));
  const idf = inverseFrequencies(features, ids.size);
  const vectors = features.map((sample) => unitVector(sample, idf));
  const regression = createSoftmaxRegression(ids.size, declined.length > 0 ? entryCount + 1 : entryCount);
  const order = scattered(samples);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const step = FIRST_STEP / (1 + epoch / 2);
    for (const position of order) {
      const [vector, sample] = [vectors[position], samples[position]];
      if (vector && sample) regression.learn(vector, sample.entry, step);
    }
  }
  return (text) => {
    const asked = featureKeysOf(text, analyzer, terms);
    const known = asked.flatMap((key) => ids.get(key) ?? []);
    const scores = regression.scores(unitVector(known, idf));
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
  return { terms, cues: cuesOf(tokens), entry, name: `${id} ${tokens.join(" ")}` };
}

/** The logarithm of the summed exponentials, without overflow. */
function logOfSum(scores: Float64Array): number {
  const highest = Math.max(...scores);
  return highest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - highest), 0));
}

/** Numbers the features worth learning: single terms, and what more than one sample has. */
function numberFeatures(samples: readonly (readonly FeatureKey[])[], termCount: number): Map<FeatureKey, number> {
  const uses = new Map<FeatureKey, number>();
  for (const keys of samples) for (const key of keys) uses.set(key, (uses.get(key) ?? 0) + 1);
  const numbers = new Map<FeatureKey, number>();
  for (const [key, count] of uses) if (count > 1 || isTermKey(key, termCount)) numbers.set(key, numbers.size);
  return numbers;
}

function inverseFrequencies(samples: readonly (readonly number[])[], featureCount: number): Float32Array {
  const frequency = new Float32Array(featureCount);
  for (const sample of samples) for (const id of sample) frequency[id] = floatAt(frequency, id) + 1;
  return frequency.map((count) => Math.log(1 + samples.length / count));
}

function unitVector(features: readonly number[], idf: Float32Array): FeatureVector {
  const norm = Math.sqrt(features.reduce((sum, id) => sum + floatAt(idf, id) ** 2, 0)) || 1;
  return { ids: Int32Array.from(features), values: Float64Array.from(features, (id) => floatAt(idf, id) / norm) };
}

/** The samples' positions in a scattered order, which is the same in whatever order the entries come. */
function scattered(samples: readonly Sample[]): number[] {
  const keys = samples.map(({ name }, position) => ({ position, key: hash(name) }));
  return keys.sort((a, b) => a.key - b.key).map(({ position }) => position);
}

import type { Analyzer } from "./analyze.ts";
import type { AnalyzedEntry, AnalyzedText } from "./analyzed-pack.ts";
import { type Cue, cuesOf } from "./english.ts";
import { floatAt } from "./sparse-matrix.ts";

/** Passes over the phrasings; more bring nothing on phrasings held out. */
const EPOCHS = 2;
/** Step of the first pass; later passes take smaller ones. */
const FIRST_STEP = 6;
/**
 * Training takes time proportional to entries × phrasings. Beyond this many entries it would be felt at start, and the
 * other signals have to do.
 */
const MAX_ENTRIES = 600;
/** Entries whose probability is off by less than this are not worth learning from. */
const NEGLIGIBLE = 0.02;

/** A text, as the terms it is made of, and the number of the entry it belongs to. */
interface Sample {
  terms: readonly string[];
  /** What sort of question it is. */
  cues: readonly Cue[];
  entry: number;
}

/** What the classifier makes of a question. */
export interface Classified {
  /** Entry → score; undefined for packs too large to train on. */
  scores: Float32Array | undefined;
  /**
   * Log odds that the question is like the examples that the pack declines, rather than like any of its entries;
   * undefined where there is nothing to learn that from.
   */
  declined: number | undefined;
}

/** Scores every entry for the terms of a question. */
export type Classifier = (text: Pick<Sample, "terms" | "cues">) => Classified;

/**
 * Learns from the phrasings which terms tell entries apart. What the counting signals miss: that “volume” decides
 * between two entries that both say “container” and “mount”. Multinomial logistic regression over terms, their synonyms
 * and their pairs, weighted by idf, by stochastic gradient descent (Bottou, 2010,
 * https://leon.bottou.org/publications/pdf/compstat-2010.pdf). The examples that the pack declines are one more class,
 * a background model. Samples come in a fixed order, so the result is always the same.
 * @param declined texts that no entry answers
 */
export function trainClassifier(
  entries: readonly AnalyzedEntry[],
  declined: readonly AnalyzedText[],
  analyzer: Analyzer,
): Classifier {
  const entryCount = entries.length;
  if (entryCount > MAX_ENTRIES) return () => ({ scores: undefined, declined: undefined });
  const samples = [...samplesOf(entries), ...declined.map((text) => sampleOf(text, entryCount))];
  const named = samples.map((sample) => featuresOf(sample, analyzer));
  const ids = numbersOf(named);
  const features = named.map((names) => names.flatMap((name) => ids.get(name) ?? []));
  const idf = inverseFrequencies(features, ids.size);
  const vectors = features.map((sample) => unitVector(sample, idf));
  const table = createWeightTable(ids.size, declined.length > 0 ? entryCount + 1 : entryCount);
  const order = scattered(samples.length);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const step = FIRST_STEP / (1 + epoch / 2);
    for (const position of order) {
      const vector = vectors[position] ?? [];
      const errors = table.scores(vector);
      turnIntoErrors(errors, samples[position]?.entry ?? 0);
      table.add(vector, errors, step);
    }
  }
  return (text) => {
    const known = featuresOf(text, analyzer).flatMap((feature) => ids.get(feature) ?? []);
    const scores = table.scores(unitVector(known, idf));
    return {
      scores: scores.subarray(0, entryCount),
      declined:
        declined.length > 0 ? floatAt(scores, entryCount) - logOfSum(scores.subarray(0, entryCount)) : undefined,
    };
  };
}

/** What is learned from: every phrasing, and the title twice, since it was worded with the most care. */
function samplesOf(entries: readonly AnalyzedEntry[]): Sample[] {
  return entries.flatMap(({ title, questions, keywords }, entry) =>
    [title, title, ...questions, ...keywords].map((text) => sampleOf(text, entry)),
  );
}

function sampleOf({ tokens, terms }: AnalyzedText, entry: number): Sample {
  return { terms, cues: cuesOf(tokens), entry };
}

/** The logarithm of the summed exponentials, without overflow. */
function logOfSum(scores: Float32Array): number {
  const highest = Math.max(...scores);
  return highest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - highest), 0));
}

/** The features worth learning, by number: single terms, and what more than one sample has. */
function numbersOf(samples: readonly (readonly string[])[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const name of samples.flat()) uses.set(name, (uses.get(name) ?? 0) + 1);
  const names = [...uses.keys()].filter((name) => !name.includes(" ") || (uses.get(name) ?? 0) > 1);
  return new Map(names.map((name, number) => [name, number]));
}

/** A feature, and how much a text has of it. */
interface Component {
  id: number;
  value: number;
}

/** Feature × entry, in one array, with the entries that each feature tells apart. */
function createWeightTable(featureCount: number, entryCount: number) {
  const weights = new Float32Array(featureCount * entryCount);
  const entriesOf = Array.from({ length: featureCount }, (): number[] => []);
  const addRow = ({ id, value }: Component, entries: readonly number[], errors: Float32Array, step: number): void => {
    for (const entry of entries) {
      const cell = id * entryCount + entry;
      if (weights[cell] === 0) entriesOf[id]?.push(entry);
      weights[cell] = floatAt(weights, cell) + step * floatAt(errors, entry) * value;
    }
  };
  return {
    scores(vector: readonly Component[]): Float32Array {
      const scores = new Float32Array(entryCount);
      for (const { id, value } of vector) {
        for (const entry of entriesOf[id] ?? []) {
          scores[entry] = floatAt(scores, entry) + floatAt(weights, id * entryCount + entry) * value;
        }
      }
      return scores;
    },
    add(vector: readonly Component[], errors: Float32Array, step: number): void {
      const wrong: number[] = [];
      for (let entry = 0; entry < entryCount; entry++) {
        if (Math.abs(floatAt(errors, entry)) >= NEGLIGIBLE) wrong.push(entry);
      }
      for (const component of vector) addRow(component, wrong, errors, step);
    },
  };
}

function inverseFrequencies(samples: readonly (readonly number[])[], featureCount: number): Float32Array {
  const frequency = new Float32Array(featureCount);
  for (const sample of samples) for (const id of sample) frequency[id] = floatAt(frequency, id) + 1;
  return frequency.map((count) => Math.log(1 + samples.length / count));
}

function unitVector(features: readonly number[], idf: Float32Array): Component[] {
  const norm = Math.sqrt(features.reduce((sum, id) => sum + floatAt(idf, id) ** 2, 0)) || 1;
  return features.map((id) => ({ id, value: floatAt(idf, id) / norm }));
}

/**
 * The terms, one name for each group of synonyms they belong to, the pairs of neighbours, and each term with each cue, so
 * that “what is an image” differs from “how do I get an image”; each once.
 */
function featuresOf({ terms, cues }: Pick<Sample, "terms" | "cues">, analyzer: Analyzer): string[] {
  const groups = terms.flatMap((term) =>
    analyzer.synonyms(term).map((synonym) => (term < synonym ? `~${term} ${synonym}` : `~${synonym} ${term}`)),
  );
  const pairs = terms.slice(1).map((term, index) => `${terms[index]} ${term}`);
  const asked = cues.flatMap((cue) => terms.map((term) => `${cue}? ${term}`));
  return [...new Set([...terms, ...groups, ...pairs, ...asked])];
}

/** Turns scores, in place, into how far their softmax is from the truth. Plain loops: this is most of the training. */
function turnIntoErrors(scores: Float32Array, right: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let total = 0;
  for (let entry = 0; entry < scores.length; entry++) {
    const odds = Math.exp(floatAt(scores, entry) - highest);
    scores[entry] = odds;
    total += odds;
  }
  for (let entry = 0; entry < scores.length; entry++) scores[entry] = -floatAt(scores, entry) / total;
  scores[right] = 1 + floatAt(scores, right);
}

/** The numbers below `count` in a scattered order that is always the same. */
function scattered(count: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  const keys = order.map((index) => Math.imul(index, 0x9e3779b1) >>> 0);
  return order.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
}

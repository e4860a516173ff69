import type { Analyzer } from "../text/analyze.ts";
import type { AnalyzedText } from "../text/analyzed-pack.ts";

/** Names a feature by a number, since making and looking up as many strings would take most of the training. */
export type FeatureKey = number;

/** Number of a word that no text learned from has. */
const UNKNOWN = -1;

/** The kinds of features, and what each counts: terms tell most, and what is only a synonym of one least. */
const KINDS = {
  term: { number: 0, weight: 1.6 },
  word: { number: 1, weight: 1 },
  synonyms: { number: 2, weight: 0.5 },
  termPair: { number: 3, weight: 1 },
  wordPair: { number: 4, weight: 1 },
} as const;
const WEIGHTS = Object.values(KINDS).map(({ weight }) => weight);

/** Stand before the first and behind the last word of a text: “can I …” differs from “… can I”. */
const START = "^";
const END = "$";

/** The features that texts may have. */
export interface Features {
  /** Those of a text, in order; those that it has twice stand there twice. */
  keysOf(text: AnalyzedText): FeatureKey[];
  /** What one counts, by its kind. */
  weightOf(key: FeatureKey): number;
}

/**
 * Tells which features texts have: their terms, one for each group of synonyms, their words as typed, and the pairs of
 * neighbours of both. The little words are what tells “which containers run” from “how does a container run”, and endings
 * what tells “remove images” from “remove an image”.
 * @param texts those whose words and terms have features
 */
export function createFeatures(texts: readonly AnalyzedText[], analyzer: Analyzer): Features {
  const numbers = numberWords(texts);
  const numberOf = (word: string): number => numbers.get(word) ?? UNKNOWN;
  const keyOf = (kind: keyof typeof KINDS, first: number, second = 0): FeatureKey =>
    (KINDS[kind].number * numbers.size + first) * numbers.size + second;
  const weightOf = (key: FeatureKey): number => WEIGHTS[Math.floor(key / numbers.size ** 2)] ?? 0;
  const addSingles = (keys: FeatureKey[], kind: "term" | "word", words: readonly number[]): void => {
    for (const word of words) if (word !== UNKNOWN) keys.push(keyOf(kind, word));
  };
  const addPairs = (keys: FeatureKey[], kind: "termPair" | "wordPair", words: readonly number[]): void => {
    let previous = UNKNOWN;
    for (const word of words) {
      if (previous !== UNKNOWN && word !== UNKNOWN) keys.push(keyOf(kind, previous, word));
      previous = word;
    }
  };

  const synonymKeys = new Map<string, FeatureKey[]>();
  for (const term of numbers.keys()) {
    const own = numberOf(term);
    const others = analyzer
      .synonyms(term)
      .map(numberOf)
      .filter((other) => other !== UNKNOWN);
    const keys = others.map((other) => keyOf("synonyms", Math.min(own, other), Math.max(own, other)));
    if (keys.length > 0) synonymKeys.set(term, keys);
  }

  const keysOf = ({ tokens, terms }: AnalyzedText): FeatureKey[] => {
    const keys: FeatureKey[] = [];
    const termNumbers = terms.map(numberOf);
    addSingles(keys, "term", termNumbers);
    addPairs(keys, "termPair", termNumbers);
    for (const term of terms) for (const key of synonymKeys.get(term) ?? []) keys.push(key);
    const wordNumbers = tokens.map(numberOf);
    addSingles(keys, "word", wordNumbers);
    addPairs(keys, "wordPair", [numberOf(START), ...wordNumbers, numberOf(END)]);
    return keys;
  };
  return { keysOf, weightOf };
}

/** The words and terms of texts, numbered from 0 on without a gap. */
function numberWords(texts: readonly AnalyzedText[]): Map<string, number> {
  const numbers = new Map<string, number>();
  const number = (word: string): void => {
    if (!numbers.has(word)) numbers.set(word, numbers.size);
  };
  number(START);
  number(END);
  for (const { tokens, terms } of texts) {
    tokens.forEach(number);
    terms.forEach(number);
  }
  return numbers;
}

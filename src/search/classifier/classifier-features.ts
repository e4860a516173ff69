import type { Analyzer } from "../text/analyze.ts";

/** A text, as the words it is made of and the terms that are indexed of them. */
export interface ClassifiedText {
  tokens: readonly string[];
  terms: readonly string[];
}

/** Names a feature by a number, since making and looking up as many strings would take most of the training. */
export type FeatureKey = number;

/** Number of a word that no text learned from has. */
const UNKNOWN = -1;

const KINDS = { term: 0, word: 1, synonyms: 2, terms: 3, words: 4 } as const;

/** Stand before the first and behind the last word of a text: “can I …” differs from “… can I”. */
const START = "^";
const END = "$";

/** Gives the features of a text, in order; those that it has twice stand there twice. */
export type FeatureKeysOf = (text: ClassifiedText) => FeatureKey[];

/**
 * Tells which features texts have: their terms, one for each group of synonyms, their words as typed, and the pairs of
 * neighbours of both. The little words are what tells “which containers run” from “how does a container run”, and endings
 * what tells “remove images” from “remove an image”.
 * @param texts those whose words and terms have features
 */
export function createFeatureKeys(texts: readonly ClassifiedText[], analyzer: Analyzer): FeatureKeysOf {
  const numbers = numberWords(texts);
  const numberOf = (word: string): number => numbers.get(word) ?? UNKNOWN;
  const keyOf = (kind: keyof typeof KINDS, first: number, second = 0): FeatureKey =>
    (KINDS[kind] * numbers.size + first) * numbers.size + second;
  const addSingles = (keys: FeatureKey[], kind: "term" | "word", words: readonly number[]): void => {
    for (const word of words) if (word !== UNKNOWN) keys.push(keyOf(kind, word));
  };
  const addNeighbours = (keys: FeatureKey[], kind: "terms" | "words", words: readonly number[]): void => {
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

  return ({ tokens, terms }) => {
    const keys: FeatureKey[] = [];
    const termNumbers = terms.map(numberOf);
    addSingles(keys, "term", termNumbers);
    addNeighbours(keys, "terms", termNumbers);
    for (const term of terms) for (const key of synonymKeys.get(term) ?? []) keys.push(key);
    const wordNumbers = tokens.map(numberOf);
    addSingles(keys, "word", wordNumbers);
    addNeighbours(keys, "words", [numberOf(START), ...wordNumbers, numberOf(END)]);
    return keys;
  };
}

/** The words and terms of texts, numbered from 0 on without a gap. */
function numberWords(texts: readonly ClassifiedText[]): Map<string, number> {
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

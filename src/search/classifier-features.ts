import type { Analyzer } from "./analyze.ts";
import { CUE_NAMES, type Cue } from "./english.ts";

/** A text, as the terms it is made of and the sort of question it is. */
export interface ClassifiedText {
  terms: readonly string[];
  cues: readonly Cue[];
}

/** Names a feature by a number, since making and looking up as many strings would take most of the training. */
export type FeatureKey = number;

/** Gives a term's number; undefined where it has none, and so no features. */
export type TermNumber = (term: string) => number | undefined;

/** Terms that can be told apart: far more than any pack has, and few enough for two of them to fit into one number. */
export const MAX_TERMS = 2 ** 22;
const KINDS = ["term", "synonyms", "pair", ...CUE_NAMES] as const;

function keyOf(kind: (typeof KINDS)[number], first: number, second = 0): FeatureKey {
  return (KINDS.indexOf(kind) * MAX_TERMS + first) * MAX_TERMS + second;
}

/** Whether a feature is a single term. */
export function isTermKey(key: FeatureKey): boolean {
  return key < MAX_TERMS ** 2;
}

/**
 * The features of a text: its terms, one name for each group of synonyms they belong to, the pairs of neighbours, and
 * each term with each cue, so that “what is an image” differs from “how do I get an image”; each once.
 */
export function featureKeysOf(text: ClassifiedText, analyzer: Analyzer, numberOf: TermNumber): FeatureKey[] {
  const numbers = text.terms.map(numberOf);
  return [
    ...new Set(
      numbers.flatMap((own, position) => {
        if (own === undefined) return [];
        const previous = numbers[position - 1];
        return [
          keyOf("term", own),
          ...text.cues.map((cue) => keyOf(cue, own)),
          ...(previous === undefined ? [] : [keyOf("pair", previous, own)]),
          ...synonymKeysOf(own, analyzer.synonyms(text.terms[position] ?? ""), numberOf),
        ];
      }),
    ),
  ];
}

function synonymKeysOf(own: number, synonyms: readonly string[], numberOf: TermNumber): FeatureKey[] {
  return synonyms.flatMap((synonym) => {
    const other = numberOf(synonym);
    return other === undefined ? [] : keyOf("synonyms", Math.min(own, other), Math.max(own, other));
  });
}

import type { Analyzer } from "./analyze.ts";
import { CUE_NAMES, type Cue } from "./english.ts";

/** A text, as the terms it is made of and the sort of question it is. */
export interface ClassifiedText {
  terms: readonly string[];
  cues: readonly Cue[];
}

/** Names a feature by a number, since making and looking up as many strings would take most of the training. */
export type FeatureKey = number;

const KINDS = ["term", "synonyms", "pair", ...CUE_NAMES] as const;

/**
 * The features of a text: its terms, one name for each group of synonyms they belong to, the pairs of neighbours, and
 * each term with each cue, so that “what is an image” differs from “how do I get an image”; each once.
 * @param numbers of the terms that have features, from 0 on without a gap
 */
export function featureKeysOf(
  text: ClassifiedText,
  analyzer: Analyzer,
  numbers: ReadonlyMap<string, number>,
): FeatureKey[] {
  const keyOf = (kind: (typeof KINDS)[number], first: number, second = 0): FeatureKey =>
    (KINDS.indexOf(kind) * numbers.size + first) * numbers.size + second;
  const keysOf = (term: string, previous: string): FeatureKey[] => {
    const [own, before] = [numbers.get(term), numbers.get(previous)];
    if (own === undefined) return [];
    const synonyms = analyzer.synonyms(term).flatMap((synonym) => numbers.get(synonym) ?? []);
    return [
      keyOf("term", own),
      ...text.cues.map((cue) => keyOf(cue, own)),
      ...(before === undefined ? [] : [keyOf("pair", before, own)]),
      ...synonyms.map((other) => keyOf("synonyms", Math.min(own, other), Math.max(own, other))),
    ];
  };
  return [...new Set(text.terms.flatMap((term, position) => keysOf(term, text.terms[position - 1] ?? "")))];
}

/** Whether a feature is a single term. */
export function isTermKey(key: FeatureKey, termCount: number): boolean {
  return key < termCount ** 2;
}

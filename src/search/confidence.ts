import { SIGNALS, type Signal } from "./features.ts";
import type { Candidate } from "./rank.ts";
import type { Query } from "./understand.ts";

/** What tells whether the best candidate is right, and whether the question is within the pack at all. */
export const EVIDENCE = [
  "constant",
  /** Of the best candidate, among all. */
  "probability",
  "margin",
  "language",
  "coverage",
  "nearest",
  "worded",
  "bigrams",
  "focus",
  /** Share of what the question says that the best candidate accounts for. */
  "explained",
  /** The nearest phrasing, as far as the question is known at all. */
  "nearestExplained",
  /** The most telling known term that the best candidate lacks. */
  "unmatched",
  "unknownEnglish",
  "unknownNames",
  /** Share of the words that were taken for others. */
  "repaired",
  "domainMean",
  "domainMost",
  "domainLeast",
  "domainSum",
  /** Whether the question names the pack's subject. */
  "subject",
  /** Whether it has a word of asking at all. */
  "asking",
  "shortness",
] as const;

type Evidence = (typeof EVIDENCE)[number];

/** The evidence and all products of two pieces of it: a near phrasing, say, counts less beside many unknown words. */
export const PREDICTORS: readonly string[] = [...EVIDENCE, ...pairsOf(EVIDENCE).map(([a, b]) => `${a} × ${b}`)];

/** Predictor → weight; predictors without one do not count. */
export type PredictorWeights = Readonly<Record<string, number>>;

/** How much an unknown word counts beside known terms: as much as a term of a tenth of the entries. */
const UNKNOWN_WEIGHT = 2.3;
/** An idf that hardly any term exceeds, to bring idf weights between 0 and 1. */
const HIGH_IDF = 5;
/** Powers of ten that one word of the subject is worth at most, and a question at which its sum is half of what it can be. */
const DOMAIN_SCALE = 4;

/** What is known of a pack's subject. */
export interface Subject {
  /** Evidence of a word that the question is about the subject, in powers of ten. */
  evidence: (word: string) => number;
  /** The words that name the subject. */
  names: ReadonlySet<string>;
}

/** The evidence for a question and its candidates, best first, in the order of PREDICTORS. */
export function evidenceFor(query: Query, candidates: readonly Candidate[], subject: Subject): number[] {
  const [first, second] = candidates;
  const signal = (name: Signal): number => first?.features[SIGNALS.indexOf(name)] ?? 0;
  const known = query.terms.reduce((sum, { weight }) => sum + weight, 0);
  const english = UNKNOWN_WEIGHT * query.unknown.filter(({ isEnglish }) => isEnglish).length;
  const names = UNKNOWN_WEIGHT * (query.unknown.length - english / UNKNOWN_WEIGHT);
  const total = known + english + names || 1;
  const domain = [...query.terms, ...query.unknown].map(({ word }) => subject.evidence(word) / DOMAIN_SCALE);
  const domainSum = domain.reduce((sum, value) => sum + value, 0);
  const probability = first?.probability ?? 0;
  const evidence: Record<Evidence, number> = {
    constant: 1,
    probability,
    margin: probability - (second?.probability ?? 0),
    language: signal("language"),
    coverage: signal("coverage"),
    nearest: signal("nearest"),
    worded: signal("worded"),
    bigrams: signal("bigrams"),
    focus: signal("focus"),
    explained: (signal("coverage") * known) / total,
    nearestExplained: (signal("nearest") * known) / total,
    unmatched: Math.max(0, ...query.terms.map((term) => (first?.matches(term) ? 0 : term.weight))) / HIGH_IDF,
    unknownEnglish: english / total,
    unknownNames: names / total,
    repaired: query.repairs.size / (query.tokens.length || 1),
    domainMean: domainSum / (domain.length || 1),
    domainMost: Math.max(0, ...domain),
    domainLeast: Math.min(0, ...domain),
    domainSum: Math.tanh(domainSum / DOMAIN_SCALE),
    subject: query.tokens.some((token) => subject.names.has(token)) ? 1 : 0,
    asking: query.cues.length > 0 ? 1 : 0,
    shortness: 1 / (query.terms.length + query.unknown.length || 1),
  };
  const values = EVIDENCE.map((name) => evidence[name]);
  return [...values, ...productsOf(values)];
}

/** Gives the probability of evidence, by logistic regression. */
export function createLogistic(weights: PredictorWeights): (evidence: readonly number[]) => number {
  const vector = PREDICTORS.map((predictor) => weights[predictor] ?? 0);
  return (evidence) => {
    let sum = 0;
    for (let position = 0; position < vector.length; position++) {
      sum += (vector[position] ?? 0) * (evidence[position] ?? 0);
    }
    return 1 / (1 + Math.exp(-sum));
  };
}

/** All pairs but those with the first item, which is constant; an item makes a pair with itself too. */
function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.slice(1).flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));
}

/** The products of the pairs, in their order. A plain loop: it runs for every question. */
function productsOf(values: readonly number[]): number[] {
  const products: number[] = [];
  for (let first = 1; first < values.length; first++) {
    for (let second = first; second < values.length; second++) {
      products.push((values[first] ?? 0) * (values[second] ?? 0));
    }
  }
  return products;
}

import { tokensOf } from "../text/tokenize.ts";
import type { Meaning, Meant } from "./interpret.ts";
import type { Split } from "./parts.ts";

/** What tells whether a text is two questions, and each of them understood. */
export const PAIR_EVIDENCE = [
  "constant",
  /** Log odds that each part means its entry, and that the whole means one. */
  "firstConfidence",
  "secondConfidence",
  "wholeConfidence",
  /** Logarithms of the probability of each part's entry among its candidates. */
  "firstProbability",
  "secondProbability",
  /** Whether the first part reads like a question; if not, it may say what the second is about. */
  "firstAsks",
  /** Whether the second is said to come on top. */
  "secondAddsOn",
  /** Whether the second is hardly more than an afterthought. */
  "secondIsShort",
] as const;

type PairEvidence = (typeof PAIR_EVIDENCE)[number];

/** Words of a second part that says little by itself. */
const SHORT = 4;
/** Probabilities are told apart down to this one. */
const LEAST_PROBABILITY = 0.001;

/** A text read as two questions. */
interface TwoQuestions {
  one: Meaning;
  first: Meant;
  other: Meaning;
  second: Meant;
  whole: Meaning;
}

/** The values of the evidence, in the order of PAIR_EVIDENCE. */
export function pairPredictorsOf(split: Split, { one, first, other, second, whole }: TwoQuestions): number[] {
  const evidence: Record<PairEvidence, number> = {
    constant: 1,
    firstConfidence: logOdds(one.confidence),
    secondConfidence: logOdds(other.confidence),
    wholeConfidence: logOdds(whole.confidence),
    firstProbability: logOf(first.probability),
    secondProbability: logOf(second.probability),
    firstAsks: Number(split.firstAsks),
    secondAddsOn: Number(split.secondAddsOn),
    secondIsShort: Number(tokensOf(split.second).length <= SHORT),
  };
  return PAIR_EVIDENCE.map((name) => evidence[name]);
}

/** The logarithm of a probability that may be nothing. */
export function logOf(probability: number): number {
  return Math.log(Math.max(probability, LEAST_PROBABILITY));
}

function logOdds(probability: number): number {
  const bounded = Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, probability));
  return Math.log(bounded / (1 - bounded));
}

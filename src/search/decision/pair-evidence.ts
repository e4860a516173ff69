import { normalize } from "../text/normalize.ts";
import { tokenize } from "../text/tokenize.ts";
import type { Meaning, Meant } from "./meaning.ts";
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
  /** Whether one of the two is what the text means as a whole. */
  "holdsWhole",
  /** What stands between the parts. */
  "atAndQuestion",
  "atAnd",
  /** Whether the parts read like questions. */
  "firstAsks",
  "secondAsks",
  "bothAsk",
  /** Whether the second points back to something said before. */
  "pointsBack",
  /** Logarithm of the words of the first. */
  "length",
] as const;

type PairEvidence = (typeof PAIR_EVIDENCE)[number];

/** Probabilities are told apart down to this one. */
const LEAST_PROBABILITY = 0.001;

/** What a text means as one question. */
export type Understood = Pick<Meaning, "candidates" | "confidence">;

/** A text read as two questions. */
interface Reading {
  one: Understood;
  first: Meant;
  other: Understood;
  second: Meant;
  whole: Understood;
}

/** The values of the evidence, in the order of PAIR_EVIDENCE. */
export function pairPredictorsOf(split: Split, { one, first, other, second, whole }: Reading): number[] {
  const wholeEntry = whole.candidates[0]?.entry;
  const evidence: Record<PairEvidence, number> = {
    constant: 1,
    firstConfidence: logOdds(one.confidence),
    secondConfidence: logOdds(other.confidence),
    wholeConfidence: logOdds(whole.confidence),
    firstProbability: Math.log(Math.max(first.probability, LEAST_PROBABILITY)),
    secondProbability: Math.log(Math.max(second.probability, LEAST_PROBABILITY)),
    holdsWhole: Number(first.entry === wholeEntry || second.entry === wholeEntry),
    atAndQuestion: Number(split.joint === "andQuestion"),
    atAnd: Number(split.joint === "and"),
    firstAsks: Number(split.firstAsks),
    secondAsks: Number(split.secondAsks),
    bothAsk: Number(split.firstAsks && split.secondAsks),
    pointsBack: Number(split.secondPointsBack),
    length: Math.log(1 + tokenize(normalize(split.first)).length),
  };
  return PAIR_EVIDENCE.map((name) => evidence[name]);
}

function logOdds(probability: number): number {
  const bounded = Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, probability));
  return Math.log(bounded / (1 - bounded));
}

import type { Turn } from "../../core/conversation.ts";
import type { Entry } from "../../core/entry.ts";
import type { PairModel } from "../model.ts";
import { createLogistic } from "../numbers/logistic-regression.ts";
import type { Meaning, Meant } from "./interpret.ts";
import { logOf, PAIR_EVIDENCE, pairPredictorsOf } from "./pair-evidence.ts";
import { comparedSides, type Split, splitsOf } from "./parts.ts";

/** A reading of a text as two questions. */
export interface Pair {
  entries: readonly [Entry, Entry];
  /** Probability that the first is what the first part asks. */
  confidence: number;
  /** In the order of PAIR_EVIDENCE. */
  predictors: readonly number[];
}

/** Gives what a text means as one question, after some entries were shown. */
type MeaningOf = (text: string, before: Turn | undefined) => Meaning;

/** Finds the readings of a text as two questions. */
export type PairsIn = (text: string, before: Turn | undefined, whole: Meaning) => Pair[];

/**
 * Finds the two entries that answer a text better than the one that the whole of it means, if there are such.
 * @param isClear whether the text is clear as one question
 */
export type PairFor = (
  text: string,
  before: Turn | undefined,
  whole: Meaning,
  isClear: boolean,
) => Pick<Pair, "entries" | "confidence"> | undefined;

/** Confidence that the first of two parts needs, and each side of a comparison that no entry makes. */
const LEAST_CONFIDENCE = 0.5;
/** Confidence that one of the two needs: where both are guesses, so is that there are two. */
const CLEAR_CONFIDENCE = 0.7;
/** How much what the whole text may mean counts beside what its second part does, which may lean on the first. */
const WHOLE_SHARE = 0.5;

/** A second part that needs it is read as going on from the first; it hardly asks for the same again. */
export function createPairsIn(meaningOf: MeaningOf): PairsIn {
  return (text, before, whole) => {
    const pairAt = (split: Split): Pair[] => {
      const one = meaningOf(split.first, before);
      const [first] = one.candidates;
      if (!first || one.confidence < LEAST_CONFIDENCE) return [];
      const other = meaningOf(split.second, turnBefore(split, first.entry));
      const second = bestBut(first.entry, other, whole);
      if (!second || !isEitherClear(one, other)) return [];
      const predictors = pairPredictorsOf(split, { one, first, other, second, whole });
      return [{ entries: [first.entry, second.entry], confidence: one.confidence, predictors }];
    };
    return splitsOf(text).flatMap(pairAt);
  };
}

/** What a second part goes on from, where it does. */
function turnBefore({ first, secondGoesOn }: Split, entry: Entry): Turn | undefined {
  return secondGoesOn ? { question: first, entries: [entry], isAnswer: true } : undefined;
}

function isEitherClear(one: Meaning, other: Meaning): boolean {
  return Math.max(one.confidence, other.confidence) >= CLEAR_CONFIDENCE;
}

/** The candidate that a part and the whole that it belongs to speak for most, other than one entry. */
function bestBut(taken: Entry, part: Meaning, whole: Meaning): Meant | undefined {
  const byWhole = new Map(whole.candidates.map(({ entry, probability }) => [entry, probability]));
  const support = ({ entry, probability }: Meant): number =>
    logOf(probability) + WHOLE_SHARE * logOf(byWhole.get(entry) ?? 0);
  const [best] = part.candidates.filter(({ entry }) => entry !== taken).toSorted((a, b) => support(b) - support(a));
  return best;
}

/** For a question with two parts, as the model tells them, or a comparison that no entry makes. */
export function createPairFor(pairsIn: PairsIn, meaningOf: MeaningOf, { weights, threshold }: PairModel): PairFor {
  const probabilityOf = createLogistic(PAIR_EVIDENCE, weights);

  const bothParts = (text: string, before: Turn | undefined, whole: Meaning): Pair | undefined => {
    const [best] = pairsIn(text, before, whole)
      .map((pair) => ({ pair, probability: probabilityOf(pair.predictors) }))
      .sort((a, b) => b.probability - a.probability);
    return best && best.probability >= threshold ? best.pair : undefined;
  };

  /** For a comparison that no entry makes. */
  const bothSides = (text: string): ReturnType<PairFor> => {
    const [one, other] = comparedSides(text)?.map((side) => meaningOf(side, undefined)) ?? [];
    if (!one || !other || !isEitherClear(one, other)) return undefined;
    const confidence = Math.min(one.confidence, other.confidence);
    const [first, second] = [one.candidates[0]?.entry, other.candidates[0]?.entry];
    if (!first || !second || first === second || confidence < LEAST_CONFIDENCE) return undefined;
    return { entries: [first, second], confidence };
  };

  return (text, before, whole, isClear) => {
    const pair = bothParts(text, before, whole) ?? (isClear ? undefined : bothSides(text));
    // What the whole means comes first where that is surer than what the first part does.
    const isInOrder = !pair || pair.confidence >= whole.confidence || pair.entries[1] !== whole.candidates[0]?.entry;
    if (isInOrder) return pair;
    const [one, other] = pair.entries;
    return { entries: [other, one], confidence: whole.confidence };
  };
}

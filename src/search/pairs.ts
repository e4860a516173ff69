import type { Entry } from "../core/entry.ts";
import { pointsBack } from "./english.ts";
import { normalize } from "./normalize.ts";
import { comparedSides, type Split, splitsOf, squeezed } from "./parts.ts";
import { tokenize } from "./tokenize.ts";

/** An entry, and how probably it is the one meant. */
export interface Meant {
  entry: Entry;
  confidence: number;
}

export type Pair = readonly [Meant, Meant];

/**
 * Gives the entry that a text means, if it is clear enough.
 * @param shown entries that the conversation spoke of last
 * @param atLeast confidence that it takes
 */
export type Meaning = (text: string, shown: readonly Entry[], atLeast: number) => Meant | undefined;

/** Confidence that each part of a question with two parts needs; less than for a whole, since either may miss. */
const PART_CONFIDENCE = 0.4;
/** Confidence from which on two questions stand for themselves, whatever the text means as a whole. */
const CLEAR_PART_CONFIDENCE = 0.85;
/** Confidence that each part needs where the text may as well be one question. */
const LOOSE_PART_CONFIDENCE = 0.7;

/**
 * Finds two entries that together answer a text better than the one that answers the whole of it: for a question with two
 * parts, or for a comparison that no entry makes.
 */
export function createPairFor(meaning: Meaning) {
  const bothMeant = ({ first, second, areQuestions }: Split, shown: readonly Entry[]): Pair | undefined => {
    const atLeast = areQuestions ? PART_CONFIDENCE : LOOSE_PART_CONFIDENCE;
    const one = meaning(first, shown, atLeast);
    if (!one) return undefined;
    // The second part goes on from the first or, unless it points back, stands by itself; it hardly asks for the same again.
    const readings = pointsBack(tokenize(normalize(second))) ? [[one.entry]] : [[one.entry], []];
    const others = readings
      .flatMap((before) => meaning(second, before, atLeast) ?? [])
      .filter(({ entry }) => entry !== one.entry)
      .sort((a, b) => b.confidence - a.confidence);
    return pairOf(one, others[0]);
  };

  const bothParts = (text: string, shown: readonly Entry[], whole: Meant | undefined): Pair | undefined => {
    for (const split of splitsOf(text)) {
      const pair = bothMeant(split, shown);
      if (pair && (!whole || isIn(pair, whole) || (split.areQuestions && isClear(pair)))) return pair;
    }
    return undefined;
  };

  const bothSides = (text: string): Pair | undefined => {
    const [one, other] = comparedSides(text)?.map((side) => meaning(side, [], PART_CONFIDENCE)) ?? [];
    return one && pairOf(one, other);
  };

  /** @param whole what the text means as one question, if that is clear; where it is part of the pair, it comes first */
  return (asked: string, shown: readonly Entry[], whole: Meant | undefined): Pair | undefined => {
    const text = squeezed(asked);
    if (!whole) return bothParts(text, shown, whole) ?? bothSides(text);
    const [one, other] = bothParts(text, shown, whole) ?? [];
    return other?.entry === whole.entry && one ? [other, one] : one && pairOf(one, other);
  };
}

function pairOf(one: Meant, other: Meant | undefined): Pair | undefined {
  return other && other.entry !== one.entry ? [one, other] : undefined;
}

function isClear(pair: Pair): boolean {
  return pair.every(({ confidence }) => confidence >= CLEAR_PART_CONFIDENCE);
}

function isIn(pair: Pair, { entry }: Meant): boolean {
  return pair.some((meant) => meant.entry === entry);
}

import type { Steps } from "../../core/steps.ts";
import { everydayFrequency } from "../text/word-frequency.ts";
import { type Correction, createCorrections } from "./corrections.ts";
import { createSegmenter } from "./segments.ts";
import { createSimilarWords } from "./similar-words.ts";
import { createWordProbability } from "./word-probability.ts";

/** The words of a text, as they were meant. */
export interface Repaired {
  tokens: readonly string[];
  /** Words as typed → the words they were taken for, the last time where that differs. */
  repairs: ReadonlyMap<string, readonly string[]>;
}

/** Repairs the words of a text against those that a pack is written with; leaves alone what it cannot tell. */
export type Repair = (tokens: readonly string[]) => Repaired;

/** Shorter words are too like each other; longer ones are hashes and pasted noise. */
const REPAIRABLE = /^\p{L}{3,40}$/u;
/** A shorter word is no longer told by its halves. */
const SHORTEST_TORN = 5;
/** Cost, as a negative log probability, of a space typed within a word. */
const EXTRA_SPACE = 6;
/** Cost of an error that makes an English word of another, beyond that of any error. */
const WRONG_ENGLISH = 1.5;
/** Probability of a word that is in no word list, a name or a typo; a long one is less probable by e for every letter more. */
const UNSEEN = 4e-8;
const LONG = 12;

/** Log probability that a word the pack does not know is right as it is. */
function scoreAsTyped(word: string): number {
  const frequency = everydayFrequency(word);
  if (frequency > 0) return Math.log(Math.max(frequency, UNSEEN)) + WRONG_ENGLISH;
  return Math.log(UNSEEN) - Math.max(0, word.length - LONG);
}

/**
 * Repairs by the noisy channel: of what may have been meant, the likeliest counts, which is how probable the words are
 * where they stand, times how probable they are to come out as what was typed (Kernighan, Church & Gale, 1990,
 * https://aclanthology.org/C90-2036). An English word is left alone unless an error is likelier.
 *
 * @param counts the pack's words, with how often it uses each
 * @param texts its titles and phrasings, as words
 * @param everyday words of everyday talk that count as known, such as “what”
 */
export function* createRepair(
  counts: ReadonlyMap<string, number>,
  texts: Iterable<readonly string[]>,
  everyday: ReadonlySet<string>,
): Steps<Repair> {
  const knows = (word: string): boolean => counts.has(word) || everyday.has(word);
  const probability = createWordProbability(counts, texts, (word) =>
    everyday.has(word) ? everydayFrequency(word) : 0,
  );
  yield;
  const vocabulary = [...new Set([...counts.keys(), ...everyday])].filter((word) => /^\p{L}{3,}$/u.test(word));
  const similarWords = createSimilarWords(vocabulary, knows);
  const segment = createSegmenter(knows, probability);
  const correctionsOf = createCorrections(counts, similarWords, segment);

  /** Log probability of a correction between its neighbours, beside that of its neighbours without it. */
  const scoreOf = ({ words, cost }: Correction, previous: string | undefined, next: string | undefined): number => {
    let score = -cost;
    let before = previous;
    for (const word of words) {
      score += probability(word, before);
      before = word;
    }
    return next !== undefined && knows(next) ? score + probability(next, before) - probability(next) : score;
  };

  const meantBy = (word: string, previous: string | undefined, next: string | undefined) => {
    if (knows(word) || !REPAIRABLE.test(word)) return undefined;
    let best: { words: readonly string[] | undefined; score: number } = { words: undefined, score: scoreAsTyped(word) };
    for (const correction of correctionsOf(word)) {
      const score = scoreOf(correction, previous, next);
      if (score > best.score) best = { words: correction.words, score };
    }
    return best.words;
  };

  /**
   * The word of the pack that two neighbours are the halves of: “con tainer”, and “dock er”, since though both are words,
   * they hardly ever stand together.
   */
  const wordFrom = (half: string, next: string | undefined, previous: string | undefined): string | undefined => {
    if (next === undefined) return undefined;
    const whole = half + next;
    if (whole.length < SHORTEST_TORN || !counts.has(whole)) return undefined;
    const areWords = knows(half) && knows(next);
    const isLikelier =
      probability(whole, previous) - EXTRA_SPACE > probability(half, previous) + probability(next, half);
    return !areWords || isLikelier ? whole : undefined;
  };

  /** What is meant at the start of a text: how many words of it, and by which ones, if not as typed. */
  const readStart = ([word = "", next]: readonly string[], previous: string | undefined) => {
    const whole = wordFrom(word, next, previous);
    return whole === undefined
      ? { typed: word, length: 1, meant: meantBy(word, previous, next) }
      : { typed: `${word} ${next}`, length: 2, meant: [whole] };
  };

  return (words) => {
    const repairs = new Map<string, readonly string[]>();
    const tokens: string[] = [];
    for (let position = 0; position < words.length; ) {
      const { typed, length, meant } = readStart(words.slice(position, position + 2), tokens.at(-1));
      if (meant) repairs.set(typed, meant);
      tokens.push(...(meant ?? [typed]));
      position += length;
    }
    return { tokens, repairs };
  };
}

import { LRUCache } from "lru-cache";
import { editDistance } from "./edit-distance.ts";

/** What a word may have been meant as. */
export interface Correction {
  words: readonly string[];
  /** The negative log probability that the words come out as what was typed. */
  cost: number;
}

interface Respelling extends Correction {
  /** Typing errors in it. */
  errors: number;
}

/** Words whose corrections are remembered. */
const REMEMBERED_WORDS = 5000;
/** Longer words are several run together, if they are words. */
const LONGEST_MISTYPED = 24;
/** Letters of either of two words run together, where one of them is mistyped: there is little to tell shorter ones by. */
const SHORTEST_JOINED = 4;
/** Cost of a wrong first letter, beyond that of any error: people rarely miss it. */
const WRONG_INITIAL = 1.5;
/** Cost of a missed space. */
const MISSED_SPACE = 1;

/** Cost of one typing error: in a longer word an error leaves more of the word to know it by. */
function errorCost(word: string): number {
  if (word.length <= 3) return 11;
  if (word.length <= 5) return 7;
  return word.length <= 7 ? 5 : 4;
}

/**
 * Gives what a word that is not known may have been meant as: a word like it, several run together, or two run together
 * one of which is mistyped (“dockercompse”).
 *
 * @param counts the pack's words
 * @param similarWords words that may have been meant by another
 * @param segment the known words that make up a text
 */
export function createCorrections(
  counts: ReadonlyMap<string, number>,
  similarWords: (word: string) => readonly string[],
  segment: (text: string) => readonly string[],
): (word: string) => readonly Correction[] {
  const respellings = (word: string): Respelling[] =>
    similarWords(word).map((similar) => {
      const errors = editDistance(word, similar);
      const cost = errors * errorCost(similar) + (similar[0] === word[0] ? 0 : WRONG_INITIAL);
      return { words: [similar], errors, cost };
    });

  /** One of the words has to be a word of the pack. */
  const runTogether = (word: string): Correction[] => {
    const words = segment(word);
    const isOfPack = words.some((part) => part.length > 2 && counts.has(part));
    return words.length > 1 && isOfPack ? [{ words, cost: MISSED_SPACE * (words.length - 1) }] : [];
  };

  /** One of two words is a word of the pack, the other one is mistyped. */
  const runTogetherMistyped = (word: string): Correction[] =>
    halvesOf(word).flatMap(([head, tail]) => [
      ...(counts.has(head) ? respellings(tail).map(({ words, cost }) => joined([head, ...words], cost)) : []),
      ...(counts.has(tail) ? respellings(head).map(({ words, cost }) => joined([...words, tail], cost)) : []),
    ]);

  const correctionsOf = (word: string): Correction[] => {
    if (word.length > LONGEST_MISTYPED) return runTogether(word);
    const corrected = respellings(word);
    // A word with a single error in it is hardly two words with another one.
    const isOneWord = corrected.some(({ errors }) => errors === 1);
    return [...corrected, ...runTogether(word), ...(isOneWord ? [] : runTogetherMistyped(word))];
  };

  const remembered = new LRUCache({ max: REMEMBERED_WORDS, memoMethod: correctionsOf });
  return (word) => remembered.memo(word);
}

/** The ways in which a text may be two words run together. */
function halvesOf(text: string): [head: string, tail: string][] {
  const places = Math.max(0, text.length - 2 * SHORTEST_JOINED + 1);
  return Array.from({ length: places }, (_, index) => [
    text.slice(0, SHORTEST_JOINED + index),
    text.slice(SHORTEST_JOINED + index),
  ]);
}

function joined(words: readonly string[], cost: number): Correction {
  return { words, cost: MISSED_SPACE + cost };
}

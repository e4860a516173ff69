import type { Classifier } from "./classifier.ts";
import { compareWith } from "./comparison.ts";
import { FEATURES, featuresOf } from "./features.ts";
import type { EntryIndex } from "./index-entries.ts";
import { retrieve } from "./retrieve.ts";
import { valueAt } from "./sparse-matrix.ts";
import type { Query, QueryTerm } from "./understand.ts";

/** Feature → weight; features without one do not count. */
export type RankingWeights = Readonly<Record<string, number>>;

/**
 * What a conversation adds to an entry's score, in log odds: people rarely ask for the entry they have before them, and
 * often for one that it leads to.
 */
const CONTEXT_SCORES = { previous: -0.4, related: 0.3 };

/** Entries that a question points back to, and those they lead to, by their numbers. */
export interface Context {
  previous: ReadonlySet<number>;
  related: ReadonlySet<number>;
}

/** An entry that may answer the question. */
export interface Candidate {
  /** Number of the entry in the index. */
  entry: number;
  features: Float64Array;
  /** Whether the entry's phrasings or keywords hold the term, or one that means the same. */
  matches(term: QueryTerm): boolean;
  score: number;
  /** Probability that it is the one meant, given that one of the candidates is. */
  probability: number;
}

/**
 * The candidates for a question, best first. Scores are linear in the features, and probabilities are their softmax,
 * which is how the weights are fitted: a conditional logit (McFadden, 1974) over the candidates of each phrasing.
 */
export function rank(
  index: EntryIndex,
  classifier: Classifier,
  query: Query,
  weights: RankingWeights,
  context?: Context,
): Candidate[] {
  const vector = FEATURES.map((feature) => weights[feature] ?? 0);
  const classified = classifier({ terms: query.stems, cues: query.cues });
  const comparison = compareWith(index, query);
  const candidates = retrieve(index, query.terms).map((entry) => {
    const features = featuresOf(comparison, entry, classified?.[entry] ?? 0);
    const score =
      features.reduce((sum, value, position) => sum + value * (vector[position] ?? 0), 0) +
      contextScore(entry, context);
    const matches = ({ variants }: QueryTerm): boolean =>
      variants.some(({ term }) => valueAt(index.profile, entry, term) > 0 || valueAt(index.keywords, entry, term) > 0);
    return { entry, features, matches, score, probability: 0 };
  });
  candidates.sort((a, b) => b.score - a.score || a.entry - b.entry);
  const highest = candidates[0]?.score ?? 0;
  const total = candidates.reduce((sum, { score }) => sum + Math.exp(score - highest), 0);
  for (const candidate of candidates) candidate.probability = Math.exp(candidate.score - highest) / total;
  return candidates;
}

function contextScore(entry: number, context: Context | undefined): number {
  if (context?.previous.has(entry)) return CONTEXT_SCORES.previous;
  return context?.related.has(entry) ? CONTEXT_SCORES.related : 0;
}

import type { Classifier } from "./classifier.ts";
import { createCompare } from "./comparison.ts";
import { FEATURES, featuresOf } from "./features.ts";
import type { EntryIndex } from "./index-entries.ts";
import { createRetrieve } from "./retrieve.ts";
import { doubleAt, hasCell } from "./sparse-matrix.ts";
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

/** Gives the candidates for a question, best first. */
export type Rank = (query: Query, context: Context) => Candidate[];

/**
 * Ranks the entries of an index. Scores are linear in the features, and probabilities are their softmax, which is how
 * the weights are fitted: a conditional logit (McFadden, 1974) over the candidates of each phrasing.
 */
export function createRank(index: EntryIndex, classifier: Classifier, weights: RankingWeights): Rank {
  const vector = Float64Array.from(FEATURES, (feature) => weights[feature] ?? 0);
  const retrieve = createRetrieve(index);
  const compare = createCompare(index);
  const holds = (entry: number, term: number): boolean =>
    hasCell(index.profile, entry, term) || hasCell(index.keywords, entry, term);

  return (query, context) => {
    const classified = classifier({ terms: query.stems, cues: query.cues });
    const comparison = compare(query);
    const candidates = retrieve(query.terms).map((entry): Candidate => {
      const features = featuresOf(comparison, entry, classified?.[entry] ?? 0);
      return {
        entry,
        features,
        matches: ({ variants }) => variants.some(({ term }) => holds(entry, term)),
        score: dot(features, vector) + contextScore(entry, context),
        probability: 0,
      };
    });
    candidates.sort((a, b) => b.score - a.score || a.entry - b.entry);
    const highest = candidates[0]?.score ?? 0;
    const total = candidates.reduce((sum, { score }) => sum + Math.exp(score - highest), 0);
    for (const candidate of candidates) candidate.probability = Math.exp(candidate.score - highest) / total;
    return candidates;
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let position = 0; position < a.length; position++) sum += doubleAt(a, position) * doubleAt(b, position);
  return sum;
}

function contextScore(entry: number, { previous, related }: Context): number {
  if (previous.has(entry)) return CONTEXT_SCORES.previous;
  return related.has(entry) ? CONTEXT_SCORES.related : 0;
}

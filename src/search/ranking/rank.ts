import type { EntryIndex } from "../index/index-entries.ts";
import type { Weights } from "../numbers/logistic-regression.ts";
import { doubleAt } from "../numbers/typed-arrays.ts";
import type { Query } from "../query/understand.ts";
import type { Candidate } from "./candidate.ts";
import { createCompare } from "./comparison.ts";
import type { ConversationContext } from "./context-signals.ts";
import { FEATURES, featuresOf } from "./features.ts";
import { createRetrieve } from "./retrieve.ts";

/**
 * Gives the candidates for a question, best first.
 * @param classified the classifier's score of each entry, if there is one
 * @param context of the conversation, where the question is read as going on from it
 */
export type Rank = (
  query: Query,
  classified: Float64Array | undefined,
  context: ConversationContext | undefined,
) => Candidate[];

/**
 * Prepares the ranking of an index's entries, by whatever weights. Scores are linear in the features, and probabilities
 * are their softmax, which is how the weights are fitted: a conditional logit (McFadden, 1974) over the candidates of each
 * phrasing.
 */
export function createRankBy(index: EntryIndex): (weights: Weights) => Rank {
  const retrieve = createRetrieve(index);
  const compare = createCompare(index);
  return (weights) => {
    const vector = Float64Array.from(FEATURES, (feature) => weights[feature] ?? 0);
    return (query, classified, context) => {
      const comparison = compare(query);
      const found = new Set([...retrieve(query.terms, classified), ...(context?.candidates ?? [])]);
      const candidates = Array.from(found, (entry): Candidate => {
        const features = featuresOf(comparison, entry, classified?.[entry] ?? 0, context);
        return { entry, features, score: dot(features, vector), probability: 0 };
      });
      candidates.sort((a, b) => b.score - a.score || a.entry - b.entry);
      const highest = candidates[0]?.score ?? 0;
      const total = candidates.reduce((sum, { score }) => sum + Math.exp(score - highest), 0);
      for (const candidate of candidates) candidate.probability = Math.exp(candidate.score - highest) / total;
      return candidates;
    };
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let position = 0; position < a.length; position++) sum += doubleAt(a, position) * doubleAt(b, position);
  return sum;
}

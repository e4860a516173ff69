import type { Classified } from "../classifier/classifier.ts";
import type { JudgeModel } from "../model.ts";
import { createLogistic, type Weights } from "../numbers/logistic-regression.ts";
import type { Query } from "../query/understand.ts";
import type { Found } from "../ranking/candidate.ts";
import type { ConversationContext } from "../ranking/context-signals.ts";
import type { Rank } from "../ranking/rank.ts";
import { evidenceFor, type Subject } from "./evidence.ts";
import { PREDICTORS, predictorsOf } from "./predictors.ts";

/** What was found for a question, and what it rests on. */
export interface Judgement extends Found {
  /** The weights that ranked them. */
  ranking: Weights;
  /** What the probabilities come from, in the order of PREDICTORS. */
  predictors: Float64Array;
  /** The model that it was judged by. */
  model: JudgeModel;
}

/**
 * Judges what answers a question.
 * @param classified what the classifier makes of it, where the pack has one
 * @param context of the conversation, where the question is read as going on from one
 */
export type Judge = (query: Query, classified: Classified | undefined, context?: ConversationContext) => Judgement;

/** Ranks the entries of a pack by a model, and gives the probabilities that go with it. */
export function createJudge(
  subject: Subject,
  rankBy: (weights: Weights) => Rank,
  model: JudgeModel,
  isClassified: boolean,
): Judge {
  const ranking = isClassified ? model.ranking : model.rankingUnclassified;
  const rank = rankBy(ranking);
  const confidenceOf = createLogistic(PREDICTORS, model.confidence);
  const scopeOf = createLogistic(PREDICTORS, model.scope);
  return (query, classified, context) => {
    const candidates = rank(query, classified?.scores, context);
    const predictors = predictorsOf(evidenceFor(query, { candidates, classified, context }, subject));
    const isFound = candidates.length > 0;
    return {
      candidates,
      ranking,
      predictors,
      confidence: isFound ? confidenceOf(predictors) : 0,
      scope: isFound ? scopeOf(predictors) : 0,
      model,
    };
  };
}

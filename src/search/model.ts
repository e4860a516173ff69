import { createRequire } from "node:module";
import type { Weights } from "./numbers/logistic-regression.ts";

/**
 * Everything about the engine that is fitted to data rather than chosen; `npm run fit` makes it anew. It holds no word of
 * any subject, so that it serves every pack.
 */
export interface Model {
  /** For questions by themselves. */
  alone: JudgeModel;
  /** For questions that go on from a conversation, of which more has to be guessed. */
  inConversation: JudgeModel;
  pairs: PairModel;
}

/** What a question is judged by. */
export interface JudgeModel {
  ranking: Weights;
  /** The same for packs without a classifier. */
  rankingUnclassified: Weights;
  /** Weights for the probability that the best candidate is right. */
  confidence: Weights;
  /** Weights for the probability that the question is one that the pack answers. */
  scope: Weights;
  thresholds: Thresholds;
}

/** What a text is taken for two questions by. */
export interface PairModel {
  /** Weights for the probability that it is two, and both are understood. */
  weights: Weights;
  /** Probability from which on it is. */
  threshold: number;
}

export interface Thresholds {
  /** Confidence from which on the best candidate is the answer, if the question is as good as in scope. */
  answer: number;
  /** Probability of being in scope from which on it is: to answer what is about something else is worse than to suggest. */
  answerScope: number;
  /** Probability of being in scope from which on a question gets at least suggestions. */
  suggest: number;
}

export const MODEL: Model = createRequire(import.meta.url)("./model.json");

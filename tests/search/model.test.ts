import { describe, expect, it } from "vitest";
import { PREDICTORS } from "../../src/search/assessment/predictors.ts";
import { PAIR_EVIDENCE } from "../../src/search/decision/pair-evidence.ts";
import { type JudgeModel, MODEL } from "../../src/search/model.ts";
import type { Weights } from "../../src/search/numbers/logistic-regression.ts";
import { FEATURES } from "../../src/search/ranking/features.ts";

/** The names that have a weight, but are none of those given. */
const strangersAmong = (weights: Weights, names: readonly string[]): string[] =>
  Object.keys(weights).filter((name) => !names.includes(name));

describe("the model", () => {
  it("has no weight for what the engine does not know, which would count for nothing without a word", () => {
    const strangers = ({ ranking, rankingUnclassified, confidence, scope }: JudgeModel): string[] => [
      ...strangersAmong(ranking, FEATURES),
      ...strangersAmong(rankingUnclassified, FEATURES),
      ...strangersAmong(confidence, PREDICTORS),
      ...strangersAmong(scope, PREDICTORS),
    ];
    expect(strangers(MODEL.alone)).toEqual([]);
    expect(strangers(MODEL.inConversation)).toEqual([]);
    expect(strangersAmong(MODEL.pairs.weights, PAIR_EVIDENCE)).toEqual([]);
  });
});

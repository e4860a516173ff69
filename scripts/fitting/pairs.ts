import { PAIR_EVIDENCE } from "../../src/search/decision/pair-evidence.ts";
import { createEngine } from "../../src/search/engine.ts";
import type { Model, PairModel } from "../../src/search/model.ts";
import { createLogistic } from "../../src/search/numbers/logistic-regression.ts";
import type { Subject } from "../evaluation/questions.ts";
import { lowest, named } from "./numbers.ts";
import { fitLogistic, type Observation } from "./regression.ts";

/**
 * Shares of the development questions that may be taken for two at most: of those that are one, where an entry would be
 * shown that does not answer it, and of those to decline.
 */
const MOST_SINGLES = 0.045;
const MOST_DECLINED = 0.004;

/** A development question in its readings as two, but for those of which both entries answer it as one question. */
interface Divided {
  isTwo: boolean;
  isInScope: boolean;
  readings: Observation[];
}

/** Fits what a text is taken for two questions by. */
export function fitPairs(subjects: readonly Subject[], model: Model): PairModel {
  const divided = subjects.flatMap((subject) => dividedQuestions(subject, model));
  const observations = divided.flatMap(({ readings }) => readings);
  const weights = named(PAIR_EVIDENCE, fitLogistic(observations, PAIR_EVIDENCE.length));
  const probabilityOf = createLogistic(PAIR_EVIDENCE, weights);
  const shareTaken = (questions: readonly Divided[], threshold: number): number =>
    questions.filter(({ readings }) => readings.some(({ predictors }) => probabilityOf(predictors) >= threshold))
      .length / questions.length;
  const singles = divided.filter(({ isTwo, isInScope }) => isInScope && !isTwo);
  const declined = divided.filter(({ isInScope }) => !isInScope);
  const threshold = lowest(
    (at) => shareTaken(singles, at) <= MOST_SINGLES && shareTaken(declined, at) <= MOST_DECLINED,
  );
  return { weights, threshold };
}

function dividedQuestions({ pack, sets: { inScope, offTopic } }: Subject, model: Model): Divided[] {
  const engine = createEngine(pack, model);
  const divide = (text: string, expect: readonly string[], isTwo: boolean): Divided => {
    const readings = engine.pairsIn(text).map(({ entries, predictors }): Observation => {
      const ids = entries.map(({ id }) => id);
      const isTrue = isTwo ? expect.every((id) => ids.includes(id)) : ids.every((id) => expect.includes(id));
      return { predictors, isTrue, weight: 1 };
    });
    const isInScope = expect.length > 0;
    return { isTwo, isInScope, readings: isTwo ? readings : readings.filter(({ isTrue }) => !isTrue) };
  };
  return [
    ...inScope.dev.map(({ ask, expect, all }) => divide(ask, expect, all)),
    ...offTopic.dev.map(({ ask }) => divide(ask, [], false)),
  ];
}

import { PREDICTORS } from "../../src/search/assessment/predictors.ts";
import { MOST_TRAINING } from "../../src/search/classifier/samples.ts";
import type { JudgeModel, Model, Thresholds } from "../../src/search/model.ts";
import { createLogistic, type Weights } from "../../src/search/numbers/logistic-regression.ts";
import { FEATURES } from "../../src/search/ranking/features.ts";
import type { Subject } from "../evaluation/questions.ts";
import { choicesAlone, choicesInConversation, choicesWithout } from "./choices.ts";
import { lowest, named } from "./numbers.ts";
import { type Choice, fitChoice, fitLogistic, type Observation } from "./regression.ts";
import { type Trial, trialsAlone, trialsInConversation, unclassifiedVariantsOf, variantsOf } from "./trials.ts";

/** Shares of the development questions that the thresholds may cost at most: of those within the subject, and of others. */
interface Cost {
  wronglyAnswered: number;
  offTopicAnswered: number;
  offTopicShown: number;
}

const COST_ALONE: Cost = { wronglyAnswered: 0.018, offTopicAnswered: 0.007, offTopicShown: 0.065 };
const COST_IN_CONVERSATION: Cost = { wronglyAnswered: 0.035, offTopicAnswered: 0.02, offTopicShown: 0.14 };

/** Where a question is asked. */
type Setting = "alone" | "inConversation";

/** What it is judged by is fitted to. */
interface Material {
  choices(subject: Subject, model: Model): Choice[];
  trials(subject: Subject, model: Model, mostTraining: number): Trial[];
  most: Cost;
}

const MATERIAL: Readonly<Record<Setting, Material>> = {
  alone: { choices: choicesAlone, trials: trialsAlone, most: COST_ALONE },
  inConversation: { choices: choicesInConversation, trials: trialsInConversation, most: COST_IN_CONVERSATION },
};

/** Fits what questions are judged by in a setting: ranking, probabilities, thresholds. */
export function fitJudge(setting: Setting, subjects: readonly Subject[], model: Model): JudgeModel {
  const { choices, trials, most } = MATERIAL[setting];
  const allChoices = subjects.flatMap((subject) => choices(subject, model));
  const rankings = {
    ranking: fitRanking(allChoices),
    // Fitted to the same choices, without the signal that large packs lack.
    rankingUnclassified: fitRanking(choicesWithout(allChoices, ["classifier"])),
  };
  const ranked: Model = { ...model, [setting]: { ...model[setting], ...rankings } };
  const trialsAsTheyAre = subjects.flatMap((subject) => trials(subject, ranked, MOST_TRAINING));
  const allTrials = [
    ...trialsAsTheyAre,
    ...subjects.flatMap(variantsOf).flatMap((subject) => trials(subject, ranked, MOST_TRAINING)),
    ...subjects.flatMap(unclassifiedVariantsOf).flatMap((subject) => trials(subject, ranked, 0)),
  ];
  const confidence = fitProbability(allTrials, ({ isRight }) => isRight);
  const scope = fitProbability(allTrials, ({ isInScope }) => isInScope);
  const thresholds = fitThresholds(trialsAsTheyAre, { confidence, scope }, most);
  return { ...rankings, confidence, scope, thresholds };
}

function fitRanking(choices: readonly Choice[]): Weights {
  const weights = fitChoice(choices, FEATURES.length);
  return named(FEATURES, weights);
}

function fitProbability(trials: readonly Trial[], isTrue: (trial: Trial) => boolean): Weights {
  const observations: Observation[] = trials.map((trial) => ({ ...trial, isTrue: isTrue(trial) }));
  const weights = fitLogistic(observations, PREDICTORS.length);
  return named(PREDICTORS, weights);
}

/**
 * The lowest thresholds under which the trials cost no more than they may: confidence tells a wrong answer, and scope one
 * to a question that is about something else.
 */
function fitThresholds(
  trials: readonly Trial[],
  { confidence, scope }: Pick<JudgeModel, "confidence" | "scope">,
  most: Cost,
): Thresholds {
  const confidenceOf = createLogistic(PREDICTORS, confidence);
  const scopeOf = createLogistic(PREDICTORS, scope);
  const answer = lowest((threshold) => {
    const isWrong = ({ predictors, isRight }: Trial): boolean => confidenceOf(predictors) >= threshold && !isRight;
    return share(inScope(trials), isWrong) <= most.wronglyAnswered;
  });
  const isSure = ({ predictors }: Trial): boolean => confidenceOf(predictors) >= answer;
  /** Of what is off topic, how much of some is taken to be in scope. */
  const taken = (some: (trial: Trial) => boolean, threshold: number): number =>
    share(offTopic(trials), (trial) => some(trial) && scopeOf(trial.predictors) >= threshold);
  return {
    answer,
    answerScope: lowest((threshold) => taken(isSure, threshold) <= most.offTopicAnswered),
    suggest: lowest((threshold) => taken(() => true, threshold) <= most.offTopicShown),
  };
}

const inScope = (trials: readonly Trial[]): Trial[] => trials.filter(({ isInScope }) => isInScope);
const offTopic = (trials: readonly Trial[]): Trial[] => trials.filter(({ isInScope }) => !isInScope);

function share(trials: readonly Trial[], test: (trial: Trial) => boolean): number {
  return trials.filter(test).length / trials.length;
}

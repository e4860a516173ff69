import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { MOST_TRAINING } from "../src/search/classifier.ts";
import { createLogistic, PREDICTORS } from "../src/search/confidence.ts";
import { FEATURES } from "../src/search/features.ts";
import { MODEL, type Model, type Thresholds } from "../src/search/model.ts";
import { choicesWithout, rankingChoices } from "./evaluation/choices.ts";
import { readQuestionSets, type Subject } from "./evaluation/questions.ts";
import { type Choice, fitChoice, fitLogistic, type Observation } from "./evaluation/regression.ts";
import {
  type Trial,
  trialsAlone,
  trialsContinued,
  trialsOf,
  unclassifiedVariantsOf,
  variantsOf,
} from "./evaluation/trials.ts";

/**
 * Fits everything in `src/search/model.json`, to packs of different subjects and sizes at once: the ranking to their own
 * phrasings, each asked of a pack that lacks it, and to the development questions; the probabilities and thresholds to the
 * development questions. The held-out questions play no part. `--from probabilities` and `--from thresholds` keep
 * what comes before.
 */

const STAGES = ["ranking", "probabilities", "thresholds"];
const { values: options } = parseArgs({ options: { from: { type: "string", default: "ranking" } } });
const firstStage = STAGES.indexOf(options.from);
if (firstStage < 0) throw new Error(`--from takes one of ${STAGES.join(", ")}`);
const isFitted = (stage: string): boolean => STAGES.indexOf(stage) >= firstStage;

const LOGISTIC_PENALTY = 0.0003;
/** Shares of the development questions that the thresholds may cost at most: of those within the subject, and of others. */
interface Cost {
  wronglyAnswered: number;
  offTopicAnswered: number;
  offTopicShown: number;
}

const COST_ALONE: Cost = { wronglyAnswered: 0.02, offTopicAnswered: 0.015, offTopicShown: 0.08 };
const COST_IN_CONVERSATION: Cost = { wronglyAnswered: 0.03, offTopicAnswered: 0.015, offTopicShown: 0.12 };
/** Folders of the packs that are fitted to. */
const FOLDERS = ["knowledge", "examples"];
const MODEL_FILE = path.join(import.meta.dirname, "../src/search/model.json");

function fitRanking(choices: readonly Choice[]): Model["ranking"] {
  const weights = fitChoice(choices, FEATURES.length);
  return Object.fromEntries(FEATURES.map((feature, index) => [feature, rounded(weights[index])]));
}

/** Both rankings: the one for packs without a classifier is fitted to the same choices, without its signal. */
function fitRankings(subjects: readonly Subject[]): Pick<Model, "ranking" | "rankingUnclassified"> {
  const choices = subjects.flatMap(rankingChoices);
  return {
    ranking: fitRanking(choices),
    rankingUnclassified: fitRanking(choicesWithout(choices, ["classifier"])),
  };
}

function fitProbability(trials: readonly Trial[], isTrue: (trial: Trial) => boolean): Model["confidence"] {
  const observations: Observation[] = trials.map((trial) => ({ ...trial, isTrue: isTrue(trial) }));
  const weights = fitLogistic(observations, PREDICTORS.length, LOGISTIC_PENALTY);
  return Object.fromEntries(PREDICTORS.map((name, index) => [name, rounded(weights[index])]));
}

/** The lowest thresholds under which the trials cost no more than they may. */
function fitThresholds(trials: readonly Trial[], model: Model, most: Cost): Thresholds {
  const confidenceOf = createLogistic(model.confidence);
  const scopeOf = createLogistic(model.scope);
  return {
    answer: lowest((threshold) => {
      const isAnswered = ({ predictors }: Trial): boolean => confidenceOf(predictors) >= threshold;
      const isWrong = (trial: Trial): boolean => isAnswered(trial) && !trial.isRight;
      return (
        share(inScope(trials), isWrong) <= most.wronglyAnswered &&
        share(offTopic(trials), isAnswered) <= most.offTopicAnswered
      );
    }),
    suggest: lowest((threshold) => {
      const isShown = ({ predictors }: Trial): boolean => scopeOf(predictors) >= threshold;
      return share(offTopic(trials), isShown) <= most.offTopicShown;
    }),
  };
}

const inScope = (trials: readonly Trial[]): Trial[] => trials.filter(({ isInScope }) => isInScope);
const offTopic = (trials: readonly Trial[]): Trial[] => trials.filter(({ isInScope }) => !isInScope);

function share(trials: readonly Trial[], test: (trial: Trial) => boolean): number {
  return trials.filter(test).length / trials.length;
}

/** The lowest threshold, in hundredths, that is high enough; the highest where none is. */
function lowest(isHighEnough: (threshold: number) => boolean): number {
  const steps = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);
  return steps.find(isHighEnough) ?? 0.99;
}

function rounded(value: number | undefined): number {
  return Math.round((value ?? 0) * 1000) / 1000;
}

const subjects = FOLDERS.flatMap((folder) => loadKnowledge(folder)).map(
  (pack): Subject => ({ pack, sets: readQuestionSets(path.join("tests/questions", pack.name)) }),
);
let model: Model = isFitted("ranking") ? { ...MODEL, ...fitRankings(subjects) } : MODEL;
if (isFitted("probabilities")) {
  const fitted = model;
  const trials = [
    ...subjects.flatMap(variantsOf).flatMap((subject) => trialsOf(subject, fitted, MOST_TRAINING)),
    ...subjects.flatMap(unclassifiedVariantsOf).flatMap((subject) => trialsOf(subject, fitted, 0)),
  ];
  model = {
    ...model,
    confidence: fitProbability(trials, ({ isRight }) => isRight),
    scope: fitProbability(trials, ({ isInScope }) => isInScope),
  };
}
const alone = subjects.flatMap((subject) => trialsAlone(subject, model));
const continued = subjects.flatMap((subject) => trialsContinued(subject, model));
model = {
  ...model,
  thresholds: {
    alone: fitThresholds(alone, model, COST_ALONE),
    inConversation: fitThresholds(continued, model, COST_IN_CONVERSATION),
  },
};
writeFileSync(MODEL_FILE, `${JSON.stringify(model, null, 2)}\n`);
console.log(`Wrote ${path.relative(".", MODEL_FILE)}: ${JSON.stringify(model.thresholds)}`);

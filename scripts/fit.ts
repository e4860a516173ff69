import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { MOST_TRAINING } from "../src/search/classifier.ts";
import { createLogistic, PREDICTORS, type PredictorWeights } from "../src/search/confidence.ts";
import { FEATURES } from "../src/search/features.ts";
import { type JudgeModel, MODEL, type Model, type Thresholds } from "../src/search/model.ts";
import type { RankingWeights } from "../src/search/rank.ts";
import { choicesAlone, choicesInConversation, choicesWithout } from "./evaluation/choices.ts";
import { readQuestionSets, type Subject } from "./evaluation/questions.ts";
import { type Choice, fitChoice, fitLogistic, type Observation } from "./evaluation/regression.ts";
import {
  type Trial,
  trialsAlone,
  trialsInConversation,
  unclassifiedVariantsOf,
  variantsOf,
} from "./evaluation/trials.ts";

/**
 * Fits everything in `src/search/model.json`, to packs of different subjects and sizes at once: the rankings to their own
 * phrasings, each asked of a pack that lacks it, to the development questions and conversations; the probabilities and
 * thresholds to the development questions and conversations. The held-out ones play no part. `--only alone` and
 * `--only inConversation` keep the other half.
 */

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

/** What one half of the model is fitted to. */
interface Material {
  choices(subject: Subject, model: Model): Choice[];
  trials(subject: Subject, model: Model, mostTraining: number): Trial[];
  most: Cost;
}

/** What a conversation is judged by rests on what its questions say alone, so that this is fitted first. */
const MATERIAL: Readonly<Record<keyof Model, Material>> = {
  alone: { choices: choicesAlone, trials: trialsAlone, most: COST_ALONE },
  inConversation: { choices: choicesInConversation, trials: trialsInConversation, most: COST_IN_CONVERSATION },
};

const HALVES = Object.keys(MATERIAL) as (keyof Model)[];

/** Fits one half of a model, and keeps the other. */
function withFitted(half: keyof Model, model: Model, subjects: readonly Subject[]): Model {
  const { choices, trials, most } = MATERIAL[half];
  const withHalf = (fitted: Partial<JudgeModel>): Model => ({ ...model, [half]: { ...model[half], ...fitted } });
  const allChoices = subjects.flatMap((subject) => choices(subject, model));
  const rankings = {
    ranking: fitRanking(allChoices),
    // Fitted to the same choices, without the signal that large packs lack.
    rankingUnclassified: fitRanking(choicesWithout(allChoices, ["classifier"])),
  };
  const ranked = withHalf(rankings);
  const allTrials = [
    ...subjects.flatMap(variantsOf).flatMap((subject) => trials(subject, ranked, MOST_TRAINING)),
    ...subjects.flatMap(unclassifiedVariantsOf).flatMap((subject) => trials(subject, ranked, 0)),
  ];
  const confidence = fitProbability(allTrials, ({ isRight }) => isRight);
  const scope = fitProbability(allTrials, ({ isInScope }) => isInScope);
  const trialsAsTheyAre = subjects.flatMap((subject) => trials(subject, ranked, MOST_TRAINING));
  const thresholds = fitThresholds(trialsAsTheyAre, { confidence, scope }, most);
  return withHalf({ ...rankings, confidence, scope, thresholds });
}

function fitRanking(choices: readonly Choice[]): RankingWeights {
  const weights = fitChoice(choices, FEATURES.length);
  return named(FEATURES, weights);
}

function fitProbability(trials: readonly Trial[], isTrue: (trial: Trial) => boolean): PredictorWeights {
  const observations: Observation[] = trials.map((trial) => ({ ...trial, isTrue: isTrue(trial) }));
  const weights = fitLogistic(observations, PREDICTORS.length, LOGISTIC_PENALTY);
  return named(PREDICTORS, weights);
}

/** The lowest thresholds under which the trials cost no more than they may. */
function fitThresholds(
  trials: readonly Trial[],
  { confidence, scope }: Pick<JudgeModel, "confidence" | "scope">,
  most: Cost,
): Thresholds {
  const confidenceOf = createLogistic(confidence);
  const scopeOf = createLogistic(scope);
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

/** The weights that count, in thousandths, by their names. */
function named(names: readonly string[], weights: Float64Array): Record<string, number> {
  const rounded = names.map((name, index): [string, number] => [name, Math.round((weights[index] ?? 0) * 1000) / 1000]);
  return Object.fromEntries(rounded.filter(([, weight]) => weight !== 0));
}

const { values: options } = parseArgs({ options: { only: { type: "string" } } });
const halves = HALVES.filter((half) => half === (options.only ?? half));
if (halves.length === 0) throw new Error(`--only takes one of ${HALVES.join(", ")}`);
const subjects = FOLDERS.flatMap((folder) => loadKnowledge(folder)).map(
  (pack): Subject => ({ pack, sets: readQuestionSets(path.join("tests/questions", pack.name)) }),
);
const model = halves.reduce((fitted, half) => withFitted(half, fitted, subjects), MODEL);
writeFileSync(MODEL_FILE, `${JSON.stringify(model, null, 2)}\n`);
for (const half of halves) console.log(`${half}: ${JSON.stringify(model[half].thresholds)}`);

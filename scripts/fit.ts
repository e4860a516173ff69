import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Pack } from "../src/core/pack.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { createLogistic, PREDICTORS } from "../src/search/confidence.ts";
import { createEngine, type Engine } from "../src/search/engine.ts";
import { FEATURES } from "../src/search/features.ts";
import { MODEL, type Model } from "../src/search/model.ts";
import { phrasingChoices, questionChoices } from "./evaluation/choices.ts";
import { type QuestionSets, readQuestionSets } from "./evaluation/questions.ts";
import { fitChoice, fitLogistic, type Observation } from "./evaluation/regression.ts";

/**
 * Fits everything in `src/search/model.json`, to packs of different subjects and sizes at once: the ranking to their own
 * phrasings, each asked of a pack that lacks it, and to the development questions; the probabilities and thresholds to the
 * development questions. The held-out questions play no part.
 */

const RANKING_PENALTY = 0.01;
const LOGISTIC_PENALTY = 0.001;
/** A phrasing asked of a pack that lacks it is harder than a real question, so it counts less in the probabilities. */
const PHRASING_WEIGHT = 0.05;
/** Shares of the development questions that the thresholds may cost at most. */
const MOST_WRONGLY_ANSWERED = 0.02;
const MOST_OFF_TOPIC_ANSWERED = 0.012;
const MOST_OFF_TOPIC_SUGGESTED = 0.09;
/** Tag of questions about the subject that no entry answered when they were written: neither in scope nor off topic. */
const BEYOND = "beyond";

/** Folders of the packs that are fitted to. */
const FOLDERS = ["knowledge", "examples"];
const MODEL_FILE = path.join(import.meta.dirname, "../src/search/model.json");

/** A pack with the questions that it is measured with. */
interface Subject {
  pack: Pack;
  sets: QuestionSets;
}

function fitRanking(subjects: readonly Subject[]): Model["ranking"] {
  const choices = subjects.flatMap(({ pack, sets }) => [
    ...phrasingChoices(pack, PHRASING_WEIGHT),
    ...questionChoices(pack, sets.inScope.dev),
  ]);
  const weights = fitChoice(choices, FEATURES.length, RANKING_PENALTY);
  return Object.fromEntries(FEATURES.map((feature, index) => [feature, rounded(weights[index])]));
}

interface Judged {
  evidence: readonly number[];
  isInScope: boolean;
  isRight: boolean;
  weight: number;
}

function judge(engine: Engine, text: string, expected: readonly string[], weight: number): Judged {
  const { candidates, evidence } = engine.assess(text);
  const first = engine.pack.entries[candidates[0]?.entry ?? -1]?.id ?? "";
  return { evidence, isInScope: expected.length > 0, isRight: expected.includes(first), weight };
}

/** Judges the development questions that a pack answers, and those that are to be declined. */
function judgeAll({ pack, sets: { inScope, offTopic } }: Subject, model: Model): Judged[] {
  const engine = createEngine(pack, model);
  const asked = inScope.dev.filter(({ all }) => !all);
  const strange = offTopic.dev.filter(({ tags }) => !tags.includes(BEYOND));
  // Every pack counts as much as any other, and as much with what it declines as with what it answers.
  return [
    ...asked.map(({ ask, expect }) => judge(engine, ask, expect, 1 / asked.length)),
    ...strange.map(({ ask }) => judge(engine, ask, [], 1 / strange.length)),
  ];
}

function fitProbability(judged: readonly Judged[], isTrue: (judged: Judged) => boolean): Model["confidence"] {
  const observations: Observation[] = judged.map((item) => ({ ...item, isTrue: isTrue(item) }));
  const weights = fitLogistic(observations, PREDICTORS.length, LOGISTIC_PENALTY);
  return Object.fromEntries(PREDICTORS.map((name, index) => [name, rounded(weights[index])]));
}

/** The lowest threshold under which the development questions are still wrongly answered rarely enough. */
function fitThresholds(dev: readonly Judged[], model: Model): Model["thresholds"] {
  const confidenceOf = createLogistic(model.confidence);
  const scopeOf = createLogistic(model.scope);
  const inScope = dev.filter(({ isInScope }) => isInScope);
  const offTopic = dev.filter(({ isInScope }) => !isInScope);
  const sum = (items: readonly Judged[]): number => items.reduce((total, { weight }) => total + weight, 0);
  const share = (items: readonly Judged[], test: (item: Judged) => boolean): number =>
    sum(items.filter(test)) / sum(items);
  const steps = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);
  const answer = steps.find((threshold) => {
    const isAnswered = (item: Judged): boolean => confidenceOf(item.evidence) >= threshold;
    return (
      share(inScope, (item) => isAnswered(item) && !item.isRight) <= MOST_WRONGLY_ANSWERED &&
      share(offTopic, isAnswered) <= MOST_OFF_TOPIC_ANSWERED
    );
  });
  const suggest = steps.find(
    (threshold) => share(offTopic, (item) => scopeOf(item.evidence) >= threshold) <= MOST_OFF_TOPIC_SUGGESTED,
  );
  return { answer: answer ?? 0.99, suggest: suggest ?? 0.99 };
}

function rounded(value: number | undefined): number {
  return Math.round((value ?? 0) * 1000) / 1000;
}

const subjects = FOLDERS.flatMap((folder) => loadKnowledge(folder)).map(
  (pack): Subject => ({ pack, sets: readQuestionSets(path.join("tests/questions", pack.name)) }),
);
let model: Model = { ...MODEL, ranking: fitRanking(subjects) };
const judged = subjects.flatMap((subject) => judgeAll(subject, model));
model = {
  ...model,
  confidence: fitProbability(judged, ({ isRight }) => isRight),
  scope: fitProbability(judged, ({ isInScope }) => isInScope),
};
model = { ...model, thresholds: fitThresholds(judged, model) };
writeFileSync(MODEL_FILE, `${JSON.stringify(model, null, 2)}\n`);
console.log(`Wrote ${path.relative(".", MODEL_FILE)}: ${JSON.stringify(model.thresholds)}`);

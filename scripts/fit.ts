import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Pack } from "../src/core/pack.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { logistic, PREDICTORS } from "../src/search/confidence.ts";
import { createEngine, type Engine } from "../src/search/engine.ts";
import { FEATURES } from "../src/search/features.ts";
import { MODEL, type Model } from "../src/search/model.ts";
import { leaveOneOut } from "./evaluation/leave-one-out.ts";
import { type QuestionSets, readQuestionSets } from "./evaluation/questions.ts";
import { type Choice, fitChoice, fitLogistic, type Observation } from "./evaluation/regression.ts";

/**
 * Fits everything in `src/search/model.json`: the ranking to the pack's own phrasings, each asked of a pack that lacks it,
 * and the probabilities and thresholds to the development questions. The held-out questions play no part.
 */

const RANKING_PENALTY = Number(process.env["RP"] ?? 0.01);
const LOGISTIC_PENALTY = 0.001;
/** A phrasing asked of a pack that lacks it is harder than a real question, so it counts less in the probabilities. */
const PHRASING_WEIGHT = Number(process.env["PW"] ?? 0.05);
/** Shares of the development questions that the thresholds may cost at most. */
const MOST_WRONGLY_ANSWERED = 0.03;
const MOST_OFF_TOPIC_ANSWERED = 0.015;
const MOST_OFF_TOPIC_SUGGESTED = 0.1;
/** Tag of questions about the subject that no entry answered when they were written: neither in scope nor off topic. */
const BEYOND = "beyond";

const MODEL_FILE = path.join(import.meta.dirname, "../src/search/model.json");

function choiceFor(engine: Engine, text: string, expected: readonly string[], weight: number): Choice {
  const { candidates } = engine.assess(text);
  return {
    candidates: candidates.map(({ features }) => features),
    isRight: candidates.map(({ entry }) => expected.includes(engine.pack.entries[entry]?.id ?? "")),
    weight,
  };
}

function fitRanking(pack: Pack, { inScope }: QuestionSets): Model["ranking"] {
  const phrasings = leaveOneOut(pack).flatMap(({ pack: reduced, heldOut }) => {
    const engine = createEngine(reduced);
    return heldOut.map(({ text, entry }) => choiceFor(engine, text, [entry.id], PHRASING_WEIGHT));
  });
  const engine = createEngine(pack);
  const questions = inScope.dev.filter(({ all }) => !all).map(({ ask, expect }) => choiceFor(engine, ask, expect, 1));
  const weights = fitChoice([...phrasings, ...questions], FEATURES.length, RANKING_PENALTY);
  return Object.fromEntries(FEATURES.map((feature, index) => [feature, rounded(weights[index])]));
}

interface Judged {
  evidence: readonly number[];
  isInScope: boolean;
  isRight: boolean;
  weight: number;
}

function judge(engine: Engine, text: string, expected: readonly string[], weight = 1): Judged {
  const { candidates, evidence } = engine.assess(text);
  const first = engine.pack.entries[candidates[0]?.entry ?? -1]?.id ?? "";
  return { evidence, isInScope: expected.length > 0, isRight: expected.includes(first), weight };
}

function judgeEverything(
  pack: Pack,
  model: Model,
  { inScope, offTopic }: QuestionSets,
): { dev: Judged[]; all: Judged[] } {
  const engine = createEngine(pack, model);
  const dev = [
    ...inScope.dev.filter(({ all }) => !all).map(({ ask, expect }) => judge(engine, ask, expect)),
    ...offTopic.dev.filter(({ tags }) => !tags.includes(BEYOND)).map(({ ask }) => judge(engine, ask, [])),
  ];
  const phrasings = leaveOneOut(pack).flatMap(({ pack: reduced, heldOut }) => {
    const reducedEngine = createEngine(reduced, model);
    return heldOut.map(({ text, entry }) => judge(reducedEngine, text, [entry.id], PHRASING_WEIGHT));
  });
  return { dev, all: [...dev, ...phrasings] };
}

function fitProbability(judged: readonly Judged[], isTrue: (judged: Judged) => boolean): Model["confidence"] {
  const observations: Observation[] = judged.map((item) => ({ ...item, isTrue: isTrue(item) }));
  const weights = fitLogistic(observations, PREDICTORS.length, LOGISTIC_PENALTY);
  return Object.fromEntries(PREDICTORS.map((name, index) => [name, rounded(weights[index])]));
}

/** The lowest threshold under which the development questions are still wrongly answered rarely enough. */
function fitThresholds(dev: readonly Judged[], model: Model): Model["thresholds"] {
  const probability = (weights: Model["confidence"], { evidence }: Judged): number => logistic(weights, evidence);
  const inScope = dev.filter(({ isInScope }) => isInScope);
  const offTopic = dev.filter(({ isInScope }) => !isInScope);
  const share = (items: readonly Judged[], test: (item: Judged) => boolean): number =>
    items.filter(test).length / items.length;
  const steps = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);
  const answer = steps.find((threshold) => {
    const isAnswered = (item: Judged): boolean => probability(model.confidence, item) >= threshold;
    return (
      share(inScope, (item) => isAnswered(item) && !item.isRight) <= MOST_WRONGLY_ANSWERED &&
      share(offTopic, isAnswered) <= MOST_OFF_TOPIC_ANSWERED
    );
  });
  const suggest = steps.find(
    (threshold) => share(offTopic, (item) => probability(model.scope, item) >= threshold) <= MOST_OFF_TOPIC_SUGGESTED,
  );
  return { answer: answer ?? 0.99, suggest: suggest ?? 0.99 };
}

function rounded(value: number | undefined): number {
  return Math.round((value ?? 0) * 1000) / 1000;
}

const [pack] = loadKnowledge("knowledge");
if (!pack) throw new Error("There is no pack to fit to.");
const sets = readQuestionSets(path.join("tests/questions", pack.name));
let model: Model = { ...MODEL, ranking: fitRanking(pack, sets) };
const { dev, all } = judgeEverything(pack, model, sets);
model = {
  ...model,
  confidence: fitProbability(all, ({ isRight }) => isRight),
  scope: fitProbability(all, ({ isInScope }) => isInScope),
};
model = { ...model, thresholds: fitThresholds(dev, model) };
writeFileSync(MODEL_FILE, `${JSON.stringify(model, null, 2)}\n`);
console.log(`Wrote ${path.relative(".", MODEL_FILE)}: ${JSON.stringify(model.thresholds)}`);

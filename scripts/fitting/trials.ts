import { createEngine, type Engine } from "../../src/search/engine.ts";
import type { Model } from "../../src/search/model.ts";
import type { Subject } from "../evaluation/questions.ts";
import { aloneTurns, continuedTurns, STRAYED_WEIGHT, strayedTurns, type Turn } from "./turns.ts";

/** A development question as an engine reads it. */
export interface Trial {
  predictors: Float64Array;
  isInScope: boolean;
  /** Whether the first candidate is right. */
  isRight: boolean;
  weight: number;
}

/** The development questions by themselves. */
export function trialsAlone(subject: Subject, model: Model, mostTraining: number): Trial[] {
  return judged(aloneTurns(subject), createEngine(subject.pack, model, mostTraining), 1);
}

/** The last turns of the development conversations, and questions that have nothing to do with them. */
export function trialsInConversation(subject: Subject, model: Model, mostTraining: number): Trial[] {
  const engine = createEngine(subject.pack, model, mostTraining);
  return [
    ...judged(continuedTurns(subject.sets.followUps.dev, engine), engine, 1),
    ...judged(strayedTurns(subject), engine, STRAYED_WEIGHT),
  ];
}

/** What is to be answered counts as much altogether as what is to be declined. */
function judged(turns: readonly Turn[], engine: Engine, total: number): Trial[] {
  const answered = turns.filter(({ expect }) => expect.length > 0).length;
  return turns.map(({ text, before, expect }) => {
    const { candidates, predictors } = engine.assess(text, before);
    const first = engine.pack.entries[candidates[0]?.entry ?? -1]?.id ?? "";
    const isInScope = expect.length > 0;
    const weight = total / (isInScope ? answered : turns.length - answered);
    return { predictors, isInScope, isRight: expect.includes(first), weight };
  });
}

/**
 * A subject as it might also have been: a pack of a quarter of the entries, a pack whose author found a quarter of the
 * phrasings, and each without examples of what it declines. The probabilities are to hold for packs of any size.
 */
export function variantsOf(subject: Subject): Subject[] {
  const sized = [...(subject.pack.entries.length >= 100 ? [smallVariantOf(subject)] : []), thinVariantOf(subject)];
  return [...sized, ...[subject, ...sized].map((variant) => ({ ...variant, pack: { ...variant.pack, declined: [] } }))];
}

/** The same for packs without a classifier, which are large ones, and hardly any of which has many phrasings an entry. */
export function unclassifiedVariantsOf(subject: Subject): Subject[] {
  return [alone(subject), thinVariantOf(subject)];
}

function smallVariantOf(subject: Subject): Subject {
  const entries = subject.pack.entries.filter((_, index) => index % 4 === 0);
  return alone({ ...subject, pack: { ...subject.pack, entries } });
}

function thinVariantOf(subject: Subject): Subject {
  const entries = subject.pack.entries.map((entry) => ({
    ...entry,
    questions: entry.questions.filter((_, index) => index % 4 === 0),
  }));
  return alone({ ...subject, pack: { ...subject.pack, entries } });
}

/** A subject with its questions alone, without its conversations. */
function alone({ pack, sets }: Subject): Subject {
  return { pack, sets: { ...sets, followUps: { dev: [], heldOut: [] } } };
}

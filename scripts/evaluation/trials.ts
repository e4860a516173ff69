import { createEngine, type Engine } from "../../src/search/engine.ts";
import type { Model } from "../../src/search/model.ts";
import { type LastTurn, lastTurnOf } from "./conversations.ts";
import type { Subject } from "./questions.ts";

/** A development question as an engine reads it. */
export interface Trial {
  predictors: readonly number[];
  isInScope: boolean;
  /** Whether the first candidate is right. */
  isRight: boolean;
  weight: number;
}

/** Something typed, with the ids of the entries that answer it. */
interface Turn extends LastTurn {
  expect: readonly string[];
}

/** Tag of questions about the subject that no entry answered when they were written: neither in scope nor off topic. */
const BEYOND = "beyond";
/** What conversations count beside questions by themselves. */
const CONVERSATION_WEIGHT = 0.5;
/** One in so many questions is also asked in the midst of a conversation about something else. */
const STRIDE = 4;

/** The development questions by themselves. */
export function trialsAlone(subject: Subject, model: Model): Trial[] {
  return judged(aloneTurns(subject), createEngine(subject.pack, model), 1);
}

/** The last turns of the development conversations. */
export function trialsContinued(subject: Subject, model: Model): Trial[] {
  const engine = createEngine(subject.pack, model);
  return judged(continuedTurns(subject, engine), engine, 1);
}

/**
 * The development questions by themselves, those that go on from a conversation, and those that have nothing to do with it.
 * @param mostTraining as for the engine; with 0 there is no classifier
 */
export function trialsOf(subject: Subject, model: Model, mostTraining: number): Trial[] {
  const engine = createEngine(subject.pack, model, mostTraining);
  const byThemselves = aloneTurns(subject);
  const continued = continuedTurns(subject, engine);
  const { entries } = subject.pack;
  const strayed = byThemselves
    .filter((_, index) => index % STRIDE === 0)
    .map((turn, index): Turn => ({ ...turn, shown: entries.slice(index % entries.length).slice(0, 1) }));
  return [
    ...judged(byThemselves, engine, 1),
    ...judged(continued, engine, CONVERSATION_WEIGHT),
    // The engine reads them by themselves as well, and goes by that where it is clear.
    ...judged(
      continued.map((turn) => ({ ...turn, shown: [] })),
      engine,
      CONVERSATION_WEIGHT / 2,
    ),
    ...judged(strayed, engine, CONVERSATION_WEIGHT / 2),
  ];
}

function continuedTurns({ sets: { followUps } }: Subject, engine: Engine): Turn[] {
  return followUps.dev.map((conversation) => ({ ...lastTurnOf(conversation, engine), expect: conversation.expect }));
}

function aloneTurns({ pack, sets: { inScope, offTopic } }: Subject): Turn[] {
  const ids = new Set(pack.entries.map(({ id }) => id));
  const asked = inScope.dev.filter(({ all, expect }) => !all && expect.some((id) => ids.has(id)));
  const strange = offTopic.dev.filter(({ tags }) => !tags.includes(BEYOND));
  return [
    ...asked.map(({ ask, expect }) => ({ text: ask, shown: [], expect })),
    ...strange.map(({ ask }) => ({ text: ask, shown: [], expect: [] })),
  ];
}

/** What is to be answered counts as much altogether as what is to be declined. */
function judged(turns: readonly Turn[], engine: Engine, total: number): Trial[] {
  const answered = turns.filter(({ expect }) => expect.length > 0).length;
  return turns.map(({ text, shown, expect }) => {
    const { candidates, predictors } = engine.assess(text, shown);
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
  return [
    subject,
    ...sized,
    ...[subject, ...sized].map((variant) => ({ ...variant, pack: { ...variant.pack, declined: [] } })),
  ];
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

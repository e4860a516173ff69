import type { Pack } from "../../src/core/pack.ts";
import { createEngine, type Engine } from "../../src/search/engine.ts";
import type { Model } from "../../src/search/model.ts";
import { type LastTurn, lastTurnOf } from "./conversations.ts";
import type { QuestionSets, Subject } from "./questions.ts";

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

/** The development questions by themselves, those that go on from a conversation, and those that have nothing to do with it. */
export function trialsOf(subject: Subject, model: Model): Trial[] {
  const engine = createEngine(subject.pack, model);
  const alone = aloneTurns(subject);
  const { followUps } = subject.sets;
  const continued = followUps.dev.map((conversation) => ({
    ...lastTurnOf(conversation, engine),
    expect: conversation.expect,
  }));
  const { entries } = subject.pack;
  const strayed = alone
    .filter((_, index) => index % STRIDE === 0)
    .map((turn, index): Turn => ({ ...turn, shown: entries.slice(index % entries.length).slice(0, 1) }));
  return [
    ...judged(alone, engine, 1),
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
export function variantsOf({ pack, sets }: Subject): Subject[] {
  const small: Pack = { ...pack, entries: pack.entries.filter((_, index) => index % 4 === 0) };
  const thin: Pack = {
    ...pack,
    entries: pack.entries.map((entry) => ({
      ...entry,
      questions: entry.questions.filter((_, index) => index % 4 === 0),
    })),
  };
  const { inScope, offTopic } = sets;
  const withoutConversations: QuestionSets = { inScope, offTopic, followUps: { dev: [], heldOut: [] } };
  const shrunken = pack.entries.length >= 100 ? [{ pack: small, sets: withoutConversations }] : [];
  const sized = [...shrunken, { pack: thin, sets: withoutConversations }];
  return [
    { pack, sets },
    ...sized,
    ...[{ pack, sets }, ...sized].map((subject) => ({ ...subject, pack: { ...subject.pack, declined: [] } })),
  ];
}

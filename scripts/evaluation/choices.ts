import type { Pack } from "../../src/core/pack.ts";
import { createEngine, type Engine } from "../../src/search/engine.ts";
import { type LastTurn, lastTurnOf } from "./conversations.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import type { AskedQuestion, Conversation } from "./questions.ts";
import type { Choice } from "./regression.ts";

/** What there was to choose from for a text, and which of it is right. */
export function choiceFor(
  engine: Engine,
  { text, shown }: LastTurn,
  expected: readonly string[],
  weight: number,
): Choice {
  const { candidates } = engine.assess(text, shown);
  return {
    candidates: candidates.map(({ features }) => features),
    isRight: candidates.map(({ entry }) => expected.includes(engine.pack.entries[entry]?.id ?? "")),
    weight,
  };
}

/** One phrasing in so many is enough to fit the ranking to. */
const STRIDE = 3;

/** A share of a pack's phrasings, each asked of a pack that lacks it. */
export function phrasingChoices(pack: Pack, weight: number): Choice[] {
  const folds = leaveOneOut(pack).filter((_, index) => index % STRIDE === 0);
  return folds.flatMap(({ pack: reduced, heldOut }) => {
    const engine = createEngine(reduced);
    return heldOut.map(({ text, entry }) => choiceFor(engine, { text, shown: [] }, [entry.id], weight));
  });
}

/** Questions about one thing; those with two parts have no one right entry. */
export function questionChoices(pack: Pack, questions: readonly AskedQuestion[]): Choice[] {
  const engine = createEngine(pack);
  return questions
    .filter(({ all }) => !all)
    .map(({ ask, expect }) => choiceFor(engine, { text: ask, shown: [] }, expect, 1));
}

/** The last turns of conversations that are to be answered. */
export function conversationChoices(pack: Pack, conversations: readonly Conversation[]): Choice[] {
  const engine = createEngine(pack);
  return conversations
    .filter(({ expect }) => expect.length > 0)
    .map((conversation) => choiceFor(engine, lastTurnOf(conversation, engine), conversation.expect, 1));
}

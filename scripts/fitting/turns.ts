import type { Engine } from "../../src/search/engine.ts";
import { type LastTurn, lastTurnOf } from "../evaluation/conversations.ts";
import type { Subject } from "../evaluation/questions.ts";

/** Something typed, with the ids of the entries that answer it: none where it is to be declined. */
export interface Turn extends LastTurn {
  expect: readonly string[];
}

/** Tag of questions about the subject that no entry answered when they were written: neither in scope nor off topic. */
const BEYOND = "beyond";
/** What a question out of the blue counts beside one that goes on from a conversation, since it is rarer. */
export const STRAYED_WEIGHT = 0.5;
/** One in so many questions is also asked in the midst of a conversation about something else. */
const STRIDE = 4;

/** The development questions by themselves; those with two parts have no one right entry. */
export function aloneTurns({ pack, sets: { inScope, offTopic } }: Subject): Turn[] {
  const ids = new Set(pack.entries.map(({ id }) => id));
  const asked = inScope.dev.filter(({ all, expect }) => !all && expect.some((id) => ids.has(id)));
  const strange = offTopic.dev.filter(({ tags }) => !tags.includes(BEYOND));
  return [
    ...asked.map(({ ask, expect }) => ({ text: ask, shown: [], expect })),
    ...strange.map(({ ask }) => ({ text: ask, shown: [], expect: [] })),
  ];
}

/** The last turns of the development conversations. */
export function continuedTurns({ sets: { followUps } }: Subject, engine: Engine): Turn[] {
  return followUps.dev.map((conversation) => ({ ...lastTurnOf(conversation, engine), expect: conversation.expect }));
}

/** Development questions in the midst of conversations that they have nothing to do with. */
export function strayedTurns(subject: Subject): Turn[] {
  const { entries } = subject.pack;
  return aloneTurns(subject)
    .filter((_, index) => index % STRIDE === 0)
    .map((turn, index) => ({ ...turn, shown: entries.slice(index % entries.length).slice(0, 1) }));
}

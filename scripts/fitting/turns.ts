import type { LastShown } from "../../src/core/conversation.ts";
import type { Entry } from "../../src/core/entry.ts";
import type { Pack } from "../../src/core/pack.ts";
import type { Engine } from "../../src/search/engine.ts";
import { type LastTurn, lastTurnOf } from "../evaluation/conversations.ts";
import type { Conversation, Subject } from "../evaluation/questions.ts";

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
    ...asked.map(({ ask, expect }) => ({ text: ask, before: undefined, expect })),
    ...strange.map(({ ask }) => ({ text: ask, before: undefined, expect: [] })),
  ];
}

/** The last turns of conversations. */
export function continuedTurns(conversations: readonly Conversation[], engine: Engine): Turn[] {
  return conversations.map((conversation) => ({ ...lastTurnOf(conversation, engine), expect: conversation.expect }));
}

/** Development questions in the midst of conversations that they have nothing to do with. */
export function strayedTurns(subject: Subject): Turn[] {
  const { entries } = subject.pack;
  return aloneTurns(subject)
    .filter((_, index) => index % STRIDE === 0)
    .map((turn, index) => ({ ...turn, before: shownOf(subject.pack, entries[index % entries.length]) }));
}

/** A conversation that has shown an entry to somebody who asked for it by one of its phrasings. */
function shownOf({ name }: Pack, entry: Entry | undefined): LastShown | undefined {
  return entry && { question: entry.questions[0] ?? entry.title, pack: name, ids: [entry.id], isAnswer: true };
}

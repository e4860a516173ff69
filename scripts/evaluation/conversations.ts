import type { Answer } from "../../src/core/answer.ts";
import { type LastShown, lastShownAfter } from "../../src/core/conversation.ts";
import type { Entry } from "../../src/core/entry.ts";
import type { Engine } from "../../src/search/engine.ts";
import type { Conversation } from "./questions.ts";

/** The last turn of a conversation, and what the conversation had shown by then. */
export interface LastTurn {
  text: string;
  shown: readonly Entry[];
}

/** Holds a conversation with an engine up to its last turn, as the bot would. */
export function lastTurnOf({ turns }: Conversation, engine: Engine): LastTurn {
  let last: LastShown | undefined;
  for (const turn of turns.slice(0, -1)) last = lastShownAfter(engine.answer(turn, last?.ids), last);
  const shown = last?.ids.flatMap((shownId) => engine.pack.entries.find(({ id }) => id === shownId) ?? []) ?? [];
  return { text: turns.at(-1) ?? "", shown };
}

/** Ids of the entries that an answer shows, best first. */
export function shownIds(answer: Answer): string[] {
  return answer.kind === "no-answer" ? [] : answer.entries.map(({ id }) => id);
}

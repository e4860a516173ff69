import type { Answer } from "../../src/core/answer.ts";
import { type LastShown, lastShownAfter } from "../../src/core/conversation.ts";
import type { Engine } from "../../src/search/engine.ts";
import type { Conversation } from "./questions.ts";

/** The last turn of a conversation, and what the conversation had shown by then. */
export interface LastTurn {
  text: string;
  before: LastShown | undefined;
}

/** Holds a conversation with an engine up to its last turn, as the bot would. */
export function lastTurnOf({ turns }: Conversation, engine: Engine): LastTurn {
  let before: LastShown | undefined;
  for (const turn of turns.slice(0, -1)) {
    const { answer, asked } = engine.decide(turn, before);
    before = lastShownAfter(asked, answer, before);
  }
  return { text: turns.at(-1) ?? "", before };
}

/** Ids of the entries that an answer shows, best first. */
export function shownIds(answer: Answer): string[] {
  return answer.kind === "no-answer" ? [] : answer.entries.map(({ id }) => id);
}

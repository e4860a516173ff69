import type { Answer } from "../../src/core/answer.ts";
import type { Entry } from "../../src/core/entry.ts";
import type { Engine } from "../../src/search/engine.ts";
import { shownIds } from "./metrics.ts";
import type { Conversation } from "./questions.ts";

/** The last turn of a conversation, and what the conversation had shown by then. */
export interface LastTurn {
  text: string;
  shown: readonly Entry[];
}

/** Holds a conversation with an engine up to its last turn, as the bot would. */
export function lastTurnOf({ turns }: Conversation, engine: Engine): LastTurn {
  let ids: string[] = [];
  for (const turn of turns.slice(0, -1)) ids = remembered(engine.answer(turn, ids), ids);
  return { text: turns.at(-1) ?? "", shown: engine.pack.entries.filter(({ id }) => ids.includes(id)) };
}

function remembered(answer: Answer, before: string[]): string[] {
  return answer.kind === "answer" || before.length === 0 ? shownIds(answer) : before;
}

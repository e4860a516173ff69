import type { Answer } from "./answer.ts";
import type { Entry } from "./entry.ts";

/** Something asked before, and the entries shown for it, which a question may go on from. */
export interface Turn {
  question: string;
  /** Best first. */
  entries: readonly Entry[];
}

/** What a conversation has shown last. */
export interface LastShown {
  /** What was asked. */
  question: string;
  /** Name of the pack that the entries are of. */
  pack: string;
  /** Their ids, best first. */
  ids: readonly string[];
  /** Whether they were the answer, rather than suggestions. */
  isAnswer: boolean;
}

/**
 * What a conversation has shown last once an answer is given. A question without an answer
 * leaves it as it was, and what is only suggested does not take the place of what was answered.
 */
export function lastShownAfter(question: string, answer: Answer, before: LastShown | undefined): LastShown | undefined {
  if (answer.kind === "no-answer" || (answer.kind === "suggestions" && before?.isAnswer)) return before;
  const ids = answer.entries.map(({ id }) => id);
  return { question, pack: answer.pack.name, ids, isAnswer: answer.kind === "answer" };
}

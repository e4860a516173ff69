import type { Answer } from "./answer.ts";

/** What a conversation has shown last, which a question in it may go on from. */
export interface LastShown {
  /** Name of their pack. */
  pack: string;
  /** Ids of the entries, best first. */
  ids: readonly string[];
  /** Whether they were the answer, rather than suggestions. */
  isAnswer: boolean;
}

/**
 * What a conversation has shown last once an answer is given. A question without an answer
 * leaves it as it was, and what is only suggested does not take the place of what was answered.
 */
export function lastShownAfter(answer: Answer, before: LastShown | undefined): LastShown | undefined {
  if (answer.kind === "no-answer" || (answer.kind === "suggestions" && before?.isAnswer)) return before;
  return { pack: answer.pack.name, ids: answer.entries.map(({ id }) => id), isAnswer: answer.kind === "answer" };
}

import type { Answer } from "./answer.ts";
import type { Entry } from "./entry.ts";

/** A question asked before and the entries shown for it, for follow-up questions. */
export interface Turn {
  question: string;
  /** Best first. */
  entries: readonly Entry[];
  /** Whether they were the answer, rather than suggestions. */
  isAnswer: boolean;
}

/** What a conversation has shown last, by ids, which outlive a reload of the packs. */
export interface LastShown {
  /** What was asked in full, as far as it was understood. */
  question: string;
  /** Name of the pack that the entries belong to. */
  pack: string;
  /** Their ids, best first. */
  ids: readonly string[];
  /** Whether they were the answer, rather than suggestions. */
  isAnswer: boolean;
}

/** What a conversation has shown last after this answer. “No answer” changes nothing. */
export function lastShownAfter(question: string, answer: Answer, before: LastShown | undefined): LastShown | undefined {
  if (answer.kind === "no-answer") return before;
  const ids = answer.entries.map(({ id }) => id);
  return { question, pack: answer.pack.name, ids, isAnswer: answer.kind === "answer" };
}

import { isQuestion } from "../../core/question.ts";
import type { Repair, Repaired } from "../spelling/spelling.ts";
import type { Analyzer } from "../text/analyze.ts";

/** Characters and words looked at, a bound on the work that one question can cause. */
const MAX_CHARACTERS = 4000;
const MAX_TOKENS = 150;

/** The words of a text, and whether it asks. */
export interface Words extends Repaired {
  /** Whether the text reads like a question. */
  asks: boolean;
}

/** The words of a text, repaired. */
export function readWords(text: string, { wordsOf }: Analyzer, repair: Repair): Words {
  const read = text.slice(0, MAX_CHARACTERS);
  return { ...repair(wordsOf(read).slice(0, MAX_TOKENS)), asks: isQuestion(read) };
}

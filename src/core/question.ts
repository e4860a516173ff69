/** What somebody asked, as a platform adapter passes it on. */
export interface Question {
  /** As typed, without the command or mention that addressed the bot. */
  text: string;
  /** Opaque key of the thread it belongs to; questions with one key are a conversation. */
  conversation?: string | undefined;
  /** Name of the pack whose command was used; without it every pack may answer. */
  pack?: string | undefined;
}

/** Words that questions start with, as part of a regular expression. */
export const QUESTION_WORDS =
  "how|what|whats|what's|why|where|when|which|who|can|could|do|does|is|are|should|shall|will|would";

/** Words that requests start with. */
const REQUEST_WORDS = "explain|show|tell|give|describe|compare";

const QUESTION = new RegExp(
  `\\?|^(?:\\w+ )?(?:${QUESTION_WORDS}|${REQUEST_WORDS})\\b|\\bhow (?:do|to|can|should)\\b`,
  "i",
);

/** Whether a text reads like a question, which people may put without a question mark, or as a request. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text.trim());
}

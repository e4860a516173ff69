/** What somebody wrote to the bot, as an adapter passes it on. */
export interface Question {
  /** As typed, without the command or mention that addressed the bot. */
  text: string;
  /** Opaque key of the conversation that it belongs to; none for a question on its own. */
  conversation?: string | undefined;
  /** Name of the pack whose command was used; without it any pack may answer. */
  pack?: string | undefined;
}

/** Words that ask for something, as alternatives of a regular expression. */
export const INTERROGATIVES = "how|what|where|why|when|which|who";

/** Words that questions start with, likewise. */
export const QUESTION_WORDS = `${INTERROGATIVES}|whats|what's|can|could|do|does|is|are|should|shall|will|would`;

/** Words that requests start with, likewise. */
const REQUEST_WORDS = "explain|show|tell|give|describe|compare";

const QUESTION = new RegExp(
  `\\?|^(?:\\w+,? )?(?:${QUESTION_WORDS}|${REQUEST_WORDS})\\b|\\bhow (?:do|to|can|should)\\b`,
  "i",
);

/** Whether a text reads like a question, with or without a question mark, or like a request. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text.trim());
}

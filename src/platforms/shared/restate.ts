import { clip } from "./clip.ts";

/** Longest question that is restated. */
const MAX_RESTATED = 300;

/** What had been asked, to be shown again: on one line, so that nobody can make up another line of the bot's. */
export function restate(question: string): string {
  return clip(question.replace(/\s+/g, " ").trim(), MAX_RESTATED);
}

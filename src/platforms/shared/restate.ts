import { clip } from "./clip.ts";

/** Longest question that is restated. */
const MAX_RESTATED = 300;

/** A question to be shown again: on one line, so that nobody can add a line that looks like the bot's. */
export function restate(question: string): string {
  return clip(question.replace(/\s+/g, " ").trim(), MAX_RESTATED);
}

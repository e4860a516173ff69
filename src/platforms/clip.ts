/** A text within a limit: what is cut off is marked by an ellipsis, and no character is cut in half. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Longest question that is restated. */
const MAX_RESTATED = 300;

/** What had been asked, to be shown again: on one line, so that nobody can make up another line of the bot's. */
export function restate(question: string): string {
  return clip(question.replace(/\s+/g, " ").trim(), MAX_RESTATED);
}

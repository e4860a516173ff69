/** A text within a limit: what is cut off is marked by an ellipsis, and no character is cut in half. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Stops at the next bracket: looking further would take for ever on a text full of brackets. */
const MENTION = /<[@!][^<>]*>/g;
const CHANNEL = /<#[^<>|]*(?:\|([^<>]*))?>/g;
const LINK_WITH_TEXT = /<[^<>|]+\|([^<>]*)>/g;
const LINK = /<([^<>]+)>/g;

/**
 * What a person typed, from Slack's format: without mentions and escapes, and links as they are shown.
 * See https://docs.slack.dev/messaging/formatting-message-text
 */
export function readText(text: string): string {
  return text
    .replace(MENTION, " ")
    .replace(CHANNEL, "#$1")
    .replace(LINK_WITH_TEXT, "$1")
    .replace(LINK, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}

/** Whether a message mentions a user. */
export function mentions(text: string, user: string): boolean {
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`);
}

/** Whether a message begins by addressing somebody. */
export function addressesSomebody(text: string): boolean {
  return /^\s*<@/.test(text);
}

/** Brackets never hold brackets: whoever looks further than the next one takes for ever over a text full of them. */
const MENTION = /<[@!][^<>]*>/g;
const CHANNEL = /<#[^<>|]*(?:\|([^<>]*))?>/g;
const LINK_WITH_TEXT = /<[^<>|]+\|([^<>]*)>/g;
const LINK = /<([^<>]+)>/g;

/**
 * What a person typed, from how Slack writes it down: without mentions, links as they are read, and without escapes.
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

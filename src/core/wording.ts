import type { NoAnswer, Suggestions } from "./answer.ts";
import type { Pack } from "./pack.ts";

/** Everything the bot says that is not an entry's own text. Adapters show it; they word nothing themselves. */

/** The line above suggestions. */
export function suggestionsText({ entries }: Suggestions): string {
  return entries.length === 1
    ? "I am not sure. Did you mean this?"
    : "I am not sure what you mean. Did you mean one of these?";
}

/** Why there is no answer, and what to do. */
export function noAnswerText({ reason, pack }: NoAnswer): string {
  switch (reason) {
    case "empty":
      return `Ask me something about ${pack.title}, in your own words.`;
    case "too-long":
      return "That is more text than I can read. Please ask in a sentence or two, or paste only the line with the error.";
    case "off-topic":
      return `I do not know. I only answer questions about ${pack.title}, and this does not look like one to me.`;
    case "not-known":
      return `I do not know that one: nobody has written an answer to it for me yet. Other words may help, or one of these.`;
  }
}

export const WORDS = {
  related: "Read next",
  sources: "Sources",
  /** Before the line that says where today departs from a pack's source, where the pack does not word it. */
  departs: "Different today",
  featured: "Good first questions",
  topics: "Topics",
  share: "Share in channel",
  helpful: "That helped",
  notHelpful: "That did not help",
  feedbackThanks: "Thank you, noted.",
  failed: "Something went wrong on my side. Please ask again.",
  next: "Next",
  back: "Back",
  startTour: "Take the tour",
  /** In return for thanks, praise and goodbyes. */
  thanks: "Glad to help. Ask me any time.",
  /** At the last stop. */
  tourEnd: "That was the last stop. Ask me anything, or look through the topics.",
  /** On a button that opens a search box, and above the box. */
  ask: "Ask a question",
  /** In an empty search box. */
  askHint: "In your own words, or a line of an error",
  /** The name of the action that answers somebody else's message. */
  answerMessage: "Answer this",
  answerMessageHint: "Answers the question in this message, for you alone.",
  /** What may follow a slash command. */
  usage: "[your question] or share [your question], topics, tour, help",
  /** Before an answer that could not be given where it was asked. */
  cannotPost: "I could not write where you asked me, so here is your answer.",
  /** On a message of which the platform passes on nothing. */
  cannotRead: "I was not shown the text of that message. Mention me in it, or use my command.",
  /** The option that makes an answer public. */
  shareHint: "Show the answer to everyone in the channel",
  cannotShare: "I could not write in this channel. Invite me to it, then share again.",
  unclearShare: "I cannot tell whether that was shared. Look in the channel before you share again.",
  /** Whoever shared an answer, where the platform tells no name. */
  somebody: "somebody",
} as const;

/** The line that says who made a private answer public, and what had been asked: maybe by somebody else. */
export function sharedText(sharer: string, question: string): string {
  return `Shared by ${sharer}, in answer to: ${question}`;
}

/** The name of an app that answers about subjects. */
export function appName(subjects: string): string {
  return `${subjects} answers`;
}

/** The heading of a stop of the tour, counted from 0. */
export function tourHeading(pack: Pack, stop: number): string {
  return `${pack.title} tour, stop ${stop + 1} of ${pack.tour.length}`;
}

/** The name of one of several lists that share a title, counted from 0. */
export function partOfText(title: string, part: number, parts: number): string {
  return parts === 1 ? title : `${title}, ${part + 1} of ${parts}`;
}

/** What the terminal chat says besides. */
export const TERMINAL_WORDS = {
  hint: "Type a question, or a number from the list.",
  pick: "Type its number, or ask in other words.",
  browse: "Type a number to see what is in a topic.",
  noList: "There is no list to pick from. Ask a question, or type /topics.",
  tourEnd: "That was the last stop. Ask me anything, or type /topics.",
  tourKeys: "Press Enter to go on, type back to go back, or a number to go to that stop.",
  goodbye: "Goodbye.",
  commandsHeading: "Commands",
  commands: [
    ["/topics", "everything I know, by topic"],
    ["/tour", "the first steps, stop by stop"],
    ["/help", "this page"],
    ["/quit", "leave; so do Ctrl-C and Ctrl-D"],
    ["↑ ↓", "your earlier questions"],
  ],
  otherPlatforms:
    "To have me in Slack or Discord, put SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or DISCORD_TOKEN, into a file named .env: see .env.example.",
} as const;

/** When somebody types a number that is not in the list before their eyes, which has this many items. */
export function numberOutOfListText(items: number): string {
  return items === 1 ? "The list has only number 1." : `The list has the numbers 1 to ${items}.`;
}

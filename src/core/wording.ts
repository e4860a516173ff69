import type { NoAnswer, Suggestions } from "./answer.ts";
import type { Pack } from "./pack.ts";

/** The line above suggestions. */
export function suggestionsText({ entries }: Suggestions): string {
  return entries.length === 1
    ? "I am not sure. Did you mean this?"
    : "I am not sure what you mean. Did you mean one of these?";
}

/** Why there is no answer, and what to do about it. */
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

/** What the bot says beside the entries' own texts. Adapters word nothing themselves, so that it sounds alike everywhere. */
export const WORDS = {
  // In an answer.
  sources: "Sources",
  related: "Read next",
  /** Above an answer that is shown again to somebody who asks for more. */
  repeated: "This is all I have on it. Its sources say more.",
  /** The default for a pack's `departsLabel`. */
  departs: "Different today",

  // Below an answer.
  helpful: "That helped",
  notHelpful: "That did not help",
  feedbackThanks: "Thank you, noted.",

  // In the welcome, the topics and the tour.
  featured: "Good first questions",
  topics: "Topics",
  startTour: "Take the tour",
  next: "Next",
  back: "Back",
  tourEnd: "That was the last stop. Ask me anything, or look through the topics.",

  // Where a question is put.
  /** On a button that opens a search box, and above the box. */
  ask: "Ask a question",
  /** In an empty search box. */
  askHint: "In your own words, or a line of an error",
  /** The name of the action that answers somebody else's message. */
  answerMessage: "Answer this",
  answerMessageHint: "Answers the question in this message, for you alone.",
  /** What may follow a slash command. */
  usage: "[your question] or share [your question], topics, tour, help",

  // About making a private answer public.
  share: "Share in channel",
  /** The option of a command. */
  shareHint: "Show the answer to everyone in the channel",
  cannotShare: "I could not write in this channel. Invite me to it, then share again.",
  failedShare: "That could not be shared just now. Try again in a moment.",
  unclearShare: "I cannot tell whether that was shared. Look in the channel before you share again.",
  /** Whoever shared an answer, where the platform does not name them. */
  somebody: "somebody",

  // In place of an answer, or before one.
  /** In return for thanks, praise and goodbyes. */
  thanks: "Glad to help. Ask me any time.",
  failed: "Something went wrong on my side. Please ask again.",
  /** Before an answer that could not be given where it was asked for. */
  cannotPost: "I could not write where you asked me, so here is your answer.",
  /** Where the platform withholds the text of the message to answer. */
  cannotRead: "I was not shown the text of that message. Mention me in it, or use my command.",
} as const;

/** The line above a shared answer. Somebody else may have asked the question, so only the sharer is named. */
export function sharedText(sharer: string, question: string): string {
  return `Shared by ${sharer}, in answer to: ${question}`;
}

/** The name of an app, for its manifest. `subjects` are the titles of its packs. */
export function appName(subjects: string): string {
  return `${subjects} answers`;
}

/** The heading of a stop of a tour; `stop` is counted from 0. */
export function tourHeading(pack: Pack, stop: number): string {
  return `${pack.title} tour, stop ${stop + 1} of ${pack.tour.length}`;
}

/** The title of one part of a long list; `part` is counted from 0. */
export function partOfText(title: string, part: number, parts: number): string {
  return parts === 1 ? title : `${title}, ${part + 1} of ${parts}`;
}

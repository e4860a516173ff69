import type { Answer } from "./answer.ts";
import type { Entry } from "./entry.ts";
import type { Pack, Packs } from "./pack.ts";

/** What the bot says to a message. A platform decides only how it looks. */
export type Reply =
  | AnswerReply
  /** The welcome of some packs, with questions to start from. */
  | { kind: "help"; packs: Packs }
  /** A page, counted from 0, of the topics of some packs. */
  | { kind: "topics"; packs: Packs; page: number }
  | TourStop
  /** A line that is no answer, such as a word in return for thanks. */
  | { kind: "note"; text: string };

/** The reply to a question. */
export interface AnswerReply {
  kind: "answer";
  answer: Answer;
  /** The question in words; absent where it was an entry's id, which buttons and suggestions send. */
  asked?: string | undefined;
  /** Whether everybody shall see the answer, where answers are private by default. */
  isForAll: boolean;
}

/** A stop of a pack's tour and the entry to read there. */
export interface TourStop {
  kind: "stop";
  pack: Pack;
  /** Counted from 0. */
  stop: number;
  entry: Entry;
}

/** The reply that gives an answer to a text. */
export function answerReply(answer: Answer, text: string, isForAll = false): AnswerReply {
  const isId = answer.kind === "answer" && answer.entries.some(({ id }) => id === text.trim());
  return { kind: "answer", answer, isForAll, asked: text === "" || isId ? undefined : text };
}

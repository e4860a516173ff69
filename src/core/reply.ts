import type { Answer } from "./answer.ts";
import type { Entry } from "./entry.ts";
import type { Pack, Packs } from "./pack.ts";

/** What the bot says to a message; a platform decides how it looks, and nothing else. */
export type Reply =
  | AnswerReply
  /** The welcome of some packs, with questions to start from. */
  | { kind: "help"; packs: Packs }
  /** A page, counted from 0, of the topics of some packs. */
  | { kind: "topics"; packs: Packs; page: number }
  | TourStop
  /** A line of the bot's own. */
  | { kind: "note"; text: string };

export interface AnswerReply {
  kind: "answer";
  answer: Answer;
  /** What was asked, in words; absent where that was an entry's id, as a button or a chosen suggestion asks. */
  asked?: string | undefined;
  /** Whether it was asked for all to see, where answers are private. */
  isForAll: boolean;
}

/** A stop of a pack's tour, counted from 0, and the entry to read there. */
export interface TourStop {
  kind: "stop";
  pack: Pack;
  stop: number;
  entry: Entry;
}

/** An answer as the reply to a text that asks for it. */
export function answerReply(answer: Answer, text: string, isForAll = false): AnswerReply {
  const isId = answer.kind === "answer" && answer.entries.some(({ id }) => id === text.trim());
  return { kind: "answer", answer, isForAll, asked: text === "" || isId ? undefined : text };
}

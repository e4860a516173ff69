import type { Entry } from "./entry.ts";
import { entriesById, type Pack } from "./pack.ts";

/** Why a question got no answer. */
export type NoAnswerReason = "empty" | "too-long" | "off-topic" | "not-known";

/** The entries that answer the question: one, or several for a comparison or a question with two parts. */
export interface FoundAnswer {
  kind: "answer";
  pack: Pack;
  entries: readonly [Entry, ...Entry[]];
  /** Entries worth reading next. */
  related: readonly Entry[];
  /** Whether it is what the conversation has shown last, since somebody asks for more of it. */
  isRepeated?: true;
  /** Estimated probability that this is what was asked, 0 to 1. */
  confidence: number;
}

/** A few entries, best first, one of which may be meant. */
export interface Suggestions {
  kind: "suggestions";
  pack: Pack;
  entries: readonly Entry[];
  /** Estimated probability that the first is what was asked, 0 to 1. */
  confidence: number;
}

/** The bot does not know, and says why. */
export interface NoAnswer {
  kind: "no-answer";
  pack: Pack;
  reason: NoAnswerReason;
  /** Estimated probability that the best entry found, not shown, was what was asked, 0 to 1. */
  confidence: number;
}

/** What comes of a question. */
export type Answer = FoundAnswer | Suggestions | NoAnswer;

/** An answer of given entries, found without a search. */
export function answerOf(pack: Pack, entries: FoundAnswer["entries"]): FoundAnswer {
  return { kind: "answer", pack, entries, related: entriesById(pack, entries[0].related), confidence: 1 };
}

const KIND_RANKS: Record<Answer["kind"], number> = { answer: 2, suggestions: 1, "no-answer": 0 };

/** Of two that come with answers to a text, the one to give: by kind, then by confidence; the first where they are equal. */
export function surer<Decided extends { answer: Answer }>(a: Decided, b: Decided): Decided {
  const difference = KIND_RANKS[b.answer.kind] - KIND_RANKS[a.answer.kind] || b.answer.confidence - a.answer.confidence;
  return difference > 0 ? b : a;
}

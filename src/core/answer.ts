import type { Entry } from "./entry.ts";
import type { Pack } from "./pack.ts";

/** Why a question got no answer. */
export type NoAnswerReason = "empty" | "too-long" | "off-topic" | "not-known";

/** The entries that answer the question: one, or several for a comparison or a question with several parts. */
export interface Found {
  kind: "answer";
  pack: Pack;
  entries: readonly [Entry, ...Entry[]];
  /** Entries worth reading next. */
  related: readonly Entry[];
  /** Estimated probability that this is what was asked, 0 to 1. */
  confidence: number;
}

/** Two to five entries, one of which may be meant. */
export interface Suggestions {
  kind: "suggestions";
  pack: Pack;
  entries: readonly Entry[];
  /** Estimated probability that the first is what was asked, 0 to 1. */
  confidence: number;
}

/** The bot says that it does not know, and why. */
export interface NoAnswer {
  kind: "no-answer";
  pack: Pack;
  reason: NoAnswerReason;
  /** Estimated probability that the best entry found, not shown, was what was asked, 0 to 1. */
  confidence: number;
}

export type Answer = Found | Suggestions | NoAnswer;

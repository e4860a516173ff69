import { type Answer, type FoundAnswer, type NoAnswerReason, surer } from "../../core/answer.ts";
import type { Turn } from "../../core/conversation.ts";
import type { Entry } from "../../core/entry.ts";
import type { Pack } from "../../core/pack.ts";
import type { Assessment } from "../assessment/assess.ts";
import type { Query } from "../query/understand.ts";
import { asksForMore } from "../text/dialogue.ts";
import type { ExactMatch } from "./exact.ts";
import type { Interpret, Interpretation } from "./interpret.ts";
import type { PairFor } from "./pairs.ts";
import { endsOf, questionsWithin } from "./parts.ts";

/** Longer texts hold something pasted, so that only their ends are read. */
const MAX_QUESTION_CHARACTERS = 2000;
/** Entries shown when it is not clear which one is meant. */
const MAX_SUGGESTIONS = 3;
/** Confidence from which on a question within an unclear text is taken for what the text is about. */
const WITHIN_CONFIDENCE = 0.95;
/** Confidence that somebody who asks for more means what was just shown. */
const MORE_CONFIDENCE = 0.9;
/** Share of the threshold for suggestions under which a question is about something else, rather than not known. */
const OFF_TOPIC_SHARE = 0.25;

/** An answer, and what it rests on. */
export interface Decision {
  answer: Answer;
  /** What was asked in full, as far as it was understood; the next question may go on from it. */
  asked: string;
  basis: "id" | "wording" | "two parts" | "ranking" | "asks for more";
  /** How the text was read, or the part of it that counted; nothing is read where an entry is named by its id. */
  assessment: Assessment | undefined;
}

/**
 * Decides what to answer to a text. Never throws, whatever the text.
 * @param before what the conversation spoke of last, if it is part of one
 */
export type Decide = (text: string, before: Turn | undefined) => Decision;

/** Builds the decision over what a text means: exact wordings, questions with two parts, thresholds. */
export function createDecide(pack: Pack, interpret: Interpret, pairFor: PairFor, exactMatch: ExactMatch): Decide {
  const found = (entries: readonly [Entry, ...Entry[]], confidence: number): FoundAnswer => {
    const shown = new Set(entries.map(({ id }) => id));
    const related = entries[0].related.filter((id) => !shown.has(id)).flatMap((id) => exactMatch.byId(id) ?? []);
    return { kind: "answer", pack, entries, related, confidence };
  };

  const decideWhole: Decide = (text, before) => {
    const whole = interpret(text, before);
    const { assessment, confidence } = whole;
    const first = whole.candidates[0]?.entry;
    const asked = assessment.meant.join(" ");
    const decided = (answer: Answer, basis: Decision["basis"]): Decision => ({ answer, asked, basis, assessment });
    if (first && whole.isWorded) return decided(found([first], confidence), "wording");
    if (exactMatch.isDeclined(assessment.query.tokens)) {
      return decided({ kind: "no-answer", pack, reason: "off-topic", confidence }, "wording");
    }
    const isAnswer = isClear(whole);
    const pair = pairFor(text, before, whole, isAnswer);
    if (pair) return decided(found([...pair.entries], pair.confidence), "two parts");
    return decided(first && isAnswer ? found([first], confidence) : unsure(whole), "ranking");
  };

  /** People lead up to their question, or go on after it: where the whole is not clear, it may be. */
  const decideShort: Decide = (text, before) => {
    const whole = decideWhole(text, before);
    if (whole.answer.kind === "answer") return whole;
    const within = questionsWithin(text).map((question) => decideWhole(question, before));
    return within.find(({ answer }) => answer.kind === "answer" && answer.confidence >= WITHIN_CONFIDENCE) ?? whole;
  };

  /** Who asks for more of what was just answered is shown it again, with what it leads to, unless they clearly mean another. */
  const decideNext: Decide = (text, before) => {
    const decision = decideShort(text, before);
    const { answer, assessment } = decision;
    const [first, ...others] = before?.isAnswer ? before.entries : [];
    const isForMore = assessment && asksForMore(assessment.query.tokens, assessment.query.asks);
    if (!before || !first || !isForMore || meansAnother(answer, before.entries)) return decision;
    const answerAgain: Answer = { ...found([first, ...others], MORE_CONFIDENCE), isRepeated: true };
    return { answer: answerAgain, asked: before.question, basis: "asks for more", assessment };
  };

  /** People put the question before or after what they paste, and all of it: the surest reading of the text's ends counts. */
  const decideLong = (text: string): Decision => {
    const decisions = endsOf(text).map((end) => decideShort(end, undefined));
    const surest = decisions.reduce(surer);
    const { answer } = surest;
    return answer.kind === "no-answer" ? { ...surest, answer: { ...answer, reason: "too-long" } } : surest;
  };

  const unsure = ({ candidates, confidence, assessment }: Interpretation): Answer => {
    const { query, scope } = assessment;
    const { suggest } = assessment.model.thresholds;
    const ranked = candidates.map(({ entry }) => entry);
    // A word alone tells little, but not if it is what an entry is known by; in a conversation it goes on from that.
    const known = assessment.alone ? [] : exactMatch.byKeyword(query.tokens);
    const named = ranked.filter((entry) => known.includes(entry));
    const entries = [...new Set([...named, ...ranked])].slice(0, MAX_SUGGESTIONS);
    if (entries.length > 0 && (named.length > 0 || scope >= suggest))
      return { kind: "suggestions", pack, entries, confidence };
    return { kind: "no-answer", pack, reason: reasonFor(query, scope / suggest), confidence };
  };

  /** @param share of the threshold for suggestions that was reached */
  const reasonFor = ({ tokens }: Query, share: number): NoAnswerReason => {
    if (tokens.length === 0) return "empty";
    return share < OFF_TOPIC_SHARE ? "off-topic" : "not-known";
  };

  return (text, before) => {
    const named = exactMatch.byId(text);
    if (named) return { answer: found([named], 1), asked: named.title, basis: "id", assessment: undefined };
    return text.length > MAX_QUESTION_CHARACTERS ? decideLong(text) : decideNext(text, before);
  };
}

/** Whether an answer is clearly about something else than what was shown. */
function meansAnother(answer: Answer, shown: readonly Entry[]): boolean {
  if (answer.kind !== "answer" || answer.confidence < MORE_CONFIDENCE) return false;
  return !shown.includes(answer.entries[0]);
}

/** Whether it is clear what a text means, and that it is about the subject. */
function isClear({ confidence, assessment: { scope, model } }: Interpretation): boolean {
  return confidence >= model.thresholds.answer && scope >= model.thresholds.answerScope;
}

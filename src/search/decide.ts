import { type Answer, type NoAnswerReason, surer } from "../core/answer.ts";
import type { Entry } from "../core/entry.ts";
import type { Pack } from "../core/pack.ts";
import { isQuestion } from "../core/question.ts";
import { isStopWord } from "./analyze.ts";
import type { Assess, Assessment } from "./assess.ts";
import type { Candidate } from "./candidate.ts";
import { REPLY_WORDS } from "./english.ts";
import type { ExactMatch } from "./exact.ts";
import { createPairFor, type Meant } from "./pairs.ts";
import { endsOf, questionsWithin } from "./parts.ts";
import type { Query } from "./understand.ts";

/** Longer texts hold something pasted, so that only their ends are read. */
const MAX_QUESTION_CHARACTERS = 2000;
/** Entries shown when it is not clear which one is meant. */
const MAX_SUGGESTIONS = 3;
/**
 * Confidence in a wording that is an entry's own once its words are repaired, or the subject's name is put in or left out:
 * another subject may have meant it as typed.
 */
const ALMOST_WORDED_CONFIDENCE = 0.95;
/** Confidence from which on a question within an unclear text is taken for what the text is about. */
const WITHIN_CONFIDENCE = 0.95;
/** Share of the threshold for suggestions under which a question is about something else, rather than not known. */
const OFF_TOPIC_SHARE = 0.25;

/** An answer, and what it rests on. */
export interface Decision {
  answer: Answer;
  basis: "id" | "wording" | "two parts" | "ranking";
  /** How the text was read, or the part of it that counted; nothing is read where an entry is named by its id. */
  assessment: Assessment | undefined;
}

/**
 * Decides what to answer to a text. Never throws, whatever the text.
 * @param shown entries that the conversation spoke of last, best first
 */
export type Decide = (text: string, shown: readonly Entry[]) => Decision;

/** Builds the decision over what was assessed: exact wordings, questions with two parts, thresholds. */
export function createDecide(pack: Pack, assess: Assess, exactMatch: ExactMatch): Decide {
  const entryOf = (candidate: Candidate | undefined): Entry | undefined => pack.entries[candidate?.entry ?? -1];

  const found = (entries: readonly [Entry, ...Entry[]], confidence: number): Answer => {
    const shown = new Set(entries.map(({ id }) => id));
    const related = entries[0].related.filter((id) => !shown.has(id)).flatMap((id) => exactMatch.byId(id) ?? []);
    return { kind: "answer", pack, entries, related, confidence };
  };

  /** A mere “thanks” goes on from nothing. */
  const assessIn = (text: string, shown: readonly Entry[]): Assessment => {
    const assessment = assess(text, shown);
    const { alone } = assessment;
    return alone && saysNothing(text, alone.query) ? alone : assessment;
  };

  /** The entry of which a question is a wording. In a conversation, what it leaves out is hardly the subject's name. */
  const wordedBy = ({ tokens, repairs, implied }: Query): Meant | undefined => {
    const worded = exactMatch.byWording(tokens);
    if (!worded || (implied.length > 0 && !worded.isVerbatim)) return undefined;
    const isAsTyped = worded.isVerbatim && repairs.size === 0;
    return { entry: worded.entry, confidence: isAsTyped ? 1 : ALMOST_WORDED_CONFIDENCE };
  };

  /** The entry ranked first, as far as the assessment is at least this confident. */
  const rankedFirst = ({ candidates, confidence }: Assessment, atLeast: number): Meant | undefined => {
    const entry = entryOf(candidates[0]);
    return entry && confidence >= atLeast ? { entry, confidence } : undefined;
  };

  const pairFor = createPairFor((text, shown, atLeast) => {
    const assessment = assessIn(text, shown);
    return wordedBy(assessment.query) ?? rankedFirst(assessment, atLeast);
  });

  const decideWhole: Decide = (text, shown) => {
    const assessment = assessIn(text, shown);
    const { query, confidence } = assessment;
    const worded = wordedBy(query);
    if (worded) return { answer: found([worded.entry], worded.confidence), basis: "wording", assessment };
    if (exactMatch.isDeclined(query.tokens)) {
      return { answer: { kind: "no-answer", pack, reason: "off-topic", confidence }, basis: "wording", assessment };
    }
    return decideByRanking(text, shown, assessment);
  };

  const decideByRanking = (text: string, shown: readonly Entry[], assessment: Assessment): Decision => {
    const first = rankedFirst(assessment, assessment.thresholds.answer);
    const pair = pairFor(text, shown, first);
    if (pair) {
      const [one, other] = pair;
      const answer = found([one.entry, other.entry], Math.min(one.confidence, other.confidence));
      return { answer, basis: "two parts", assessment };
    }
    const answer = first ? found([first.entry], first.confidence) : unsure(assessment);
    return { answer, basis: "ranking", assessment };
  };

  /** People lead up to their question, or go on after it: where the whole is not clear, it may be. */
  const decideShort: Decide = (text, shown) => {
    const whole = decideWhole(text, shown);
    if (whole.answer.kind === "answer") return whole;
    const within = questionsWithin(text).map((question) => decideWhole(question, shown));
    return within.find(({ answer }) => answer.kind === "answer" && answer.confidence >= WITHIN_CONFIDENCE) ?? whole;
  };

  /** People put the question before or after what they paste: the surest reading of the text's ends counts. */
  const decideLong: Decide = (text, shown) => {
    const decisions = endsOf(text).map((end) => decideShort(end, shown));
    const surest = decisions.reduce((a, b) => (surer(a.answer, b.answer) === a.answer ? a : b));
    const { answer } = surest;
    return answer.kind === "no-answer" ? { ...surest, answer: { ...answer, reason: "too-long" } } : surest;
  };

  const unsure = (assessment: Assessment): Answer => {
    const { query, candidates, confidence, scope, thresholds } = assessment;
    const ranked = candidates.flatMap((candidate) => entryOf(candidate) ?? []);
    // A word alone tells little, but not if it is what an entry is known by.
    const named = ranked.filter((entry) => exactMatch.isKeyword(query.tokens, entry));
    const entries = [...new Set([...named, ...ranked])].slice(0, MAX_SUGGESTIONS);
    if (entries.length > 0 && (named.length > 0 || scope >= thresholds.suggest))
      return { kind: "suggestions", pack, entries, confidence };
    return { kind: "no-answer", pack, reason: reasonFor(query, scope / thresholds.suggest), confidence };
  };

  /** @param share of the threshold for suggestions that was reached */
  const reasonFor = ({ tokens }: Query, share: number): NoAnswerReason => {
    if (tokens.length === 0) return "empty";
    return share < OFF_TOPIC_SHARE ? "off-topic" : "not-known";
  };

  return (text, shown) => {
    const named = exactMatch.byId(text);
    if (named) return { answer: found([named], 1), basis: "id", assessment: undefined };
    return text.length > MAX_QUESTION_CHARACTERS ? decideLong(text, shown) : decideShort(text, shown);
  };
}

/** Whether a text is a mere “thanks” or “no”. */
function saysNothing(text: string, { tokens }: Query): boolean {
  return !isQuestion(text) && tokens.every((token) => isStopWord(token) || REPLY_WORDS.has(token));
}

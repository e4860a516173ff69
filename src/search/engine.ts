import type { Answer, NoAnswerReason } from "../core/answer.ts";
import type { Entry } from "../core/entry.ts";
import type { Pack } from "../core/pack.ts";
import { isQuestion } from "../core/question.ts";
import { createAnalyzer, isStopWord } from "./analyze.ts";
import { analyzePack } from "./analyzed-pack.ts";
import { type Assessment, createFinder } from "./assess.ts";
import type { Complete } from "./completion.ts";
import { REPLY_WORDS } from "./english.ts";
import { createExactMatch } from "./exact.ts";
import { MODEL, type Model } from "./model.ts";
import { createPairFor, type Meant } from "./pairs.ts";
import { endsOf } from "./parts.ts";
import type { Candidate } from "./rank.ts";
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
/** Share of the threshold for suggestions under which a question is about something else, rather than not known. */
const OFF_TOPIC_SHARE = 0.25;

export interface Engine {
  pack: Pack;
  /** Reads and ranks, without deciding; for explanations, evaluation and fitting. */
  assess(text: string, shown?: readonly Entry[]): Assessment;
  /**
   * Answers one question. Never throws, whatever the text.
   * @param previous ids of the entries that the conversation spoke of last, for questions that point back to them
   */
  answer(text: string, previous?: readonly string[]): Answer;
  /** Entries that fit what has been typed so far, best first; the featured ones where nothing has. */
  suggest(typed: string, limit: number): readonly Entry[];
}

/** Builds everything that answering from a pack takes. */
export function createEngine(pack: Pack, model: Model = MODEL): Engine {
  const analyzer = createAnalyzer(pack.vocabulary);
  const analyzed = analyzePack(pack, analyzer);
  const { assess, complete } = createFinder(pack, analyzed, analyzer, model);
  const exactMatch = createExactMatch(pack, analyzed, analyzer);
  const entriesWith = (ids: readonly string[]): Entry[] => ids.flatMap((id) => exactMatch.byId(id) ?? []);
  const entryOf = (candidate: Candidate | undefined): Entry | undefined => pack.entries[candidate?.entry ?? -1];

  const found = (entries: readonly [Entry, ...Entry[]], confidence: number): Answer => {
    const shown = new Set(entries.map(({ id }) => id));
    const related = entriesWith(entries[0].related).filter(({ id }) => !shown.has(id));
    return { kind: "answer", pack, entries, related, confidence };
  };

  /** In a conversation a question goes on from what was shown, unless it is clear, and clearer, by itself. */
  const assessIn = (text: string, shown: readonly Entry[]): Assessment => {
    const alone = assess(text);
    if (shown.length === 0 || saysNothing(text, alone.query)) return alone;
    const inContext = assess(text, shown);
    const isClear = alone.confidence >= Math.max(model.thresholds.answer, inContext.confidence);
    return isClear ? alone : { ...inContext, scope: Math.max(alone.scope, inContext.scope) };
  };

  /** The entry of which a question is a wording. In a conversation, what it leaves out is hardly the subject's name. */
  const wordedBy = ({ tokens, repairs, implied }: Query): Meant | undefined => {
    const worded = exactMatch.byWording(tokens);
    if (!worded || (implied.length > 0 && !worded.isVerbatim)) return undefined;
    const isAsTyped = worded.isVerbatim && repairs.size === 0;
    return { entry: worded.entry, confidence: isAsTyped ? 1 : ALMOST_WORDED_CONFIDENCE, isWorded: true };
  };

  /** The entry that a question means, as far as the assessment is at least this confident. */
  const meantBy = ({ query, candidates, confidence }: Assessment, atLeast: number): Meant | undefined => {
    const entry = entryOf(candidates[0]);
    const ranked = entry && confidence >= atLeast ? { entry, confidence, isWorded: false } : undefined;
    return wordedBy(query) ?? ranked;
  };

  const pairFor = createPairFor((text, shown, atLeast) => meantBy(assessIn(text, shown), atLeast));

  const answer = (text: string, previous: readonly string[] = []): Answer => {
    if (text.length > MAX_QUESTION_CHARACTERS) return answerLong(text, previous);
    const named = exactMatch.byId(text);
    if (named) return found([named], 1);
    const shown = entriesWith(previous);
    const assessment = assessIn(text, shown);
    const whole = meantBy(assessment, model.thresholds.answer);
    const pair = whole?.isWorded ? undefined : pairFor(text, shown, whole);
    if (pair) return found([pair[0].entry, pair[1].entry], Math.min(pair[0].confidence, pair[1].confidence));
    return whole ? found([whole.entry], whole.confidence) : unsure(assessment);
  };

  /** People put the question before or after what they paste: the surest reading of the text and of its ends counts. */
  const answerLong = (text: string, previous: readonly string[]): Answer => {
    const answers = endsOf(text).map((end) => answer(end, previous));
    const surest = answers.reduce((a, b) => (b.confidence > a.confidence ? b : a));
    return surest.kind === "no-answer" ? { ...surest, reason: "too-long" } : surest;
  };

  const unsure = ({ query, candidates, confidence, scope }: Assessment): Answer => {
    const entries = candidates.slice(0, MAX_SUGGESTIONS).flatMap((candidate) => entryOf(candidate) ?? []);
    if (entries.length > 0 && scope >= model.thresholds.suggest)
      return { kind: "suggestions", pack, entries, confidence };
    return { kind: "no-answer", pack, reason: reasonFor(query, scope), confidence };
  };

  const reasonFor = ({ tokens }: Query, scope: number): NoAnswerReason => {
    if (tokens.length === 0) return "empty";
    return scope < OFF_TOPIC_SHARE * model.thresholds.suggest ? "off-topic" : "not-known";
  };

  const suggest = (typed: string, limit: number): Entry[] => {
    if (typed.trim() === "") return entriesWith(pack.featured).slice(0, limit);
    const scores = new Float64Array(pack.entries.length);
    for (const [rank, text] of readingsOf(typed, complete).entries()) {
      for (const { entry, probability } of assess(text).candidates) {
        scores[entry] = (scores[entry] ?? 0) + probability / (rank + 1);
      }
    }
    const scored = pack.entries.map((entry, number) => ({ entry, score: scores[number] ?? 0 }));
    const found = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
    return found.slice(0, limit).map(({ entry }) => entry);
  };
  return { pack, assess, answer, suggest };
}

/** The texts that somebody may be typing: the last word may go on, unless a space has ended it. */
function readingsOf(typed: string, complete: Complete): string[] {
  const text = typed.slice(0, MAX_QUESTION_CHARACTERS);
  const last = /\S+$/.exec(text)?.[0];
  if (last === undefined) return [text];
  return complete(last.toLowerCase()).map((word) => text.slice(0, -last.length) + word);
}

/** Whether a text is a mere “thanks” or “no”. */
function saysNothing(text: string, { tokens }: Query): boolean {
  return !isQuestion(text) && tokens.every((token) => isStopWord(token) || REPLY_WORDS.has(token));
}

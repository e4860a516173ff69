import type { Entry } from "../../core/entry.ts";
import type { Pack } from "../../core/pack.ts";
import { isQuestion } from "../../core/question.ts";
import type { Assess, Assessment } from "../assessment/assess.ts";
import { isReply, pointsBack } from "../text/dialogue.ts";
import type { ExactMatch } from "./exact.ts";

/** Confidence from which on a question is taken for the correction of the one before. */
const CORRECTED_CONFIDENCE = 0.5;

/** What a question of its own has: words enough, none of which points back, and an entry that is as good as certain. */
const LEAST_WORDS = 5;
const CERTAIN = 0.95;

/**
 * Chooses how a text in a conversation is read: as going on from it, as a correction of the question before, or as having
 * nothing to do with it.
 */
export function createRead(pack: Pack, assess: Assess, exactMatch: ExactMatch): Assess {
  /** How sure a reading is: wholly, where it is a wording of an entry. */
  const sureness = ({ query, confidence }: Assessment): number => (exactMatch.byWording(query.tokens) ? 1 : confidence);

  /** Of the corrections that a text may be, the likeliest; nobody corrects a question to be shown the same again. */
  const likeliestOf = (corrected: readonly Assessment[], shown: readonly Entry[]): Assessment | undefined =>
    corrected.find((correction) => {
      const id = pack.entries[correction.candidates[0]?.entry ?? -1]?.id;
      return sureness(correction) >= CORRECTED_CONFIDENCE && shown.every((entry) => entry.id !== id);
    });

  return (text, before) => {
    const goingOn = assess(text, before);
    const { alone, corrected = [] } = goingOn;
    if (!before || !alone) return goingOn;
    // A mere “thanks” goes on from nothing.
    if (!isQuestion(text) && isReply(alone.query.tokens)) return alone;
    const others = [likeliestOf(corrected, before.entries), isQuestionOfItsOwn(alone) ? alone : undefined];
    return others.find((other) => other && sureness(other) > goingOn.confidence) ?? goingOn;
  };
}

/** Whether a question has nothing to do with the conversation that it is asked in. */
function isQuestionOfItsOwn({ query: { tokens }, confidence }: Assessment): boolean {
  return confidence >= CERTAIN && tokens.length >= LEAST_WORDS && !pointsBack(tokens);
}

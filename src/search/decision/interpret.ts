import type { Turn } from "../../core/conversation.ts";
import type { Entry } from "../../core/entry.ts";
import type { Pack } from "../../core/pack.ts";
import type { Assess, Assessment } from "../assessment/assess.ts";
import { isReply, pointsBack } from "../text/dialogue.ts";
import type { ExactMatch } from "./exact.ts";

/** An entry, and how probably it is the one meant. */
export interface Meant {
  entry: Entry;
  /** Given that one of the candidates is meant. */
  probability: number;
}

/** What a text means as one question. */
export interface Meaning {
  /** Best first; none if nothing is found. */
  candidates: readonly Meant[];
  /** Probability that the first is what was asked. */
  confidence: number;
}

/** A meaning, and what it rests on. */
export interface Interpretation extends Meaning {
  /** Whether the text is a wording of the first. */
  isWorded: boolean;
  assessment: Assessment;
}

/**
 * Interprets a text as one question.
 * @param before what the conversation spoke of last, if it is part of one
 */
export type Interpret = (text: string, before: Turn | undefined) => Interpretation;

/**
 * Confidence in a wording that is an entry's own once its words are repaired, or the subject's name is put in or left out:
 * another subject may have meant it as typed.
 */
const ALMOST_WORDED_CONFIDENCE = 0.99;

/** Confidence from which on a question is taken for the correction of the one before. */
const CORRECTED_CONFIDENCE = 0.5;

/** What a question of its own has: words enough, none of which points back, and an entry that is as good as certain. */
const LEAST_WORDS = 5;
const CERTAIN = 0.95;

/**
 * Interprets texts as one question each: exact wordings first, and else by what the entries are ranked by. In a
 * conversation a text may go on from it, correct the question before, or have nothing to do with it.
 */
export function createInterpret(pack: Pack, assess: Assess, exactMatch: ExactMatch): Interpret {
  /** What a text means if it is read in one way. */
  const meaningIn = (assessment: Assessment): Interpretation => {
    const { tokens, repairs, implied, cues } = assessment.query;
    const worded = exactMatch.byWording(tokens);
    // In a conversation, what a question leaves out is hardly the subject's name, and “images” alone is no question.
    if (worded && (implied.length === 0 || (worded.isVerbatim && cues.length > 0))) {
      const isAsTyped = worded.isVerbatim && repairs.size === 0;
      const confidence = isAsTyped ? 1 : ALMOST_WORDED_CONFIDENCE;
      return { candidates: [{ entry: worded.entry, probability: 1 }], confidence, isWorded: true, assessment };
    }
    const candidates = assessment.candidates.flatMap(({ entry: number, probability }): Meant[] => {
      const entry = pack.entries[number];
      return entry ? [{ entry, probability }] : [];
    });
    return { candidates, confidence: assessment.confidence, isWorded: false, assessment };
  };

  /** What a text corrects the question before to, if it does; nobody corrects it to be shown the same again. */
  const correctionIn = (corrected: readonly Assessment[], { entries }: Turn): Interpretation | undefined =>
    corrected.map(meaningIn).find(({ candidates: [first], confidence }) => {
      const isShown = entries.some(({ id }) => id === first?.entry.id);
      return confidence >= CORRECTED_CONFIDENCE && !isShown;
    });

  return (text, before) => {
    const assessment = assess(text, before);
    const goingOn = meaningIn(assessment);
    const { alone, corrected = [] } = assessment;
    if (!before || !alone) return goingOn;
    // A mere “thanks” goes on from nothing.
    if (!alone.query.asks && isReply(alone.query.tokens)) return meaningIn(alone);
    const others = [correctionIn(corrected, before), isQuestionOfItsOwn(alone) ? meaningIn(alone) : undefined];
    return others.find((other) => other && other.confidence >= goingOn.confidence) ?? goingOn;
  };
}

/** Whether a question has nothing to do with the conversation that it is asked in. */
function isQuestionOfItsOwn({ query: { tokens }, confidence }: Assessment): boolean {
  return confidence >= CERTAIN && tokens.length >= LEAST_WORDS && !pointsBack(tokens);
}

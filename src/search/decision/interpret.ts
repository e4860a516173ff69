import type { Turn } from "../../core/conversation.ts";
import type { Entry } from "../../core/entry.ts";
import type { Pack } from "../../core/pack.ts";
import { isQuestion } from "../../core/question.ts";
import type { Assess, Assessment } from "../assessment/assess.ts";
import type { Query } from "../query/understand.ts";
import { isStopWord } from "../text/analyze.ts";
import { REPLY_WORDS } from "../text/english.ts";
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

/** Interprets texts as one question each: exact wordings first, and else by what the entries are ranked by. */
export function createInterpret(pack: Pack, assess: Assess, exactMatch: ExactMatch): Interpret {
  /** A mere “thanks” goes on from nothing. */
  const assessIn = (text: string, before: Turn | undefined): Assessment => {
    const assessment = assess(text, before);
    const { alone } = assessment;
    return alone && saysNothing(text, alone.query) ? alone : assessment;
  };

  return (text, before) => {
    const assessment = assessIn(text, before);
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
}

/** Whether a text is a mere “thanks” or “no”. */
function saysNothing(text: string, { tokens }: Query): boolean {
  return !isQuestion(text) && tokens.every((token) => isStopWord(token) || REPLY_WORDS.has(token));
}

import type { Turn } from "../../core/conversation.ts";
import type { Entry } from "../../core/entry.ts";
import type { Pack } from "../../core/pack.ts";
import type { Assess, Assessment } from "../assessment/assess.ts";
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

/**
 * Interprets texts as one question each: exact wordings first, and else by what the entries are ranked by.
 * @param read reads a text, in the way that counts
 */
export function createInterpret(pack: Pack, read: Assess, exactMatch: ExactMatch): Interpret {
  return (text, before) => {
    const assessment = read(text, before);
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

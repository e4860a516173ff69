import { ENTRY_KINDS } from "../core/entry.ts";
import type { Comparison } from "./comparison.ts";
import { CONTEXT_SIGNALS, type ConversationContext } from "./context-signals.ts";
import { CUE_NAMES } from "./english.ts";
import { phrasingSimilarities } from "./phrasing-signals.ts";
import { bigramShare, focusShare, termShares } from "./term-signals.ts";

/** What speaks for an entry being what was asked. Each is between 0 and 1 or so, whatever the length of the question. */
export const SIGNALS = [
  "language",
  "saturated",
  "coverage",
  "title",
  "nearest",
  "nearestThree",
  /** The nearest phrasing in both its terms and its function words. */
  "worded",
  "bigrams",
  "focus",
  "keywords",
  "body",
  "classifier",
] as const;

export type Signal = (typeof SIGNALS)[number];

/** Names of all features in the order of their values: the signals, then each cue with each kind of entry. */
export const FEATURES: readonly string[] = [
  ...SIGNALS,
  ...CONTEXT_SIGNALS,
  ...CUE_NAMES.flatMap((cue) => ENTRY_KINDS.map((kind) => `${cue} × ${kind}`)),
];

const FIRST_CUE = SIGNALS.length + CONTEXT_SIGNALS.length;
/** Scores of the classifier lie within about five of zero. */
const CLASSIFIER_SCALE = 5;

/**
 * The features of one entry for one question.
 * @param classified the classifier's score of the entry
 * @param context of the conversation, where the question points back to it
 */
export function featuresOf(
  comparison: Comparison,
  entry: number,
  classified: number,
  context: ConversationContext | undefined,
): Float64Array {
  const { index, query } = comparison;
  const features = new Float64Array(FEATURES.length);
  const { title, nearest, nearestThree, worded } = phrasingSimilarities(comparison, entry);
  const { language, saturated, coverage, keywords, body } = termShares(comparison, entry);
  const signals: Record<Signal, number> = {
    language,
    saturated,
    coverage,
    title,
    nearest,
    nearestThree,
    worded,
    bigrams: bigramShare(comparison, entry),
    focus: focusShare(comparison, entry),
    keywords,
    body,
    classifier: classified / CLASSIFIER_SCALE,
  };
  for (const [position, signal] of SIGNALS.entries()) features[position] = signals[signal];
  const inContext = context?.signalsOf(entry);
  for (const [position, signal] of CONTEXT_SIGNALS.entries()) {
    features[SIGNALS.length + position] = inContext?.[signal] ?? 0;
  }
  const kind = ENTRY_KINDS.indexOf(index.entries[entry]?.kind ?? "concept");
  for (const cue of query.cues) features[FIRST_CUE + CUE_NAMES.indexOf(cue) * ENTRY_KINDS.length + kind] = 1;
  return features;
}

import type { Comparison } from "./comparison.ts";
import { CONTEXT_SIGNALS, type ConversationContext } from "./context-signals.ts";
import { phrasingSimilarities } from "./phrasing-signals.ts";
import { focusShare, termShares } from "./term-signals.ts";

/** What speaks for an entry being what was asked. Each is between 0 and 1 or so, whatever the length of the question. */
export const SIGNALS = [
  "language",
  "saturated",
  "coverage",
  "title",
  "nearest",
  "nearestThree",
  "focus",
  "body",
  "classifier",
] as const;

export type Signal = (typeof SIGNALS)[number];

/** Names of all features, in the order of their values. */
export const FEATURES: readonly string[] = [...SIGNALS, ...CONTEXT_SIGNALS];

/** Scores of the classifier lie within about five of zero. */
const CLASSIFIER_SCALE = 5;

/**
 * The features of one entry for one question.
 * @param classified the classifier's score of the entry
 * @param context of the conversation, where the question is read as going on from it
 */
export function featuresOf(
  comparison: Comparison,
  entry: number,
  classified: number,
  context: ConversationContext | undefined,
): Float64Array {
  const features = new Float64Array(FEATURES.length);
  const { language, saturated, coverage, body } = termShares(comparison, entry);
  const { title, nearest, nearestThree } = phrasingSimilarities(comparison, entry);
  const signals: Record<Signal, number> = {
    language,
    saturated,
    coverage,
    title,
    nearest,
    nearestThree,
    focus: focusShare(comparison, entry),
    body,
    classifier: classified / CLASSIFIER_SCALE,
  };
  write(signals, SIGNALS, features, 0);
  if (context) write(context.signalsOf(entry), CONTEXT_SIGNALS, features, SIGNALS.length);
  return features;
}

/** Writes values in the order of their names. */
function write<Name extends string>(
  values: Readonly<Record<Name, number>>,
  names: readonly Name[],
  into: Float64Array,
  start: number,
): void {
  let position = start;
  for (const name of names) into[position++] = values[name];
}

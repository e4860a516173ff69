import { cellOf } from "../numbers/sparse-matrix.ts";
import { floatAt } from "../numbers/typed-arrays.ts";
import type { Comparison } from "./comparison.ts";
import { CONTEXT_SIGNALS, type ConversationContext } from "./context-signals.ts";
import { nearestPhrasings } from "./phrasing-signals.ts";
import { termSignals } from "./term-signals.ts";

/** What speaks for an entry being what was asked. Each is between 0 and 1 or so, whatever the length of the question. */
export const SIGNALS = [
  /** How likely the question is under the entry's phrasings. */
  "language",
  /** Share of what the question says that the entry holds at all. */
  "coverage",
  /** How near the question is to the phrasings that are nearest to it. */
  "nearest",
  /** Share of what the entry is always about that the question says. */
  "focus",
  /** What the classifier thinks of it. */
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
  const { profile } = comparison.index;
  const cells = comparison.terms.map(({ term }) => cellOf(profile, entry, term));
  const shares = cells.map((cell) => (cell < 0 ? 0 : floatAt(profile.values, cell)));
  const { language, coverage, focus } = termSignals(comparison, entry, shares);
  const nearest = nearestPhrasings(comparison, entry, cells);
  const signals: Record<Signal, number> = {
    language,
    coverage,
    nearest,
    focus,
    classifier: classified / CLASSIFIER_SCALE,
  };
  const features = new Float64Array(FEATURES.length);
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
  names.forEach((name, place) => {
    into[start + place] = values[name];
  });
}

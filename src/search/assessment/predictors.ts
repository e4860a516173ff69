/** What tells whether the best candidate is right, and whether the question is within the pack at all. */
export const EVIDENCE = [
  "constant",
  /** Of the best candidate, among all. */
  "probability",
  /** Share of what the question says that the best candidate holds. */
  "coverage",
  /** How near its nearest phrasings are, as far as the question is known at all. */
  "nearest",
  /** Share of what the best candidate is always about that the question says. */
  "focus",
  /** The most telling known term that the best candidate lacks. */
  "unmatched",
  /** Share of the question that is English words which the pack does not use, and other words. */
  "unknownEnglish",
  "unknownNames",
  /** Share of the words that were taken for others. */
  "repaired",
  /** How much the words belong to the subject rather than to everyday talk: on average, at most, and altogether. */
  "domainMean",
  "domainMost",
  "domainSum",
  /** Whether the question names the pack's subject. */
  "subject",
  /** Whether it has a word of asking at all. */
  "asking",
  /** Whether it reads like a question. */
  "question",
  /** Whether its words point back to something said before. */
  "pointing",
  /** How few terms it has. */
  "shortness",
  /** How much it is like what the pack declines. */
  "declined",
  /** How near it is to the nearest example of that. */
  "nearDeclined",
  /** Whether the pack says what it declines. */
  "declining",
  /** How much the pack has to go by: the decimal logarithm of its phrasings. */
  "size",
  /** In a conversation: whether the best candidate was shown last, and whether it is where that leads. */
  "shown",
  "expected",
  /** Share of what the question says that its answer holds. */
  "answered",
  /** Whether the question has the same best candidate by itself, and how sure that was. */
  "agreeing",
  "aloneConfidence",
  "aloneScope",
  /** How sure it is to be within the subject with a word of what was just shown filled in. */
  "filledScope",
  /** How probable the best candidate is, if the question only names what is different from the one before. */
  "replaced",
] as const;

export type Evidence = (typeof EVIDENCE)[number];

/**
 * Pairs of pieces of evidence, by their places: all but those with the first, which is constant; a piece makes a pair with
 * itself too.
 */
const PAIRS = EVIDENCE.slice(1).flatMap((_, index) =>
  EVIDENCE.slice(index + 1).map((_, offset): [number, number] => [index + 1, index + 1 + offset]),
);

/** The evidence and all products of two pieces of it: a near phrasing, say, counts less beside many unknown words. */
export const PREDICTORS: readonly string[] = [
  ...EVIDENCE,
  ...PAIRS.map(([one, other]) => `${EVIDENCE[one]} × ${EVIDENCE[other]}`),
];

/** The values of the predictors for a question's evidence, in the order of PREDICTORS. */
export function predictorsOf(evidence: readonly number[]): Float64Array {
  const predictors = new Float64Array(PREDICTORS.length);
  predictors.set(evidence);
  PAIRS.forEach(([one, other], place) => {
    predictors[EVIDENCE.length + place] = (evidence[one] ?? 0) * (evidence[other] ?? 0);
  });
  return predictors;
}

/** What tells whether the best candidate is right, and whether the question is within the pack at all. */
export const EVIDENCE = [
  "constant",
  /** Of the best candidate, among all. */
  "probability",
  "margin",
  "language",
  "coverage",
  "nearest",
  "focus",
  /** Share of what the question says that the best candidate accounts for. */
  "explained",
  /** The nearest phrasing, as far as the question is known at all. */
  "nearestExplained",
  /** The most telling known term that the best candidate lacks. */
  "unmatched",
  "unknownEnglish",
  "unknownNames",
  /** Share of the words that were taken for others. */
  "repaired",
  "domainMean",
  "domainMost",
  "domainLeast",
  "domainSum",
  /** Share of the words that the pack knows, and everyday English does not. */
  "jargon",
  /** Whether the question names the pack's subject. */
  "subject",
  /** Whether it has a word of asking at all. */
  "asking",
  /** Whether it reads like a question. */
  "question",
  /** Whether its words point back to something said before. */
  "pointing",
  /** Whether the best candidate is where the conversation leads. */
  "expected",
  /** How probable it is, if the question left out a word of what was just shown. */
  "filledIn",
  /** The same, if it only names what is different from the question before. */
  "replaced",
  /** The same, if it completes the question before; and how much more than that question by itself. */
  "joined",
  "added",
  /** In a conversation: whether the question has the same best candidate by itself, and how sure that was. */
  "agreeing",
  "aloneConfidence",
  "aloneScope",
  /** The same for the surest of the readings with a word filled in. */
  "filledConfidence",
  "filledScope",
  /** The same for those with its words in the place of one of the question before. */
  "replacedConfidence",
  "replacedScope",
  /** The same for the question behind the one before. */
  "joinedConfidence",
  "joinedScope",
  /** Whether the pack has a classifier. */
  "classified",
  /** How much it is like what the pack declines. */
  "declined",
  /** Whether the pack says what it declines. */
  "declining",
  /** How much the pack has to go by: the decimal logarithm of its phrasings. */
  "size",
  "shortness",
] as const;

export type Evidence = (typeof EVIDENCE)[number];

/** The evidence and all products of two pieces of it: a near phrasing, say, counts less beside many unknown words. */
export const PREDICTORS: readonly string[] = [...EVIDENCE, ...pairsOf(EVIDENCE).map(([a, b]) => `${a} × ${b}`)];

/** The values of the predictors for a question's evidence, in the order of PREDICTORS. */
export function predictorsOf(evidence: readonly number[]): number[] {
  return [...evidence, ...productsOf(evidence)];
}

/** All pairs but those with the first item, which is constant; an item makes a pair with itself too. */
function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.slice(1).flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));
}

/** The products of the pairs, in their order. A plain loop: it runs for every question. */
function productsOf(values: readonly number[]): number[] {
  const products: number[] = [];
  for (let first = 1; first < values.length; first++) {
    for (let second = first; second < values.length; second++) {
      products.push((values[first] ?? 0) * (values[second] ?? 0));
    }
  }
  return products;
}

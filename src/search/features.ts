import { ENTRY_KINDS } from "../core/entry.ts";
import { CUE_NAMES } from "./english.ts";
import { bigramId, type EntryIndex } from "./index-entries.ts";
import { floatAt, intAt, type SparseMatrix, valueAt } from "./sparse-matrix.ts";
import type { Query, QueryTerm } from "./understand.ts";

/** What speaks for an entry being what was asked. Each is between 0 and 1 or so, whatever the length of the question. */
export const SIGNALS = [
  "language",
  "saturated",
  "coverage",
  "title",
  "nearest",
  "nearestThree",
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
  ...CUE_NAMES.flatMap((cue) => ENTRY_KINDS.map((kind) => `${cue} × ${kind}`)),
];

/** How far a phrasing's share outweighs the chance of finding a term anywhere; the λ of Jelinek-Mercer smoothing. */
const SMOOTHING = 0.5;
/** Share of phrasings at which a term counts half as much as it ever can. */
const SATURATION = 0.15;

/** Scores of the classifier lie within about five of zero. */
const CLASSIFIER_SCALE = 5;

/**
 * The features of one entry for one question.
 * @param classified the classifier's score of the entry
 */
export function featuresOf(index: EntryIndex, query: Query, entry: number, classified: number): Float64Array {
  const features = new Float64Array(FEATURES.length);
  const weights = variantWeights(query.terms);
  const total = query.terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const share = (score: (term: number) => number): number =>
    query.terms.reduce((sum, term) => sum + term.weight * best(term, score), 0) / total;
  const profile = (term: number): number => valueAt(index.profile, entry, term);
  const has = (matrix: SparseMatrix, term: number): number => (valueAt(matrix, entry, term) > 0 ? 1 : 0);
  const [title, nearest, nearestThree] = phrasingSimilarities(index, weights, total, entry);

  const signals: Record<Signal, number> = {
    language: languageModel(index, query.terms, profile),
    saturated: share((term) => (profile(term) * (1 + SATURATION)) / (profile(term) + SATURATION)),
    coverage: share((term) =>
      Math.max(has(index.profile, term), has(index.keywords, term), 0.7 * has(index.body, term)),
    ),
    title,
    nearest,
    nearestThree,
    bigrams: bigramShare(index, query.terms, entry),
    focus: focusShare(index, weights, entry),
    keywords: share((term) => has(index.keywords, term)),
    body: share((term) => has(index.body, term)),
    classifier: classified / CLASSIFIER_SCALE,
  };
  for (const [position, signal] of SIGNALS.entries()) features[position] = signals[signal];
  const kind = ENTRY_KINDS.indexOf(index.entries[entry]?.kind ?? "concept");
  for (const cue of query.cues) features[SIGNALS.length + CUE_NAMES.indexOf(cue) * ENTRY_KINDS.length + kind] = 1;
  return features;
}

function best({ variants }: QueryTerm, score: (term: number) => number): number {
  let highest = 0;
  for (const { term, weight } of variants) highest = Math.max(highest, weight * score(term));
  return highest;
}

/** Term → how much of it the question says. */
function variantWeights(terms: readonly QueryTerm[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const { variants } of terms) {
    for (const { term, weight } of variants) weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  }
  return weights;
}

/**
 * How much likelier the question's terms are from this entry than from any: query likelihood with Jelinek-Mercer
 * smoothing (Zhai & Lafferty, 2004, https://doi.org/10.1145/984321.984322), as a share of the most it could be.
 */
function languageModel(index: EntryIndex, terms: readonly QueryTerm[], profile: (term: number) => number): number {
  let sum = 0;
  let most = 0;
  for (const term of terms) {
    const odds = (share: number, id: number): number =>
      Math.log(1 + (SMOOTHING * share) / ((1 - SMOOTHING) * Math.max(floatAt(index.background, id), 1e-5)));
    sum += best(term, (id) => odds(profile(id), id));
    most += Math.max(...term.variants.map(({ term: id }) => odds(1, id)));
  }
  return most > 0 ? sum / most : 0;
}

/** Cosine of the question with the title, with the nearest phrasing, and on average with the nearest three. */
function phrasingSimilarities(
  { phrasings, phrasingStarts, phrasingNorms, idf }: EntryIndex,
  weights: ReadonlyMap<number, number>,
  total: number,
  entry: number,
): [title: number, nearest: number, nearestThree: number] {
  const queryNorm = Math.sqrt(
    [...weights].reduce((sum, [term, weight]) => sum + (weight * floatAt(idf, term)) ** 2, 0),
  );
  if (queryNorm === 0 || total === 0) return [0, 0, 0];
  const similarities: number[] = [];
  for (let row = intAt(phrasingStarts, entry); row < intAt(phrasingStarts, entry + 1); row++) {
    let dot = 0;
    for (let cell = intAt(phrasings.starts, row); cell < intAt(phrasings.starts, row + 1); cell++) {
      const term = intAt(phrasings.columns, cell);
      const weight = weights.get(term);
      if (weight !== undefined) dot += weight * floatAt(idf, term) ** 2;
    }
    similarities.push(dot === 0 ? 0 : Math.min(1, dot / (queryNorm * floatAt(phrasingNorms, row))));
  }
  const [title = 0] = similarities;
  const [first = 0, second = 0, third = 0] = similarities.sort((a, b) => b - a);
  return [title, first, (first + second + third) / 3];
}

/** Share of the question's neighbouring terms that are neighbours in the entry's phrasings too. */
function bigramShare(index: EntryIndex, terms: readonly QueryTerm[], entry: number): number {
  let sum = 0;
  let total = 0;
  for (let position = 1; position < terms.length; position++) {
    const [first, second] = [terms[position - 1], terms[position]];
    if (!first || !second) continue;
    const weight = first.weight + second.weight;
    total += weight;
    const share = best(first, (a) => best(second, (b) => valueAt(index.bigrams, entry, bigramId(a, b))));
    sum += (weight * share) / (share + SATURATION);
  }
  return total > 0 ? sum / total : 0;
}

/** How much of what the entry is always about, the terms that most of its phrasings hold, the question says. */
function focusShare({ profile, idf }: EntryIndex, weights: ReadonlyMap<number, number>, entry: number): number {
  let said = 0;
  let total = 0;
  for (let cell = intAt(profile.starts, entry); cell < intAt(profile.starts, entry + 1); cell++) {
    const term = intAt(profile.columns, cell);
    const importance = floatAt(profile.values, cell) ** 2 * floatAt(idf, term);
    total += importance;
    said += importance * (weights.get(term) ?? 0);
  }
  return total > 0 ? said / total : 0;
}

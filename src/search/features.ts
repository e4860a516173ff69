import { ENTRY_KINDS } from "../core/entry.ts";
import { CUE_NAMES } from "./english.ts";
import { bigramId, type EntryIndex } from "./index-entries.ts";
import { floatAt, intAt, valueAt } from "./sparse-matrix.ts";
import type { Query, QueryTerm, Variant } from "./understand.ts";

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
  ...CUE_NAMES.flatMap((cue) => ENTRY_KINDS.map((kind) => `${cue} × ${kind}`)),
];

/** How far a phrasing's share outweighs the chance of finding a term anywhere; the λ of Jelinek-Mercer smoothing. */
const SMOOTHING = 0.5;
/** Share of phrasings at which a term counts half as much as it ever can. */
const SATURATION = 0.15;
/** What a term counts for coverage that only the answer itself holds. */
const BODY_COVERAGE = 0.7;
/** Scores of the classifier lie within about five of zero. */
const CLASSIFIER_SCALE = 5;

/** A question with what all candidates are compared with, worked out once. */
export interface Comparison {
  index: EntryIndex;
  query: Query;
  /** Term → how much of it the question says. */
  said: Float32Array;
  /** Length of the question as a vector of idf weights. */
  norm: number;
  /** Sum of the weights of the question's terms. */
  total: number;
}

export function compareWith(index: EntryIndex, query: Query): Comparison {
  const said = new Float32Array(index.idf.length);
  for (const { variants } of query.terms) {
    for (const { term, weight } of variants) said[term] = Math.max(floatAt(said, term), weight);
  }
  let squares = 0;
  for (const { variants } of query.terms) {
    for (const { term } of variants) squares += (floatAt(said, term) * floatAt(index.idf, term)) ** 2;
  }
  const total = query.terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return { index, query, said, norm: Math.sqrt(squares) || 1, total };
}

/**
 * The features of one entry for one question.
 * @param classified the classifier's score of the entry
 */
export function featuresOf(comparison: Comparison, entry: number, classified: number): Float64Array {
  const { index, query } = comparison;
  const features = new Float64Array(FEATURES.length);
  const { title, nearest, nearestThree, worded } = phrasingSimilarities(comparison, entry);
  const { language, saturated, coverage, keywords, body } = termShares(comparison, entry);
  const bigrams = bigramShare(comparison, entry);
  const focus = focusShare(comparison, entry);
  const classifier = classified / CLASSIFIER_SCALE;
  // In the order of SIGNALS.
  features.set([
    language,
    saturated,
    coverage,
    title,
    nearest,
    nearestThree,
    worded,
    bigrams,
    focus,
    keywords,
    body,
    classifier,
  ]);
  const kind = ENTRY_KINDS.indexOf(index.entries[entry]?.kind ?? "concept");
  for (const cue of query.cues) features[SIGNALS.length + CUE_NAMES.indexOf(cue) * ENTRY_KINDS.length + kind] = 1;
  return features;
}

type TermSignal = "language" | "saturated" | "coverage" | "keywords" | "body";

/** The signals that add up over the question's terms, each as a share of the most it could be. */
function termShares({ index, query, total }: Comparison, entry: number): Record<TermSignal, number> {
  const sums = { language: 0, saturated: 0, coverage: 0, keywords: 0, body: 0 };
  let mostLanguage = 0;
  for (const { variants, weight } of query.terms) {
    const best = { language: 0, saturated: 0, coverage: 0, keywords: 0, body: 0, mostLanguage: 0 };
    for (const variant of variants) addVariant(best, index, entry, variant);
    sums.language += best.language;
    mostLanguage += best.mostLanguage;
    sums.saturated += weight * best.saturated;
    sums.coverage += weight * best.coverage;
    sums.keywords += weight * best.keywords;
    sums.body += weight * best.body;
  }
  return {
    language: mostLanguage > 0 ? sums.language / mostLanguage : 0,
    saturated: sums.saturated / total,
    coverage: sums.coverage / total,
    keywords: sums.keywords / total,
    body: sums.body / total,
  };
}

/** Raises the best that a term has reached by what one of its variants reaches. */
function addVariant(
  best: Record<TermSignal | "mostLanguage", number>,
  index: EntryIndex,
  entry: number,
  { term, weight }: Variant,
): void {
  const share = valueAt(index.profile, entry, term);
  const keyword = valueAt(index.keywords, entry, term);
  const body = valueAt(index.body, entry, term);
  const covered = share > 0 || keyword > 0 ? 1 : BODY_COVERAGE * body;
  best.mostLanguage = Math.max(best.mostLanguage, languageOdds(index, term, 1));
  best.language = Math.max(best.language, weight * languageOdds(index, term, share));
  best.saturated = Math.max(best.saturated, (weight * share * (1 + SATURATION)) / (share + SATURATION));
  best.coverage = Math.max(best.coverage, weight * covered);
  best.keywords = Math.max(best.keywords, weight * keyword);
  best.body = Math.max(best.body, weight * body);
}

/**
 * How much likelier a term is from an entry than from any: query likelihood with Jelinek-Mercer smoothing (Zhai &
 * Lafferty, 2004, https://doi.org/10.1145/984321.984322).
 */
function languageOdds({ background }: EntryIndex, term: number, share: number): number {
  return Math.log(1 + (SMOOTHING * share) / ((1 - SMOOTHING) * Math.max(floatAt(background, term), 1e-5)));
}

/** Cosine of the question with the title, with the nearest phrasing, and on average with the nearest three. */
function phrasingSimilarities(
  comparison: Comparison,
  entry: number,
): Record<"title" | "nearest" | "nearestThree" | "worded", number> {
  const { phrasingStarts } = comparison.index;
  const start = intAt(phrasingStarts, entry);
  const title = similarity(comparison, start);
  let worded = title * frameSimilarity(comparison, start);
  let [first, second, third] = [title, 0, 0];
  for (let row = start + 1; row < intAt(phrasingStarts, entry + 1); row++) {
    const value = similarity(comparison, row);
    worded = Math.max(worded, value * frameSimilarity(comparison, row));
    if (value > first) [first, second, third] = [value, first, second];
    else if (value > second) [second, third] = [value, second];
    else if (value > third) third = value;
  }
  return { title, nearest: first, nearestThree: (first + second + third) / 3, worded };
}

/** Cosine of the question with one phrasing, over idf weights. */
function similarity({ index: { phrasings, phrasingNorms, idf }, said, norm }: Comparison, row: number): number {
  let dot = 0;
  for (let cell = intAt(phrasings.starts, row); cell < intAt(phrasings.starts, row + 1); cell++) {
    const term = intAt(phrasings.columns, cell);
    dot += floatAt(said, term) * floatAt(idf, term) ** 2;
  }
  return dot === 0 ? 0 : Math.min(1, dot / (norm * floatAt(phrasingNorms, row)));
}

/** How alike two frames are, from a half for nothing in common to 1: the Dice coefficient, moved up. */
function frameSimilarity({ index: { frames }, query: { frame } }: Comparison, row: number): number {
  const [start, end] = [intAt(frames.starts, row), intAt(frames.starts, row + 1)];
  let shared = 0;
  for (let cell = start; cell < end; cell++) if (frame.has(intAt(frames.columns, cell))) shared++;
  const size = frame.size + end - start;
  return size === 0 ? 1 : 0.5 + shared / size;
}

/** Share of the question's neighbouring terms that are neighbours in the entry's phrasings too. */
function bigramShare({ index, query: { terms } }: Comparison, entry: number): number {
  const [only] = terms;
  if (only && terms.length === 1) return saturatedShare(index, only, entry);
  let sum = 0;
  let total = 0;
  for (let position = 1; position < terms.length; position++) {
    const [first, second] = [terms[position - 1], terms[position]];
    if (!first || !second) continue;
    const weight = first.weight + second.weight;
    const share = bestBigram(index, first.variants, second.variants, entry);
    total += weight;
    sum += (weight * share) / (share + SATURATION);
  }
  return total > 0 ? sum / total : 0;
}

/** A single term has no neighbour: what it does by itself stands in. */
function saturatedShare(index: EntryIndex, { variants }: QueryTerm, entry: number): number {
  const share = Math.max(...variants.map(({ term, weight }) => weight * valueAt(index.profile, entry, term)));
  return share / (share + SATURATION);
}

function bestBigram(index: EntryIndex, first: readonly Variant[], second: readonly Variant[], entry: number): number {
  let best = 0;
  for (const a of first) {
    for (const b of second) {
      best = Math.max(best, a.weight * b.weight * valueAt(index.bigrams, entry, bigramId(a.term, b.term)));
    }
  }
  return best;
}

/** How much of what the entry is always about, the terms that most of its phrasings hold, the question says. */
function focusShare({ index: { profile, idf }, said }: Comparison, entry: number): number {
  let found = 0;
  let total = 0;
  for (let cell = intAt(profile.starts, entry); cell < intAt(profile.starts, entry + 1); cell++) {
    const term = intAt(profile.columns, cell);
    const importance = floatAt(profile.values, cell) ** 2 * floatAt(idf, term);
    total += importance;
    found += importance * floatAt(said, term);
  }
  return total > 0 ? found / total : 0;
}

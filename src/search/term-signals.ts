import type { Comparison } from "./comparison.ts";
import { bigramId, type EntryIndex } from "./index-entries.ts";
import { floatAt, hasCell, intAt, valueAt } from "./sparse-matrix.ts";
import type { QueryTerm, Variant } from "./understand.ts";

/** How far a phrasing's share outweighs the chance of finding a term anywhere; the λ of Jelinek-Mercer smoothing. */
const SMOOTHING = 0.5;
/** Share of phrasings at which a term counts half as much as it ever can. */
const SATURATION = 0.15;
/** What a term counts for coverage that only the answer itself holds. */
const BODY_COVERAGE = 0.7;

type TermSignal = "language" | "saturated" | "coverage" | "keywords" | "body";

/** The signals that add up over the question's terms, each as a share of the most it could be. */
export function termShares({ index, query, total }: Comparison, entry: number): Record<TermSignal, number> {
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
  const keyword = hasCell(index.keywords, entry, term) ? 1 : 0;
  const body = hasCell(index.body, entry, term) ? 1 : 0;
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

/** Share of the question's neighbouring terms that are neighbours in the entry's phrasings too. */
export function bigramShare({ index, query: { terms } }: Comparison, entry: number): number {
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
export function focusShare({ index: { profile, idf }, said }: Comparison, entry: number): number {
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

import type { EntryIndex } from "../index/index-entries.ts";
import { importanceOf } from "../index/term-weights.ts";
import { hasCell, valueAt } from "../numbers/sparse-matrix.ts";
import { floatAt } from "../numbers/typed-arrays.ts";
import type { QueryTerm, Variant } from "../query/understand.ts";
import type { Comparison } from "./comparison.ts";
import { languageOdds } from "./language-odds.ts";

/** Share of phrasings at which a term counts half as much as it ever can. */
const SATURATION = 0.15;
/** What a term counts for coverage that only the answer itself holds. */
const BODY_COVERAGE = 0.7;

type TermSignal = "language" | "saturated" | "coverage" | "body";

/** The signals that add up over the question's terms, each as a share of the most it could be. */
export function termShares(
  { index, query, total, mostLanguage }: Comparison,
  entry: number,
): Record<TermSignal, number> {
  const sums = { language: 0, saturated: 0, coverage: 0, body: 0 };
  for (const { variants, weight } of query.terms) {
    const best = { language: 0, saturated: 0, coverage: 0, body: 0 };
    for (const variant of variants) addVariant(best, index, entry, variant);
    sums.language += best.language;
    sums.saturated += weight * best.saturated;
    sums.coverage += weight * best.coverage;
    sums.body += weight * best.body;
  }
  return {
    language: mostLanguage > 0 ? sums.language / mostLanguage : 0,
    saturated: sums.saturated / total,
    coverage: sums.coverage / total,
    body: sums.body / total,
  };
}

/** Whether an entry's phrasings or keywords hold a term, or one that means the same. */
export function holdsTerm({ profile, keywords }: EntryIndex, entry: number, { variants }: QueryTerm): boolean {
  return variants.some(({ term }) => hasCell(profile, entry, term) || hasCell(keywords, entry, term));
}

/** Raises the best that a term has reached by what one of its variants reaches. */
function addVariant(
  best: Record<TermSignal, number>,
  index: EntryIndex,
  entry: number,
  { term, weight }: Variant,
): void {
  const share = valueAt(index.profile, entry, term);
  const body = hasCell(index.body, entry, term) ? 1 : 0;
  const covered = share > 0 || hasCell(index.keywords, entry, term) ? 1 : BODY_COVERAGE * body;
  if (share > 0) best.language = Math.max(best.language, weight * languageOdds(index, term, share));
  best.saturated = Math.max(best.saturated, (weight * share * (1 + SATURATION)) / (share + SATURATION));
  best.coverage = Math.max(best.coverage, weight * covered);
  best.body = Math.max(best.body, weight * body);
}

/** How much of what the entry is always about, the terms that most of its phrasings hold, the question says. */
export function focusShare({ index, terms, said }: Comparison, entry: number): number {
  const total = floatAt(index.importance, entry);
  if (total === 0) return 0;
  let found = 0;
  for (const term of terms) {
    found += importanceOf(valueAt(index.profile, entry, term), floatAt(index.idf, term)) * floatAt(said, term);
  }
  return found / total;
}

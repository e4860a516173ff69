import type { EntryIndex } from "../index/index-entries.ts";
import { importanceOf } from "../index/term-weights.ts";
import { hasCell } from "../numbers/sparse-matrix.ts";
import { floatAt } from "../numbers/typed-arrays.ts";
import type { QueryTerm } from "../query/understand.ts";
import type { ComparedVariant, Comparison } from "./comparison.ts";
import { languageOdds } from "./language-odds.ts";

/** What a term counts for coverage that only the answer itself holds. */
const BODY_COVERAGE = 0.7;

/**
 * The signals that add up over the question's terms, each as a share of the most it could be.
 * @param shares of the entry's phrasings that hold each of the compared terms
 */
export function termSignals(
  comparison: Comparison,
  entry: number,
  shares: readonly number[],
): Record<"language" | "coverage" | "focus", number> {
  const { asked, total, mostLanguage } = comparison;
  let [language, coverage] = [0, 0];
  for (const { variants, weight } of asked) {
    let [bestLanguage, bestCoverage] = [0, 0];
    for (const variant of variants) {
      bestLanguage = Math.max(bestLanguage, languageOf(variant, comparison, shares));
      bestCoverage = Math.max(bestCoverage, variant.weight * covered(variant, comparison, entry, shares));
    }
    language += bestLanguage;
    coverage += weight * bestCoverage;
  }
  return {
    language: mostLanguage > 0 ? language / mostLanguage : 0,
    coverage: coverage / total,
    focus: focusShare(comparison, entry, shares),
  };
}

/** Whether an entry's phrasings or keywords hold a term, or one that means the same. */
export function holdsTerm({ profile, keywords }: EntryIndex, entry: number, { variants }: QueryTerm): boolean {
  return variants.some(({ term }) => hasCell(profile, entry, term) || hasCell(keywords, entry, term));
}

function languageOf(
  { place, weight }: ComparedVariant,
  { index, terms }: Comparison,
  shares: readonly number[],
): number {
  const share = shares[place] ?? 0;
  return share > 0 ? weight * languageOdds(index, terms[place]?.term ?? 0, share) : 0;
}

/** How much an entry covers a term: wholly if it is asked for with it, less if only its answer holds it. */
function covered(
  { place }: ComparedVariant,
  { index, terms }: Comparison,
  entry: number,
  shares: readonly number[],
): number {
  const term = terms[place]?.term ?? 0;
  if ((shares[place] ?? 0) > 0 || hasCell(index.keywords, entry, term)) return 1;
  return hasCell(index.body, entry, term) ? BODY_COVERAGE : 0;
}

/** How much of what the entry is always about, the terms that most of its phrasings hold, the question says. */
function focusShare({ index, terms }: Comparison, entry: number, shares: readonly number[]): number {
  const total = floatAt(index.importance, entry);
  if (total === 0) return 0;
  let found = 0;
  for (const [place, { telling, said }] of terms.entries()) found += importanceOf(shares[place] ?? 0, telling) * said;
  return found / total;
}

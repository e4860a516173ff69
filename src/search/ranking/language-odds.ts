import type { EntryIndex } from "../index/index-entries.ts";
import { floatAt } from "../numbers/typed-arrays.ts";

/** How far a phrasing's share outweighs the chance of finding a term anywhere; the λ of Jelinek-Mercer smoothing. */
const SMOOTHING = 0.5;

/**
 * How much likelier a term is from an entry than from any: query likelihood with Jelinek-Mercer smoothing (Zhai &
 * Lafferty, 2004, https://doi.org/10.1145/984321.984322).
 */
export function languageOdds({ background }: EntryIndex, term: number, share: number): number {
  return Math.log(1 + (SMOOTHING * share) / ((1 - SMOOTHING) * Math.max(floatAt(background, term), 1e-5)));
}

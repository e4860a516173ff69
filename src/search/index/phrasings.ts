import { cellOf, groupedPattern, type SparseMatrix, type SparsePattern } from "../numbers/sparse-matrix.ts";
import { floatAt } from "../numbers/typed-arrays.ts";

/** For each cell of the profile, which is a term of an entry, the phrasings of the entry that hold the term, in order. */
export function holdersOf(
  profile: SparseMatrix,
  phrasingTerms: readonly (readonly ReadonlySet<number>[])[],
): SparsePattern {
  const cells: number[] = [];
  const phrasings: number[] = [];
  for (const [entry, texts] of phrasingTerms.entries()) {
    for (const [phrasing, terms] of texts.entries()) {
      for (const term of terms) {
        cells.push(cellOf(profile, entry, term));
        phrasings.push(phrasing);
      }
    }
  }
  return groupedPattern(cells, phrasings, profile.columns.length);
}

/** Length of a phrasing as a vector of term weights. */
export function normOf(terms: ReadonlySet<number>, weights: Float32Array): number {
  let squares = 0;
  for (const term of terms) squares += floatAt(weights, term) ** 2;
  return Math.sqrt(squares);
}

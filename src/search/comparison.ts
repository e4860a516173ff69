import type { EntryIndex } from "./index-entries.ts";
import { floatAt } from "./typed-arrays.ts";
import type { Query } from "./understand.ts";

/** A question with what all candidates are compared with, worked out once. */
export interface Comparison {
  index: EntryIndex;
  query: Query;
  /** Term → how much of it the question says, 0 to 1. */
  said: Float32Array;
  /** Term → how much of it the question says, times its idf squared: its part of a cosine. */
  weighted: Float32Array;
  /** Length of the question as a vector of idf weights. */
  norm: number;
  /** Sum of the weights of the question's terms. */
  total: number;
}

/** Prepares questions for comparison, one at a time: each ends the use of the one before. */
export function createCompare(index: EntryIndex): (query: Query) => Comparison {
  // Kept from question to question, since making them anew would take time in proportion to the vocabulary.
  const said = new Float32Array(index.idf.length);
  const weighted = new Float32Array(index.idf.length);
  let written: number[] = [];

  return (query) => {
    for (const term of written) {
      said[term] = 0;
      weighted[term] = 0;
    }
    written = query.terms.flatMap(({ variants }) => variants.map(({ term }) => term));
    let squares = 0;
    for (const { variants } of query.terms) {
      for (const { term, weight } of variants) {
        const idf = floatAt(index.idf, term);
        said[term] = Math.max(floatAt(said, term), weight);
        weighted[term] = floatAt(said, term) * idf ** 2;
        squares += (floatAt(said, term) * idf) ** 2;
      }
    }
    const total = query.terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
    return { index, query, said, weighted, norm: Math.sqrt(squares) || 1, total };
  };
}

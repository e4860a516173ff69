import type { EntryIndex } from "../index/index-entries.ts";
import { floatAt, intAt } from "../numbers/typed-arrays.ts";
import type { Query, Variant } from "../query/understand.ts";
import { languageOdds } from "./language-odds.ts";

/** A question with what all candidates are compared with, worked out once. */
export interface Comparison {
  index: EntryIndex;
  query: Query;
  /** The question's terms and what stands for them, each once. */
  terms: readonly number[];
  /** Room for a number for each phrasing of an entry, all zero in between. */
  products: Float64Array;
  /** Term → how much of it the question says, 0 to 1. */
  said: Float32Array;
  /** Term → how much of it the question says, times its idf squared: its part of a cosine. */
  weighted: Float32Array;
  /** Length of the question as a vector of idf weights. */
  norm: number;
  /** Sum of the weights of the question's terms. */
  total: number;
  /** The most that the query likelihood of the question can be. */
  mostLanguage: number;
}

/** Prepares questions for comparison, one at a time: each ends the use of the one before. */
export function createCompare(index: EntryIndex): (query: Query) => Comparison {
  // Kept from question to question, since making them anew would take time in proportion to the vocabulary.
  const said = new Float32Array(index.idf.length);
  const weighted = new Float32Array(index.idf.length);
  const products = new Float64Array(mostPhrasings(index));
  let terms: number[] = [];

  return (query) => {
    for (const term of terms) {
      said[term] = 0;
      weighted[term] = 0;
    }
    terms = [...new Set(query.terms.flatMap(({ variants }) => variants.map(({ term }) => term)))];
    let squares = 0;
    for (const { variants } of query.terms) {
      for (const { term, weight } of variants) {
        const idf = floatAt(index.idf, term);
        said[term] = Math.max(floatAt(said, term), weight);
        weighted[term] = floatAt(said, term) * idf ** 2;
        squares += (floatAt(said, term) * idf) ** 2;
      }
    }
    const mostLanguage = query.terms.reduce((sum, { variants }) => sum + mostOdds(variants, index), 0);
    const total = query.terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
    return { index, query, said, terms, products, weighted, norm: Math.sqrt(squares) || 1, total, mostLanguage };
  };
}

function mostOdds(variants: readonly Variant[], index: EntryIndex): number {
  return Math.max(0, ...variants.map(({ term }) => languageOdds(index, term, 1)));
}

function mostPhrasings({ entries, phrasingStarts }: EntryIndex): number {
  return entries.reduce(
    (most, _, entry) => Math.max(most, intAt(phrasingStarts, entry + 1) - intAt(phrasingStarts, entry)),
    0,
  );
}

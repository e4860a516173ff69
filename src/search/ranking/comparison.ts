import type { EntryIndex } from "../index/index-entries.ts";
import { floatAt, intAt } from "../numbers/typed-arrays.ts";
import type { Query, Variant } from "../query/understand.ts";
import { languageOdds } from "./language-odds.ts";

/** A term of the question, or one that stands for it. */
export interface ComparedTerm {
  term: number;
  /** How telling it is. */
  telling: number;
  /** How much of it the question says, 0 to 1. */
  said: number;
  /** Its weight in the question as a vector: that of the term that it stands for, as far as it does. */
  weight: number;
}

/** What stands for one term of the question. */
export interface ComparedVariant {
  /** Where it stands among the compared terms. */
  place: number;
  /** 1 for what was typed, less for what only means the same. */
  weight: number;
}

/** A question with what all candidates are compared with, worked out once. */
export interface Comparison {
  index: EntryIndex;
  /** The question's terms and what stands for them, each once. */
  terms: readonly ComparedTerm[];
  /** What stands for each term of the question, and how telling that is. */
  asked: readonly { variants: readonly ComparedVariant[]; weight: number }[];
  /** Length of the question as a vector of term weights. */
  norm: number;
  /** Sum of the weights of the question's terms. */
  total: number;
  /** The most that the query likelihood of the question can be. */
  mostLanguage: number;
  /** Room for a number for each phrasing of an entry, all zero in between. */
  products: Float64Array;
}

/** Prepares questions for comparison, one at a time: each ends the use of the one before. */
export function createCompare(index: EntryIndex): (query: Query) => Comparison {
  // Kept from question to question, since making it anew would take time in proportion to the largest entry.
  const products = new Float64Array(mostPhrasings(index));

  return (query) => {
    const terms: ComparedTerm[] = [];
    const placeOf = ({ term, weight: said }: Variant, weightOfTerm: number): number => {
      const place = terms.findIndex((other) => other.term === term);
      const known = terms[place];
      const weight = said * weightOfTerm;
      if (!known) return terms.push({ term, telling: floatAt(index.termWeights, term), said, weight }) - 1;
      known.said = Math.max(known.said, said);
      known.weight = Math.max(known.weight, weight);
      return place;
    };
    const asked = query.terms.map(({ variants, weight }) => ({
      variants: variants.map((variant) => ({ place: placeOf(variant, weight), weight: variant.weight })),
      weight,
    }));
    // What stands for a term is no more to be found than the term itself.
    const squares = query.terms.reduce((sum, { weight }) => sum + weight ** 2, 0);
    const mostLanguage = query.terms.reduce((sum, { variants }) => sum + mostOdds(variants, index), 0);
    const total = query.terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
    return { index, terms, asked, norm: Math.sqrt(squares) || 1, total, mostLanguage, products };
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

import type { EntryIndex } from "../index/index-entries.ts";
import { floatAt } from "../numbers/typed-arrays.ts";
import type { AnalyzedTerm, Analyzer } from "../text/analyze.ts";
import { type Cue, cuesOf } from "../text/english.ts";
import { everydayFrequency } from "../text/word-frequency.ts";
import type { Words } from "./read-words.ts";

/** More distinct terms than a question needs; a pasted log has more. */
const MAX_TERMS = 24;
/** How much a term counts that only the conversation has named. */
const CONTEXT_WEIGHT = 0.25;
/** How much a term counts that is a synonym of what was typed. */
const SYNONYM_WEIGHT = 0.7;
/** How much a word counts beside the compound that it forms with its neighbour (“docker file”). */
const PART_WEIGHT = 0.5;
/** From this share of everyday speech on a word is plain English, about once in two million words. */
const EVERYDAY = 5e-7;

const IS_WORD = /^\p{L}+$/u;

/** A term that the index has, standing in for something typed. */
export interface Variant {
  term: number;
  /** 1 for what was typed, less for what only means the same. */
  weight: number;
}

/** One thing said in a question, with all the terms that may stand for it. */
export interface QueryTerm {
  word: string;
  variants: readonly Variant[];
  /** How telling it is: the weight of the first variant, less where only the conversation has named it. */
  weight: number;
}

/** A word of the question that the pack does not use. */
export interface UnknownWord {
  word: string;
  /** Whether it is an English word, and so probably tells of another subject, rather than a name. */
  isEnglish: boolean;
}

/** A question as search sees it. */
export interface Query {
  /** Its words as read, repaired. */
  tokens: readonly string[];
  /** Its terms in order, whether the index has them or not. */
  stems: readonly string[];
  /** The terms of what the conversation has shown, where the question is read as going on from it. */
  implied: readonly string[];
  terms: readonly QueryTerm[];
  unknown: readonly UnknownWord[];
  cues: readonly Cue[];
  /** Whether it reads like a question. */
  asks: boolean;
  /** Words as typed → the words they were taken for. */
  repairs: ReadonlyMap<string, readonly string[]>;
}

/**
 * Finds what the words of a question say in terms of the index.
 * @param context words of what the question is read as going on from; they count less than its own
 */
export function understand(
  { tokens, repairs, asks }: Words,
  context: readonly string[],
  analyzer: Analyzer,
  index: EntryIndex,
): Query {
  const own = analyzer.termsOf(tokens);
  const implied = analyzer.termsOf(context);
  const { terms, unknown } = collectTerms(own, implied, analyzer, index);
  return {
    tokens,
    stems: own.map(({ term }) => term),
    implied: implied.map(({ term }) => term),
    terms,
    unknown,
    cues: cuesOf(tokens),
    asks,
    repairs,
  };
}

function collectTerms(
  own: readonly AnalyzedTerm[],
  implied: readonly AnalyzedTerm[],
  analyzer: Analyzer,
  index: EntryIndex,
): { terms: QueryTerm[]; unknown: UnknownWord[] } {
  const terms = new Map<string, QueryTerm>();
  const unknown = new Map<string, UnknownWord>();
  for (const [position, { term, word }] of own.entries()) {
    const compound = compoundAt(own, position, analyzer, index);
    // Said again, a word keeps the compound that it was part of: “docker file or compose file”.
    const variants = merged(terms.get(term)?.variants ?? [], variantsOf(term, compound, analyzer, index));
    const [first] = variants;
    if (first) terms.set(term, { word, variants, weight: floatAt(index.termWeights, first.term) });
    else if (IS_WORD.test(word)) unknown.set(word, { word, isEnglish: everydayFrequency(word) >= EVERYDAY });
  }
  for (const { term, word } of implied) {
    const variants = variantsOf(term, undefined, analyzer, index);
    const [first] = variants;
    if (!first || terms.has(term)) continue;
    terms.set(term, { word, variants, weight: CONTEXT_WEIGHT * floatAt(index.termWeights, first.term) });
  }
  return { terms: [...terms.values()].slice(0, MAX_TERMS), unknown: [...unknown.values()].slice(0, MAX_TERMS) };
}

/** The index's term for a word and the one right before it, written in one: “docker file”. */
function compoundAt(
  own: readonly AnalyzedTerm[],
  position: number,
  analyzer: Analyzer,
  index: EntryIndex,
): number | undefined {
  const [previous, current] = [own[position - 1], own[position]];
  return previous && current?.follows ? index.termIds.get(analyzer.stem(previous.word + current.word)) : undefined;
}

/** The variants of both, each with the higher of its weights. */
function merged(some: readonly Variant[], others: readonly Variant[]): Variant[] {
  const weights = new Map(some.map(({ term, weight }) => [term, weight]));
  for (const { term, weight } of others) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

/** The index's terms for a term: the compound it ends or itself, then its synonyms. */
function variantsOf(term: string, compound: number | undefined, analyzer: Analyzer, index: EntryIndex): Variant[] {
  const variants: Variant[] = compound === undefined ? [] : [{ term: compound, weight: 1 }];
  const own = index.termIds.get(term);
  if (own !== undefined) variants.push({ term: own, weight: compound === undefined ? 1 : PART_WEIGHT });
  for (const synonym of analyzer.synonyms(term)) {
    const id = index.termIds.get(synonym);
    if (id !== undefined) variants.push({ term: id, weight: SYNONYM_WEIGHT });
  }
  return variants;
}

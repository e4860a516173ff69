import type { Entry } from "../../core/entry.ts";
import type { Steps } from "../../core/steps.ts";
import {
  type SparseMatrix,
  type SparsePattern,
  sparseMatrix,
  sparsePattern,
  transpose,
} from "../numbers/sparse-matrix.ts";
import { floatAt, intAt } from "../numbers/typed-arrays.ts";
import type { AnalyzedEntry, AnalyzedText } from "../text/analyzed-pack.ts";
import { holdersOf, normOf } from "./phrasings.ts";
import { strongest } from "./postings.ts";
import { inverseEntryFrequencies, totalImportance } from "./term-weights.ts";

/** How much a title counts beside a phrasing: it was worded with more care. */
const TITLE_WEIGHT = 2;
/** Weights of a field in the postings, which only choose the candidates; ranking weighs the fields anew. */
const POSTING_WEIGHTS = { keywords: 0.5, body: 0.1 };

/** Entries indexed between two pauses. */
const STRIDE = 20;

/** Everything that search knows of a pack's entries, as numbers. Rows are entries in the pack's order. */
export interface EntryIndex {
  entries: readonly Entry[];
  /** Term → its number. */
  termIds: ReadonlyMap<string, number>;
  /** How telling each term is: high where few entries have it, and everyday talk neither. */
  termWeights: Float32Array;
  /** Mean share of an entry's phrasings that hold each term. */
  background: Float32Array;
  /** Entry × term: the share of the entry's phrasings, title included, that hold the term, 0 to 1. */
  profile: SparseMatrix;
  keywords: SparsePattern;
  body: SparsePattern;
  /** Term × entry: weight of the term there. */
  postings: SparseMatrix;
  /** Cell of the profile × phrasing of its entry that holds its term; the title is number 0. */
  holders: SparsePattern;
  /** The phrasings of entry `e` are `phrasingNorms[phrasingStarts[e]] … phrasingNorms[phrasingStarts[e + 1] - 1]`. */
  phrasingStarts: Int32Array;
  /** Length of each phrasing as a vector of term weights. */
  phrasingNorms: Float32Array;
  /** Entry → the summed importance of its terms. */
  importance: Float32Array;
}

/**
 * Indexes a pack's entries, in steps.
 * @param relevance how much a term belongs to the pack's subject, 0 to 1
 */
export function* indexEntries(
  entries: readonly AnalyzedEntry[],
  relevance: (term: string) => number,
): Steps<EntryIndex> {
  const termIds = new Map<string, number>();
  const idOf = (term: string): number => {
    const known = termIds.get(term);
    if (known !== undefined) return known;
    const id = termIds.size;
    termIds.set(term, id);
    return id;
  };
  const idsOf = ({ terms }: AnalyzedText): number[] => terms.map(idOf);

  const profileRows: Map<number, number>[] = [];
  const keywordRows: Set<number>[] = [];
  const bodyRows: Set<number>[] = [];
  const phrasingTerms: Set<number>[][] = [];
  const phrasingStarts = new Int32Array(entries.length + 1);
  for (const [index, entry] of entries.entries()) {
    if (index % STRIDE === 0) yield;
    const phrasings = [entry.title, ...entry.questions].map((phrasing) => new Set(idsOf(phrasing)));
    phrasingTerms.push(phrasings);
    phrasingStarts[index + 1] = intAt(phrasingStarts, index) + phrasings.length;
    profileRows.push(shares(phrasings));
    keywordRows.push(new Set(entry.keywords.flatMap(idsOf)));
    bodyRows.push(new Set(entry.body.flatMap(idsOf)));
  }

  yield;
  const profile = sparseMatrix(profileRows);
  const keywords = sparsePattern(keywordRows);
  const background = new Float32Array(termIds.size);
  for (let cell = 0; cell < profile.columns.length; cell++) {
    const term = intAt(profile.columns, cell);
    background[term] = floatAt(background, term) + floatAt(profile.values, cell) / entries.length;
  }
  const postingRows = entries.map((_, entry) => {
    const row = new Map(profileRows[entry]);
    for (const term of keywordRows[entry] ?? []) row.set(term, (row.get(term) ?? 0) + POSTING_WEIGHTS.keywords);
    for (const term of bodyRows[entry] ?? []) row.set(term, (row.get(term) ?? 0) + POSTING_WEIGHTS.body);
    return row;
  });
  yield;
  const relevances = Float32Array.from(termIds.keys(), relevance);
  const termWeights = inverseEntryFrequencies(postingRows, termIds.size).map(
    (value, term) => value * floatAt(relevances, term),
  );
  yield;
  const holders = holdersOf(profile, phrasingTerms);
  yield;
  return {
    entries: entries.map(({ entry }) => entry),
    termIds,
    termWeights,
    background,
    profile,
    keywords,
    body: sparsePattern(bodyRows),
    postings: strongest(transpose(sparseMatrix(postingRows), termIds.size)),
    holders,
    phrasingStarts,
    phrasingNorms: Float32Array.from(phrasingTerms.flat(), (terms) => normOf(terms, termWeights)),
    importance: Float32Array.from(profileRows, (row) => totalImportance(row, termWeights)),
  };
}

/** Term → the share of the phrasings that hold it; the first phrasing, the title, counts more than once. */
function shares(phrasings: readonly ReadonlySet<number>[]): Map<number, number> {
  const row = new Map<number, number>();
  const unit = 1 / (phrasings.length - 1 + TITLE_WEIGHT);
  for (const [index, terms] of phrasings.entries()) {
    for (const term of terms) row.set(term, (row.get(term) ?? 0) + (index === 0 ? TITLE_WEIGHT : 1) * unit);
  }
  return row;
}

import type { Entry } from "../core/entry.ts";
import type { Pack } from "../core/pack.ts";
import type { Analyzer } from "./analyze.ts";
import type { AnalyzedEntry } from "./analyzed-entry.ts";
import { trainClassifier } from "./classifier.ts";
import { type Complete, createComplete } from "./completion.ts";
import { createLogistic, evidenceFor } from "./confidence.ts";
import { createDomainEvidence } from "./domain.ts";
import { EVERYDAY_WORDS } from "./english.ts";
import { indexEntries } from "./index-entries.ts";
import type { Model } from "./model.ts";
import { normalize } from "./normalize.ts";
import { type Candidate, createRank } from "./rank.ts";
import { createSpeller } from "./spelling.ts";
import { tokenize } from "./tokenize.ts";
import { type Query, understand } from "./understand.ts";

/** A question as read, and what was found for it. */
export interface Assessment {
  query: Query;
  /** Best first. */
  candidates: readonly Candidate[];
  evidence: readonly number[];
  /** Probability that the first candidate is what was asked. */
  confidence: number;
  /** Probability that the pack answers the question at all. */
  scope: number;
  /** Whether a word of the question is hardly used outside the pack's subject. */
  isOfSubject: boolean;
}

/**
 * Reads a question and ranks the entries for it, without deciding anything.
 * @param context entries that the conversation spoke of last, where the question points back to them
 */
export type Assess = (text: string, context?: readonly Entry[]) => Assessment;

/** Evidence of a word, in powers of ten, from which on it belongs to the subject. */
const OF_SUBJECT = 3.7;

/** What a pack's entries are found with. */
export interface Finder {
  assess: Assess;
  /** Words that somebody who is still typing may mean. */
  complete: Complete;
}

/**
 * Builds what reading and ranking take: index, spelling, classifier.
 * @param entries the pack's entries, taken apart by the analyzer
 */
export function createFinder(pack: Pack, entries: readonly AnalyzedEntry[], analyzer: Analyzer, model: Model): Finder {
  const index = indexEntries(entries);
  const classifier = trainClassifier(entries, analyzer);
  const rank = createRank(index, classifier, model.ranking);
  const counts = countWords(entries, analyzer.words);
  const speller = createSpeller(counts, EVERYDAY_WORDS);
  const domainEvidence = createDomainEvidence(counts);
  const confidenceOf = createLogistic(model.confidence);
  const scopeOf = createLogistic(model.scope);
  const subject = {
    evidence: domainEvidence,
    names: new Set(tokenize(normalize(`${pack.name} ${pack.title} ${pack.command}`))),
  };

  const numbers = new Map(pack.entries.map(({ id }, number) => [id, number]));
  const numbersOf = (ids: readonly string[]): Set<number> => new Set(ids.flatMap((id) => numbers.get(id) ?? []));

  const assess: Assess = (text, context = []) => {
    const query = understand(text, context.map(({ label }) => label).join(" "), { analyzer, speller, index });
    const candidates = rank(query, {
      previous: numbersOf(context.map(({ id }) => id)),
      related: numbersOf(context.flatMap(({ related }) => related)),
    });
    const evidence = evidenceFor(query, candidates, subject);
    return {
      query,
      candidates,
      evidence,
      confidence: candidates.length > 0 ? confidenceOf(evidence) : 0,
      scope: candidates.length > 0 ? scopeOf(evidence) : 0,
      isOfSubject: query.terms.some(({ word }) => domainEvidence(word) >= OF_SUBJECT),
    };
  };
  return { assess, complete: createComplete(counts) };
}

/** How often the pack uses each word; its vocabulary counts as one use. */
function countWords(entries: readonly AnalyzedEntry[], vocabularyWords: readonly string[]): Map<string, number> {
  const counts = new Map(vocabularyWords.map((word) => [word, 1]));
  for (const { title, questions, keywords } of entries) {
    for (const { tokens } of [title, ...questions, ...keywords]) {
      for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
    }
  }
  return counts;
}

import type { Entry } from "../core/entry.ts";
import type { Pack } from "../core/pack.ts";
import type { Analyzer } from "./analyze.ts";
import type { AnalyzedEntry, AnalyzedPack, AnalyzedText } from "./analyzed-pack.ts";
import { blend, type Classified, trainClassifier } from "./classifier.ts";
import { type Complete, createComplete } from "./completion.ts";
import { createLogistic, predictorsOf } from "./confidence.ts";
import { createContext } from "./context-signals.ts";
import { createDomainEvidence } from "./domain.ts";
import { EVERYDAY_WORDS } from "./english.ts";
import { evidenceFor } from "./evidence.ts";
import { indexEntries } from "./index-entries.ts";
import type { Model } from "./model.ts";
import { type Candidate, createRank, type RankingWeights } from "./rank.ts";
import { createRepair } from "./spelling.ts";
import { createRelevance } from "./term-weights.ts";
import { type Query, understand } from "./understand.ts";
import { everydayFrequency } from "./word-frequency.ts";

/** A question as read, and what was found for it. */
export interface Assessment {
  query: Query;
  /** Best first. */
  candidates: readonly Candidate[];
  /** The weights that ranked them. */
  ranking: RankingWeights;
  /** What its probabilities come from, in the order of PREDICTORS. */
  predictors: readonly number[];
  /** Probability that the first candidate is what was asked. */
  confidence: number;
  /** Probability that the pack answers the question at all. */
  scope: number;
}

/**
 * Reads a question and ranks the entries for it, without deciding anything.
 * @param shown entries that the conversation spoke of last, if the question is to be read as going on from them
 */
export type Assess = (text: string, shown?: readonly Entry[]) => Assessment;

/** What a question counts by itself for the classifier, beside the same with the context that it is read in. */
const ALONE_SHARE = 0.3;

/** What a pack's entries are found with. */
export interface Finder {
  assess: Assess;
  /** What somebody who is still typing may mean. */
  complete: Complete;
}

/**
 * Builds what reading and ranking take: index, spelling, classifier.
 * @param analyzed the pack, taken apart by the analyzer
 * @param mostTraining entries × phrasings up to which the pack gets a classifier
 */
export function createFinder(
  pack: Pack,
  { entries, declined, counts, subject: names }: AnalyzedPack,
  analyzer: Analyzer,
  model: Model,
  mostTraining: number,
): Finder {
  const phrasings = entries.reduce((sum, { questions }) => sum + questions.length, 0);
  const isSmall = entries.length * phrasings <= mostTraining;
  const index = indexEntries(entries, createRelevance(counts, analyzer.stem));
  const classify = isSmall ? trainClassifier(entries, declined, analyzer) : undefined;
  const ranking = classify ? model.ranking : model.rankingUnclassified;
  const rank = createRank(index, ranking);
  const repair = createRepair(counts, wordings(entries), new Set([...EVERYDAY_WORDS, ...englishWordsOf(declined)]));
  const confidenceOf = createLogistic(model.confidence);
  const scopeOf = createLogistic(model.scope);
  const subject = {
    evidence: createDomainEvidence(counts),
    names,
    phrasings,
  };

  const numbers = new Map(pack.entries.map(({ id }, number) => [id, number]));

  /** In a conversation, what a question says by itself counts beside what it says together with its context. */
  const classifyQuery = ({ stems, implied, cues }: Query): Classified | undefined => {
    const alone = classify?.({ terms: stems, cues });
    if (!classify || !alone || implied.length === 0) return alone;
    return blend(alone, classify({ terms: [...implied, ...stems], cues }), ALONE_SHARE);
  };

  const assess: Assess = (text, shown = []) => {
    const query = understand(text, shown.map(({ label }) => label).join(" "), { analyzer, repair, index });
    const context = shown.length > 0 ? createContext(index, numbers, shown) : undefined;
    const classified = classifyQuery(query);
    const candidates = rank(query, classified?.scores, context);
    const findings = { candidates, classified, isInConversation: shown.length > 0 };
    const predictors = predictorsOf(evidenceFor(query, findings, subject));
    return {
      query,
      candidates,
      ranking,
      predictors,
      confidence: candidates.length > 0 ? confidenceOf(predictors) : 0,
      scope: candidates.length > 0 ? scopeOf(predictors) : 0,
    };
  };
  return { assess, complete: createComplete(counts) };
}

function* wordings(entries: readonly AnalyzedEntry[]): Generator<readonly string[]> {
  for (const { title, questions } of entries) for (const { tokens } of [title, ...questions]) yield tokens;
}

/** The English words of texts: what is no English may be a typing error there too. */
function englishWordsOf(texts: readonly AnalyzedText[]): string[] {
  return texts.flatMap(({ tokens }) => tokens.filter((token) => everydayFrequency(token) > 0));
}

import { LRUCache } from "lru-cache";
import type { Turn } from "../../core/conversation.ts";
import { blend, type Classified, type Classifier } from "../classifier/classifier.ts";
import type { Model } from "../model.ts";
import { correctedIn, filledIn, joinedTo, replacedIn } from "../query/follow-up.ts";
import { readWords, type Words } from "../query/read-words.ts";
import { type Query, understand } from "../query/understand.ts";
import { createContext } from "../ranking/context-signals.ts";
import { createRankBy } from "../ranking/rank.ts";
import type { Repair } from "../spelling/spelling.ts";
import type { Analyzer } from "../text/analyze.ts";
import { isCorrection } from "../text/dialogue.ts";
import type { Subject } from "./evidence.ts";
import { createJudge, type Judgement } from "./judge.ts";

/** A question as read, and what was found for it. */
export interface Assessment extends Judgement {
  query: Query;
  /** The words of what was most likely meant: in a conversation, with what the question leaves out. */
  meant: readonly string[];
  /** The same for the question by itself, where it was read as going on from a conversation. */
  alone?: Assessment;
  /** The same for what it may mean as a correction of the question before, where it reads like one; likeliest first. */
  corrected?: readonly Assessment[];
}

/**
 * Reads a question and ranks the entries for it, without deciding anything.
 * @param before what the conversation spoke of last, if the question is to be read as going on from it
 */
export type Assess = (text: string, before?: Turn) => Assessment;

/** Readings remembered, each of about ten kilobytes; a text has fewer. */
const REMEMBERED = 200;
/** What a question counts by itself for the classifier, beside the same with the context that it is read in. */
const ALONE_SHARE = 0.5;

/** What reading and ranking take. */
export interface AssessOptions {
  analyzer: Analyzer;
  repair: Repair;
  subject: Subject;
  /** None where the pack is too large to learn from. */
  classify: Classifier | undefined;
  model: Model;
}

/** Builds the reading of questions: as typed and, in a conversation, in every way in which it may go on from that. */
export function createAssess({ analyzer, repair, subject, classify, model }: AssessOptions): Assess {
  const { index } = subject;
  const rankBy = createRankBy(index);
  const isClassified = classify !== undefined;
  const judgeAlone = createJudge(subject, rankBy, model.alone, isClassified);
  const judgeInConversation = createJudge(subject, rankBy, model.inConversation, isClassified);
  const numbers = new Map(index.entries.map(({ id }, number) => [id, number]));

  /** In a conversation, what a question says by itself counts beside what it says together with its context. */
  const classifyQuery = ({ tokens, stems, implied }: Query): Classified | undefined => {
    const alone = classify?.({ tokens, terms: stems });
    if (!classify || !alone || implied.length === 0) return alone;
    return blend(alone, classify({ tokens, terms: [...implied, ...stems] }), ALONE_SHARE);
  };

  // What a text, its parts, and the ways in which they may be meant are read as overlaps.
  const assessed = new LRUCache<string, Assessment>({ max: REMEMBERED });
  const assessAlone = (words: Words): Assessment => {
    const key = [words.asks, ...words.repairs.keys(), "", ...words.tokens].join("\n");
    const known = assessed.get(key);
    if (known) return known;
    const query = understand(words, [], analyzer, index);
    const assessment = { query, meant: query.tokens, ...judgeAlone(query, classifyQuery(query)) };
    assessed.set(key, assessment);
    return assessment;
  };

  return (text, before) => {
    const words = readWords(text, analyzer, repair);
    const alone = assessAlone(words);
    if (!before || before.entries.length === 0) return alone;
    const shownWords = before.entries.flatMap(({ label }) => analyzer.wordsOf(label));
    const asked = readWords(before.question, analyzer, repair);
    const readAs = (tokens: readonly string[]): Assessment => assessAlone({ ...words, tokens });
    const readings = {
      alone,
      filled: filledIn(words.tokens, shownWords).map(readAs),
      replaced: replacedIn(asked.tokens, words.tokens).map(readAs),
      joined: readAs(joinedTo(asked.tokens, words.tokens)),
    };
    const context = createContext(index, numbers, before.entries, readings);
    const query = understand(words, shownWords, analyzer, index);
    const corrected = isCorrection(text) ? correctedIn(asked.tokens, words.tokens).map(readAs) : [];
    const judgement = judgeInConversation(query, classifyQuery(query), context);
    // The other ways mean the right entry where they make no sense to go on from.
    const { meant } = likelierOf(alone, readings.joined, judgement.candidates[0]?.entry);
    return { query, meant, ...judgement, alone, corrected };
  };
}

/** Of two ways to read a question, the one in which an entry is more probable; the first where they are alike. */
function likelierOf(one: Assessment, other: Assessment, entry: number | undefined): Assessment {
  const support = ({ candidates, confidence }: Assessment): number =>
    confidence * (candidates.find((candidate) => candidate.entry === entry)?.probability ?? 0);
  return support(other) > support(one) ? other : one;
}

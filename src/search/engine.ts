import type { Answer } from "../core/answer.ts";
import type { LastShown, Turn } from "../core/conversation.ts";
import type { Entry } from "../core/entry.ts";
import type { Pack } from "../core/pack.ts";
import { finish, type Steps } from "../core/steps.ts";
import { type Assessment, createAssess } from "./assessment/assess.ts";
import { createDomainEvidence } from "./assessment/domain.ts";
import { trainClassifier } from "./classifier/classifier.ts";
import { learnableOf, MOST_TRAINING } from "./classifier/samples.ts";
import { createDecide, type Decision } from "./decision/decide.ts";
import { createExactMatch } from "./decision/exact.ts";
import { createInterpret } from "./decision/interpret.ts";
import { createPairFor, createPairsIn, type Pair } from "./decision/pairs.ts";
import { indexEntries } from "./index/index-entries.ts";
import { createRelevance } from "./index/term-weights.ts";
import { MODEL, type Model } from "./model.ts";
import { createComplete } from "./spelling/completion.ts";
import { createRepair } from "./spelling/spelling.ts";
import { createAnalyzer } from "./text/analyze.ts";
import { analyzePack, countPhrasings, wordingsOf } from "./text/analyzed-pack.ts";

/** Characters looked at of what somebody is typing. */
const MAX_TYPED_CHARACTERS = 2000;

export interface Engine {
  pack: Pack;
  /** The entry with an id. */
  find(id: string): Entry | undefined;
  /** Reads and ranks, without deciding; for explanations, evaluation and fitting. */
  assess(text: string, before?: LastShown): Assessment;
  /** The readings of a text as two questions, without deciding anything; for fitting. */
  pairsIn(text: string): readonly Pair[];
  /**
   * Answers one question, and says what the answer rests on. Never throws, whatever the text.
   * @param before what the conversation has shown last, for questions that go on from it
   */
  decide(text: string, before?: LastShown): Decision;
  /** The answer alone. */
  answer(text: string, before?: LastShown): Answer;
  /** Entries that fit what has been typed so far, best first; the featured ones where nothing has. */
  suggest(typed: string, limit: number): readonly Entry[];
}

/** Builds everything that answering from a pack takes, in one go. */
export function createEngine(...input: Parameters<typeof buildEngine>): Engine {
  return finish(buildEngine(...input));
}

/**
 * Builds everything that answering from a pack takes, in steps, since it takes seconds.
 * @param mostTraining entries × phrasings that the classifier is trained on at most
 */
export function* buildEngine(
  unordered: Pack,
  model: Model = MODEL,
  mostTraining: number = MOST_TRAINING,
): Steps<Engine> {
  // Ties, and the last digits of sums, go by the order of the entries: with one of their own, nothing hangs on how they came.
  const pack = { ...unordered, entries: unordered.entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
  const analyzer = createAnalyzer(pack.vocabulary);
  const analyzed = yield* analyzePack(pack, analyzer);
  const { entries, declined, counts, names, everyday } = analyzed;
  const index = yield* indexEntries(entries, createRelevance(counts, analyzer.stem));
  yield;
  const learnable = learnableOf(entries, mostTraining);
  const classify = learnable && (yield* trainClassifier(learnable, declined, analyzer));
  const repair = yield* createRepair(counts, wordingsOf(entries), everyday);
  yield;
  const subject = { index, evidence: createDomainEvidence(counts), names, phrasings: countPhrasings(entries) };
  const assess = createAssess({ analyzer, repair, subject, classify, model });
  const complete = createComplete(counts);
  const exactMatch = yield* createExactMatch(analyzed, analyzer);
  // A question has few of the pack's words, so that their stems would take more memory than they save time.
  analyzer.forgetStems();
  const interpret = createInterpret(pack, assess, exactMatch);
  const pairsIn = createPairsIn(interpret);
  const decideFrom = createDecide(pack, interpret, createPairFor(pairsIn, interpret, model.pairs), exactMatch);
  const entriesWith = (ids: readonly string[]): Entry[] => ids.flatMap((id) => exactMatch.byId(id) ?? []);
  const turnOf = (shown: LastShown | undefined): Turn | undefined =>
    shown && { question: shown.question, entries: entriesWith(shown.ids), isAnswer: shown.isAnswer };
  const decide = (text: string, before?: LastShown): Decision => decideFrom(text, turnOf(before));

  const suggest = (typed: string, limit: number): Entry[] => {
    if (typed.trim() === "") return entriesWith(pack.featured).slice(0, limit);
    const scores = new Map<number, number>();
    for (const [rank, text] of complete(typed.slice(0, MAX_TYPED_CHARACTERS)).entries()) {
      for (const { entry, probability } of assess(text).candidates) {
        scores.set(entry, (scores.get(entry) ?? 0) + probability / (rank + 1));
      }
    }
    const best = [...scores].sort(([a, one], [b, other]) => other - one || a - b);
    return best.slice(0, limit).flatMap(([entry]) => pack.entries[entry] ?? []);
  };

  return {
    pack,
    find: exactMatch.byId,
    assess: (text, before) => assess(text, turnOf(before)),
    pairsIn: (text) => pairsIn(text, undefined, interpret(text, undefined)),
    decide,
    answer: (text, before) => decide(text, before).answer,
    suggest,
  };
}

import type { Pack } from "../../../src/core/pack.ts";
import type { AskedQuestion } from "../../evaluation/questions.ts";
import { quantile } from "../statistics.ts";
import { collectionOf } from "./collection.ts";
import type { Competitor, Find } from "./competitors.ts";
import { type AskedOnce, misspeltQuestions } from "./questions.ts";

/** Rounds of questions, the quietest of which counts: whatever else the machine does only ever makes it slower. */
const ROUNDS = 8;
const QUESTIONS_A_ROUND = 300;
/** Questions that a 99th percentile takes. */
const ENOUGH_FOR_P99 = 100;
/** Questions asked even where they take long. */
const LEAST_QUESTIONS = 3;
/** Milliseconds after which a phase goes no further. */
const LIMITS = { warmUp: 300, round: 400, rounds: 2000, builds: 1000 };
const MOST_BUILDS = 4;
const SEED = 1;

/** How long building takes, in milliseconds, and how much memory the index takes, in bytes. */
export interface BuildMeasures {
  build: number;
  memory: number;
  phrasings: number;
}

/** How long questions take, in milliseconds. */
export interface QueryMeasures {
  median: number;
  /** Of 100 questions, 99 are faster; only where there were that many. */
  p99: number | undefined;
  asked: number;
  /** Share of the questions for which the entry that they were worded for comes first. */
  right: number;
}

/** Bytes in use, after what is in use no more was thrown away. */
export type UsedMemory = () => number;

/**
 * Measures an engine on a collection of a given size.
 * @param report is given what has been measured, as soon as it has
 */
export function measureSize(
  { build }: Competitor,
  pack: Pack,
  size: number,
  usedMemory: UsedMemory,
  report: (measures: BuildMeasures | QueryMeasures) => void,
): void {
  const { pack: grown, unseen } = collectionOf(pack, size);
  const before = usedMemory();
  const start = performance.now();
  const find = build(grown);
  const times = [performance.now() - start];
  const memory = Math.max(0, usedMemory() - before);
  while (times.length < MOST_BUILDS && sum(times) < LIMITS.builds) times.push(timed(() => build(grown)));
  const phrasings = grown.entries.reduce((count, { questions }) => count + questions.length, 0);
  report({ build: Math.min(...times), memory, phrasings });

  const questions = misspeltQuestions(unseen, SEED);
  askRound(find, questions, LIMITS.warmUp, 1);
  const rounds: Round[] = [];
  const end = performance.now() + LIMITS.rounds;
  while (rounds.length < ROUNDS && (rounds.length === 0 || performance.now() < end)) {
    rounds.push(askRound(find, questions, LIMITS.round, LEAST_QUESTIONS));
    report(summaryOf(rounds));
  }
}

/** Share of real questions, asked of the real pack, for which an expected entry comes first. */
export function measureAccuracy(
  { build }: Competitor,
  pack: Pack,
  questions: readonly AskedQuestion[],
  limit: number,
): Pick<QueryMeasures, "asked" | "right"> {
  const find = build(pack);
  const end = performance.now() + limit;
  let [asked, right] = [0, 0];
  for (const { ask, expect } of questions) {
    if (performance.now() > end) break;
    asked++;
    if (expect.includes(find(ask) ?? "")) right++;
  }
  return { asked, right: right / asked };
}

interface Round {
  times: number[];
  right: number;
}

function askRound(find: Find, questions: Generator<AskedOnce, never>, limit: number, least: number): Round {
  const round: Round = { times: [], right: 0 };
  const end = performance.now() + limit;
  while (round.times.length < QUESTIONS_A_ROUND && (round.times.length < least || performance.now() < end)) {
    const { text, entry } = questions.next().value;
    let found: string | undefined;
    round.times.push(
      timed(() => {
        found = find(text);
      }),
    );
    if (found === entry) round.right++;
  }
  return round;
}

function summaryOf(rounds: readonly Round[]): QueryMeasures {
  const enough = rounds.filter(({ times }) => times.length >= ENOUGH_FOR_P99);
  const asked = sum(rounds.map(({ times }) => times.length));
  return {
    median: Math.min(...rounds.map(({ times }) => quantile(times, 0.5))),
    p99: enough.length > 0 ? Math.min(...enough.map(({ times }) => quantile(times, 0.99))) : undefined,
    asked,
    right: sum(rounds.map(({ right }) => right)) / asked,
  };
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

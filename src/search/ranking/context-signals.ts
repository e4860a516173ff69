import type { Entry } from "../../core/entry.ts";
import type { EntryIndex } from "../index/index-entries.ts";
import type { Found } from "./candidate.ts";

/** What a conversation tells about an entry. Each is between 0 and 1, and 0 where there is no conversation. */
export const CONTEXT_SIGNALS = [
  /** An entry just shown names it as related. */
  "leadsTo",
  /** It names an entry just shown as related. */
  "leadsBack",
  /** It is of the topic of an entry just shown. */
  "sameTopic",
  /** How probable it is what is asked for, if the question left out a word of what was just shown. */
  "filledIn",
  /** How probable it is, if the question only names what is different from the one before. */
  "replaced",
  /** How probable it is, if the question completes the one before. */
  "joined",
  /** How probable it is, if the question has nothing to do with the conversation. */
  "byItself",
] as const;

/** Candidates of a reading that are looked at; those behind them have hardly a chance. */
const LIKELY = 4;
/** Probabilities are told apart down to this one. */
const LEAST_LIKELY = 0.01;

export type ContextSignal = (typeof CONTEXT_SIGNALS)[number];

/** What the entries that a conversation spoke of last tell about others. */
export interface ConversationContext {
  /** Numbers of the entries that it spoke of last. */
  shown: readonly number[];
  /** Numbers of the entries that the conversation makes candidates. */
  candidates: readonly number[];
  readings: Readings;
  /** The signals of an entry, by its number. */
  signalsOf(entry: number): Record<ContextSignal, number>;
}

/** How a question can be read in a conversation. */
export interface Readings {
  /** As having nothing to do with it. */
  alone: Found;
  /** With a word of what was just shown filled in. */
  filled: readonly Found[];
  /** With its words in the place of one of the question before. */
  replaced: readonly Found[];
  /** Behind the question before. */
  joined: Found;
}

/**
 * Prepares what a conversation tells about a pack's entries.
 * @param shown the entries that it spoke of last, best first
 */
export function createContext(
  index: EntryIndex,
  numbers: ReadonlyMap<string, number>,
  shown: readonly Entry[],
  readings: Readings,
): ConversationContext {
  const numbersOf = (ids: readonly string[]): number[] => ids.flatMap((id) => numbers.get(id) ?? []);
  const leadsTo = [...new Set(numbersOf(shown.flatMap(({ related }) => related)))];
  const topics = new Set(shown.map(({ topic }) => topic));
  const leadsBack = ({ related }: Entry): boolean => shown.some(({ id }) => related.includes(id));
  const filledIn = likelyUnder(readings.filled);
  const replaced = likelyUnder(readings.replaced);
  const joined = likelyUnder([readings.joined]);
  const byItself = likelyUnder([readings.alone]);
  return {
    shown: numbersOf(shown.map(({ id }) => id)),
    candidates: [...leadsTo, ...filledIn.keys(), ...replaced.keys(), ...joined.keys(), ...byItself.keys()],
    readings,
    signalsOf(number) {
      const entry = index.entries[number];
      return {
        leadsTo: Number(leadsTo.includes(number)),
        leadsBack: Number(entry !== undefined && leadsBack(entry)),
        sameTopic: Number(topics.has(entry?.topic ?? "")),
        filledIn: scaled(filledIn.get(number) ?? 0),
        replaced: scaled(replaced.get(number) ?? 0),
        joined: scaled(joined.get(number) ?? 0),
        byItself: scaled(byItself.get(number) ?? 0),
      };
    },
  };
}

/** How probable entries are under the reading that makes them most probable: entry → probability. */
function likelyUnder(readings: readonly Found[]): Map<number, number> {
  const most = new Map<number, number>();
  for (const { candidates, confidence } of readings) {
    for (const { entry, probability } of candidates.slice(0, LIKELY)) {
      most.set(entry, Math.max(confidence * probability, most.get(entry) ?? 0));
    }
  }
  return most;
}

/** A probability on a logarithmic scale from 0 to 1, as in a logarithmic opinion pool (Genest and Zidek, 1986). */
function scaled(probability: number): number {
  return Math.log(1 + probability / LEAST_LIKELY) / Math.log(1 + 1 / LEAST_LIKELY);
}

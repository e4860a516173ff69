import type { Entry } from "../../core/entry.ts";
import type { EntryIndex } from "../index/index-entries.ts";
import { valueAt } from "../numbers/sparse-matrix.ts";
import { floatAt, intAt } from "../numbers/typed-arrays.ts";
import type { Found } from "./candidate.ts";

/** What a conversation tells about an entry. Each is between 0 and 1, and 0 where there is no conversation. */
export const CONTEXT_SIGNALS = [
  /** The conversation has just shown it: people rarely ask for what they have before them. */
  "shown",
  /** An entry just shown names it as related. */
  "leadsTo",
  /** It names an entry just shown as related. */
  "leadsBack",
  /** It is of the topic of an entry just shown. */
  "sameTopic",
  /** How alike its phrasings are to those of an entry just shown. */
  "alike",
  /** How probable it is what is asked for, if the question left out a word of what was just shown. */
  "filledIn",
  /** How probable it is, if the question only names what is different from the one before. */
  "replaced",
  /** How probable it is, if the question completes the one before. */
  "joined",
  /** How much more probable that is than what the question before says by itself; from -1 to 1. */
  "added",
  /** How probable it is, if the question has nothing to do with the conversation. */
  "byItself",
] as const;

/** Candidates of a reading that are looked at; those behind them have hardly a chance. */
const LIKELY = 4;
/** Probabilities are told apart down to this one, and down to that one where two of them are compared. */
const LEAST_LIKELY = 0.01;
const LEAST_COMPARED = 0.001;

export type ContextSignal = (typeof CONTEXT_SIGNALS)[number];

/** What the entries that a conversation spoke of last tell about others. */
export interface ConversationContext {
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
  /** The question before, by itself. */
  before: Found;
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
  const shownNumbers = numbersOf(shown.map(({ id }) => id));
  const leadsTo = [...new Set(numbersOf(shown.flatMap(({ related }) => related)))];
  const topics = new Set(shown.map(({ topic }) => topic));
  const leadsBack = ({ related }: Entry): boolean => shown.some(({ id }) => related.includes(id));
  const filledIn = likelyUnder(readings.filled);
  const replaced = likelyUnder(readings.replaced);
  const joined = likelyUnder([readings.joined]);
  const byItself = likelyUnder([readings.alone]);
  return {
    candidates: [...leadsTo, ...filledIn.keys(), ...replaced.keys(), ...joined.keys(), ...byItself.keys()],
    readings,
    signalsOf(number) {
      const entry = index.entries[number];
      return {
        shown: Number(shownNumbers.includes(number)),
        leadsTo: Number(leadsTo.includes(number)),
        leadsBack: Number(entry !== undefined && leadsBack(entry)),
        sameTopic: Number(topics.has(entry?.topic ?? "")),
        alike: Math.max(0, ...shownNumbers.map((other) => profileCosine(index, number, other))),
        filledIn: scaled(filledIn.get(number) ?? 0),
        replaced: scaled(replaced.get(number) ?? 0),
        joined: scaled(joined.get(number) ?? 0),
        added: addedTo(readings, number),
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

/** The logarithm of how many times more probable an entry is once the question is added to the one before; from -1 to 1. */
function addedTo({ joined, before }: Readings, entry: number): number {
  const times = (probabilityIn(joined, entry) + LEAST_COMPARED) / (probabilityIn(before, entry) + LEAST_COMPARED);
  return Math.log(times) / Math.log(1 + 1 / LEAST_COMPARED);
}

function probabilityIn({ candidates }: Found, entry: number): number {
  return candidates.find((candidate) => candidate.entry === entry)?.probability ?? 0;
}

/** Cosine of two entries' profiles, over idf weights. */
function profileCosine(index: EntryIndex, one: number, other: number): number {
  const { profile, idf } = index;
  let dot = 0;
  for (let cell = intAt(profile.starts, one); cell < intAt(profile.starts, one + 1); cell++) {
    const term = intAt(profile.columns, cell);
    dot += floatAt(profile.values, cell) * valueAt(profile, other, term) * floatAt(idf, term) ** 2;
  }
  return dot / (profileNorm(index, one) * profileNorm(index, other) || 1);
}

function profileNorm({ profile, idf }: EntryIndex, entry: number): number {
  let squares = 0;
  for (let cell = intAt(profile.starts, entry); cell < intAt(profile.starts, entry + 1); cell++) {
    squares += (floatAt(profile.values, cell) * floatAt(idf, intAt(profile.columns, cell))) ** 2;
  }
  return Math.sqrt(squares);
}

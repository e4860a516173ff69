import type { Entry } from "../core/entry.ts";
import type { EntryIndex } from "./index-entries.ts";
import { valueAt } from "./sparse-matrix.ts";
import { floatAt, intAt } from "./typed-arrays.ts";

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
] as const;

export type ContextSignal = (typeof CONTEXT_SIGNALS)[number];

/** What the entries that a conversation spoke of last tell about others. */
export interface ConversationContext {
  /** Numbers of the entries that those last shown lead to. */
  leadsTo: readonly number[];
  /** The signals of an entry, by its number. */
  signalsOf(entry: number): Record<ContextSignal, number>;
}

/**
 * Prepares what a conversation tells about a pack's entries.
 * @param shown the entries that it spoke of last, best first
 */
export function createContext(
  index: EntryIndex,
  numbers: ReadonlyMap<string, number>,
  shown: readonly Entry[],
): ConversationContext {
  const numbersOf = (ids: readonly string[]): number[] => ids.flatMap((id) => numbers.get(id) ?? []);
  const shownNumbers = numbersOf(shown.map(({ id }) => id));
  const leadsTo = [...new Set(numbersOf(shown.flatMap(({ related }) => related)))];
  const topics = new Set(shown.map(({ topic }) => topic));
  return {
    leadsTo,
    signalsOf(number) {
      const entry = index.entries[number];
      return {
        shown: shownNumbers.includes(number) ? 1 : 0,
        leadsTo: leadsTo.includes(number) ? 1 : 0,
        leadsBack: entry && shown.some(({ id }) => entry.related.includes(id)) ? 1 : 0,
        sameTopic: entry && topics.has(entry.topic) ? 1 : 0,
        alike: Math.max(0, ...shownNumbers.map((other) => profileCosine(index, number, other))),
      };
    },
  };
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

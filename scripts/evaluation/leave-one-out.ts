import type { Entry } from "../../src/core/entry.ts";
import type { Pack } from "../../src/core/pack.ts";

/** A pack that lacks some phrasings, and those phrasings with the entry each belongs to. */
export interface Fold {
  pack: Pack;
  heldOut: { text: string; entry: Entry }[];
}

/**
 * Folds in which every entry lacks one phrasing at most, so that each phrasing is asked once of a pack that lacks it:
 * leave-one-out for the entry it belongs to, at the price of as many indexes as the longest list of phrasings.
 */
export function leaveOneOut(pack: Pack): Fold[] {
  const count = Math.max(...pack.entries.map(({ questions }) => questions.length));
  return Array.from({ length: count }, (_, position) => ({
    pack: { ...pack, entries: pack.entries.map((entry) => without(entry, position)) },
    heldOut: pack.entries.flatMap((entry) => {
      const text = entry.questions[position];
      return text === undefined ? [] : [{ text, entry }];
    }),
  }));
}

function without(entry: Entry, position: number): Entry {
  return { ...entry, questions: entry.questions.filter((_, index) => index !== position) };
}

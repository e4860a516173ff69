import type { Pack } from "../../src/core/pack.ts";
import { createEngine } from "../../src/search/engine.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import { percent } from "./metrics.ts";

/** A phrasing asked of a pack that lacks it. */
interface Trial {
  expected: string;
  /** Ids of the entries found, best first. */
  found: readonly string[];
}

/** Asks every phrasing of a pack that lacks it. */
function trialsOf(pack: Pack): Trial[] {
  return leaveOneOut(pack).flatMap(({ pack: reduced, heldOut }) => {
    const engine = createEngine(reduced);
    return heldOut.map(({ text, entry }) => ({
      expected: entry.id,
      found: engine.assess(text).candidates.map((candidate) => reduced.entries[candidate.entry]?.id ?? ""),
    }));
  });
}

const isFirst = ({ expected, found }: Trial): boolean => found[0] === expected;
const isAmongThree = ({ expected, found }: Trial): boolean => found.slice(0, 3).includes(expected);

/** Rows for the table of phrasings, the weakest entries and the pairs most often confused. */
export function phrasingReport(pack: Pack) {
  const trials = trialsOf(pack);
  const perEntry = pack.entries.map(({ id }) => {
    const own = trials.filter(({ expected }) => expected === id);
    const share = own.filter(isAmongThree).length / (own.length || 1);
    return {
      entry: id,
      share,
      row: { phrasings: own.length, first: percent(own, isFirst), "first three": percent(own, isAmongThree) },
    };
  });
  const confusions = new Map<string, number>();
  for (const { expected, found } of trials.filter((trial) => !isFirst(trial))) {
    const pair = `${expected} taken for ${found[0] ?? "nothing"}`;
    confusions.set(pair, (confusions.get(pair) ?? 0) + 1);
  }
  return {
    overall: {
      phrasings: trials.length,
      first: percent(trials, isFirst),
      "first three": percent(trials, isAmongThree),
    },
    entries: perEntry.sort((a, b) => a.share - b.share).map(({ entry, row }) => ({ entry, ...row })),
    confusions: [...confusions].sort(([, a], [, b]) => b - a).map(([pair, times]) => ({ pair, times })),
  };
}

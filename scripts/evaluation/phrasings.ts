import type { Pack } from "../../src/core/pack.ts";
import { createEngine } from "../../src/search/engine.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import { percent } from "./metrics.ts";

/** A phrasing asked of a pack that lacks it. */
interface AskedPhrasing {
  expected: string;
  /** Ids of the entries found, best first. */
  found: readonly string[];
}

/** Asks every phrasing of a pack that lacks it. */
function askAll(pack: Pack): AskedPhrasing[] {
  return leaveOneOut(pack).flatMap(({ pack: reduced, heldOut }) => {
    const engine = createEngine(reduced);
    return heldOut.map(({ text, entry }) => ({
      expected: entry.id,
      found: engine.assess(text).candidates.map((candidate) => engine.pack.entries[candidate.entry]?.id ?? ""),
    }));
  });
}

const isFirst = ({ expected, found }: AskedPhrasing): boolean => found[0] === expected;
const isAmongThree = ({ expected, found }: AskedPhrasing): boolean => found.slice(0, 3).includes(expected);

/** Rows for the table of phrasings, the weakest entries and the pairs most often confused. */
export function phrasingReport(pack: Pack) {
  const asked = askAll(pack);
  const perEntry = pack.entries.map(({ id }) => {
    const own = asked.filter(({ expected }) => expected === id);
    const share = own.filter(isAmongThree).length / (own.length || 1);
    return {
      entry: id,
      share,
      row: { phrasings: own.length, first: percent(own, isFirst), "first three": percent(own, isAmongThree) },
    };
  });
  const confusions = new Map<string, number>();
  for (const { expected, found } of asked.filter((phrasing) => !isFirst(phrasing))) {
    const pair = `${expected} taken for ${found[0] ?? "nothing"}`;
    confusions.set(pair, (confusions.get(pair) ?? 0) + 1);
  }
  return {
    overall: {
      phrasings: asked.length,
      first: percent(asked, isFirst),
      "first three": percent(asked, isAmongThree),
    },
    entries: perEntry.sort((a, b) => a.share - b.share).map(({ entry, row }) => ({ entry, ...row })),
    confusions: [...confusions].sort(([, a], [, b]) => b - a).map(([pair, times]) => ({ pair, times })),
  };
}

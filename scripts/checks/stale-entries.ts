import type { SourcedPack } from "../../src/knowledge/pack-folder.ts";
import type { Problem } from "../../src/knowledge/problem.ts";

/** Entries whose facts were last checked more than a year before a day, longest ago first. Days are written YYYY-MM-DD. */
export function staleEntries(packs: readonly SourcedPack[], day: string): Problem[] {
  const yearBefore = `${String(Number(day.slice(0, 4)) - 1).padStart(4, "0")}${day.slice(4)}`;
  return packs
    .flatMap(({ entries }) => entries)
    .filter(({ entry }) => entry.verified < yearBefore)
    .sort((a, b) => (a.entry.verified < b.entry.verified ? -1 : 1))
    .map(({ entry, at }) => ({ ...at("verified"), message: `was last checked on ${entry.verified}` }));
}

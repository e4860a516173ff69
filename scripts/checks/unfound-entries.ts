import type { SourcedPack } from "../../src/knowledge/pack-folder.ts";
import type { Problem } from "../../src/knowledge/problem.ts";
import { createEngine } from "../../src/search/engine.ts";

/** Entries that do not come first for their own title: nothing that is typed would find them. */
export function unfoundEntries({ pack, entries }: SourcedPack): Problem[] {
  const engine = createEngine(pack);
  return entries.flatMap(({ entry, file }) => {
    const [first] = engine.assess(entry.title).candidates;
    const found = pack.entries[first?.entry ?? -1]?.id;
    if (found === entry.id) return [];
    return [{ file, field: "title", message: `“${entry.title}” finds ${found ?? "nothing"} instead of this entry` }];
  });
}

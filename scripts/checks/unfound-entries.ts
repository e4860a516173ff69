import type { SourcedEntry } from "../../src/knowledge/entry-file.ts";
import type { SourcedPack } from "../../src/knowledge/pack-folder.ts";
import type { Problem } from "../../src/knowledge/problem.ts";
import { createEngine, type Engine } from "../../src/search/engine.ts";

/** What entries say of themselves that finds another one, or nothing: their title by its words, their phrasings as typed. */
export function unfoundEntries({ pack, entries }: SourcedPack): Problem[] {
  const engine = createEngine(pack);
  return entries.flatMap((sourced) => [...titleProblems(sourced, engine), ...phrasingProblems(sourced, engine)]);
}

/** A title that does not come first by its words alone: little that is typed would find the entry. */
function titleProblems({ entry, file }: SourcedEntry, { pack, assess }: Engine): Problem[] {
  const found = pack.entries[assess(entry.title).candidates[0]?.entry ?? -1]?.id;
  return found === entry.id ? [] : [{ file, field: "title", message: messageFor(entry.title, found) }];
}

function phrasingProblems({ entry, at }: SourcedEntry, { answer }: Engine): Problem[] {
  return entry.questions.flatMap((question, index) => {
    const given = answer(question);
    const ids = given.kind === "answer" ? given.entries.map(({ id }) => id) : [];
    return ids.includes(entry.id) ? [] : [{ ...at(`questions.${index}`), message: messageFor(question, ids[0]) }];
  });
}

function messageFor(text: string, found: string | undefined): string {
  return `“${text}” finds ${found ?? "nothing"} instead of this entry`;
}

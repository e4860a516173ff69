import { namesOfEntry } from "./entry-file.ts";
import { nameProblems } from "./names.ts";
import type { SourcedPack } from "./pack-folder.ts";
import type { Problem } from "./problem.ts";
import { sameQuestion } from "./schema.ts";
import type { Place } from "./yaml-source.ts";

/** Problems that no file has by itself: between entries, between an entry and its pack, and between packs. */
export function consistencyProblems(packs: readonly SourcedPack[]): Problem[] {
  return [
    ...repeated(
      packs.map(({ pack, at }) => ({ place: at("command"), value: pack.command })),
      (command, first) => `/${command} is the command of ${first} too`,
    ),
    ...repeated(
      packs.flatMap(({ entryFiles }) => entryFiles.map((file) => ({ place: { file }, value: namesOfEntry(file).id }))),
      (id, first) => `the id ${id} is used by ${first} too`,
    ),
    ...packs.flatMap((pack) => [...sharedLabels(pack), ...sharedQuestions(pack), ...nameProblems(pack)]),
  ];
}

interface Located {
  place: Place;
  value: string;
}

function repeated(items: readonly Located[], message: (value: string, firstFile: string) => string): Problem[] {
  const first = new Map<string, string>();
  return items.flatMap(({ place, value }) => {
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, place.file);
    return earlier === undefined ? [] : [{ ...place, message: message(value, earlier) }];
  });
}

/** Two buttons that read the same side by side could not be told apart. */
function sharedLabels({ entries }: SourcedPack): Problem[] {
  const labels = entries.map(({ entry, at }) => ({ place: at("label"), value: entry.label }));
  return repeated(labels, (label, first) => `“${label}” is the label of ${first} too`);
}

/**
 * Two entries that claim the same question would take turns at answering it, and what the pack declines can be no
 * entry's question.
 */
function sharedQuestions({ pack, entries, declinedAt }: SourcedPack): Problem[] {
  const phrasings = entries.flatMap(({ entry, at }) => {
    const fields = new Map([[sameQuestion(entry.title), "title"]]);
    for (const [index, question] of entry.questions.entries()) fields.set(sameQuestion(question), `questions.${index}`);
    return [...fields].map(([value, field]) => ({ place: at(field), value }));
  });
  const declined = pack.declined.map((text, index) => ({ place: declinedAt(`${index}`), value: sameQuestion(text) }));
  return repeated([...phrasings, ...declined], (question, first) => `“${question}” is a question of ${first} too`);
}

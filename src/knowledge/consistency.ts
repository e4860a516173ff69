import type { Steps } from "../core/steps.ts";
import { namesOfEntry } from "./entry-file.ts";
import { nameProblems } from "./names.ts";
import type { SourcedPack } from "./pack-folder.ts";
import type { Problem } from "./problem.ts";
import { sameQuestion } from "./schema.ts";
import type { Place } from "./yaml-source.ts";

/** Problems that no file has by itself: between entries, between an entry and its pack, and between packs. */
export function* consistencyProblems(packs: readonly SourcedPack[]): Steps<Problem[]> {
  const problems = [
    ...repeated(
      packs.map(({ pack, at }) => ({ value: pack.command, place: () => at("command") })),
      (command, first) => `/${command} is the command of ${first} too`,
    ),
    ...repeated(
      packs.flatMap(({ entryFiles }) =>
        entryFiles.map((file) => ({ value: namesOfEntry(file).id, place: () => ({ file }) })),
      ),
      (id, first) => `the id ${id} is used by ${first} too`,
    ),
  ];
  for (const pack of packs) {
    for (const problemsIn of [sharedLabels, sharedQuestions, nameProblems]) {
      yield;
      problems.push(...problemsIn(pack));
    }
  }
  return problems;
}

/** What must not stand in two places, and where it stands, which takes long to tell of everything that a pack holds. */
interface Occurrence {
  value: string;
  place: () => Place;
}

function repeated(items: readonly Occurrence[], message: (value: string, firstFile: string) => string): Problem[] {
  const first = new Map<string, Occurrence>();
  return items.flatMap((item) => {
    const earlier = first.get(item.value);
    if (earlier === undefined) first.set(item.value, item);
    return earlier === undefined ? [] : [{ ...item.place(), message: message(item.value, earlier.place().file) }];
  });
}

/** Two buttons that read the same side by side could not be told apart. */
function sharedLabels({ entries }: SourcedPack): Problem[] {
  const labels = entries.map(({ entry, at }) => ({ value: entry.label, place: () => at("label") }));
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
    return [...fields].map(([value, field]) => ({ value, place: () => at(field) }));
  });
  const declined = pack.declined.map((text, index) => ({
    value: sameQuestion(text),
    place: () => declinedAt(`${index}`),
  }));
  return repeated([...phrasings, ...declined], (question, first) => `“${question}” is a question of ${first} too`);
}

import type { Steps } from "../core/steps.ts";
import { referenceProblems } from "./cross-references.ts";
import { namesOfEntry } from "./entry-file.ts";
import type { SourcedPack } from "./pack-folder.ts";
import type { Problem } from "./problem.ts";
import { normalizeQuestion } from "./schema.ts";
import type { Place } from "./yaml-source.ts";

/** Problems between files: between entries, between an entry and its pack, and between packs. */
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
    for (const problemsIn of [sharedLabels, sharedQuestions, referenceProblems]) {
      yield;
      problems.push(...problemsIn(pack));
    }
  }
  return problems;
}

/** A value that must be unique. Its place is worked out on demand, since for all values of a pack that takes long. */
interface Occurrence {
  value: string;
  place: () => Place;
}

function repeated(items: readonly Occurrence[], message: (value: string, firstFile: string) => string): Problem[] {
  const firsts = new Map<string, Occurrence>();
  return items.flatMap((item) => {
    const earlier = firsts.get(item.value);
    if (earlier === undefined) firsts.set(item.value, item);
    return earlier === undefined ? [] : [{ ...item.place(), message: message(item.value, earlier.place().file) }];
  });
}

/** Two entries with one label: their buttons could not be told apart. */
function sharedLabels({ entries }: SourcedPack): Problem[] {
  const labels = entries.map(({ entry, at }) => ({ value: entry.label, place: () => at("label") }));
  return repeated(labels, (label, first) => `“${label}” is the label of ${first} too`);
}

/** A question of two entries, either of which could answer it, or of an entry and of what the pack declines. */
function sharedQuestions({ pack, entries, declinedAt }: SourcedPack): Problem[] {
  const phrasings = entries.flatMap(({ entry, at }) => {
    const fields = new Map([[normalizeQuestion(entry.title), "title"]]);
    for (const [index, question] of entry.questions.entries())
      fields.set(normalizeQuestion(question), `questions.${index}`);
    return [...fields].map(([value, field]) => ({ value, place: () => at(field) }));
  });
  const declined = pack.declined.map((text, index) => ({
    value: normalizeQuestion(text),
    place: () => declinedAt(`${index}`),
  }));
  return repeated([...phrasings, ...declined], (question, first) => `“${question}” is a question of ${first} too`);
}

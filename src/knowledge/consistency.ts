import type { Entry } from "../core/entry.ts";
import type { SourcedEntry } from "./entry-file.ts";
import type { SourcedPack } from "./pack-folder.ts";
import type { Problem } from "./problem.ts";

/** Problems that no file has by itself: between entries, between an entry and its pack, and between packs. */
export function consistencyProblems(packs: readonly SourcedPack[]): Problem[] {
  return [
    ...repeated(
      packs.map(({ pack, manifest }) => ({ file: manifest, value: pack.command })),
      (command, first) => `/${command} is the command of ${first} too`,
    ),
    ...repeated(
      packs.flatMap(({ entries }) => entries.map(({ entry, file }) => ({ file, value: entry.id }))),
      (id, first) => `the id ${id} is used by ${first} too`,
    ),
    ...packs.flatMap((pack) => [
      ...manifestProblems(pack),
      ...sharedQuestions(pack),
      ...pack.entries.flatMap(entryProblems(pack)),
    ]),
  ];
}

interface Located {
  file: string;
  value: string;
  field?: string;
}

function repeated(items: readonly Located[], message: (value: string, firstFile: string) => string): Problem[] {
  const first = new Map<string, string>();
  return items.flatMap(({ value, ...place }) => {
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, place.file);
    return earlier === undefined ? [] : [{ ...place, message: message(value, earlier) }];
  });
}

/** Two entries that claim the same question would take turns at answering it. */
function sharedQuestions({ entries }: SourcedPack): Problem[] {
  const phrasings = entries.flatMap(({ entry, file }) => {
    const texts = new Map(entry.questions.map((text, index) => [sameQuestion(text), `questions.${index}`]));
    return [...texts].map(([value, field]) => ({ file, field, value }));
  });
  return repeated(phrasings, (question, first) => `“${question}” is a question of ${first} too`);
}

/** Case, spacing and punctuation make no difference to what is asked. */
function sameQuestion(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function manifestProblems({ pack, manifest, entries }: SourcedPack): Problem[] {
  const ids = new Set(entries.map(({ entry }) => entry.id));
  const dangling = (field: "featured" | "tour"): Problem[] =>
    pack[field]
      .filter((id) => !ids.has(id))
      .map((id) => ({ file: manifest, field, message: `names the entry ${id}, which does not exist` }));
  const used = new Set(entries.map(({ entry }) => entry.topic));
  const empty = pack.topics
    .filter(({ id }) => !used.has(id))
    .map(({ id }) => ({ file: manifest, field: "topics", message: `names the topic ${id}, which has no entries` }));
  return [...dangling("featured"), ...dangling("tour"), ...empty];
}

/** What an entry may name, in its own pack. */
interface Names {
  entries: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  claims: ReadonlySet<string>;
  diagrams: ReadonlySet<string>;
}

function entryProblems({ pack, entries }: SourcedPack): (sourced: SourcedEntry) => Problem[] {
  const idsOf = (items: readonly { id: string }[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));
  const names: Names = {
    entries: idsOf(entries.map(({ entry }) => entry)),
    topics: idsOf(pack.topics),
    claims: idsOf(pack.claims),
    diagrams: idsOf(pack.diagrams),
  };
  return ({ entry, file }) =>
    [...danglingNames(entry, names), ...unsupported(entry)].map(([field, message]) => ({ file, field, message }));
}

type Finding = [field: string, message: string];

function danglingNames({ id, topic, related, claims, diagram }: Entry, names: Names): Finding[] {
  const missing = (field: string, kind: string, used: readonly string[], known: ReadonlySet<string>): Finding[] =>
    used.filter((name) => !known.has(name)).map((name) => [field, `names the ${kind} ${name}, which does not exist`]);
  return [
    ...missing("topic", "topic", [topic], names.topics),
    ...missing("related", "entry", related, names.entries),
    ...missing("claims", "claim", claims, names.claims),
    ...missing("diagram", "diagram", diagram === undefined ? [] : [diagram], names.diagrams),
    ...(related.includes(id) ? [["related", "names the entry itself"] satisfies Finding] : []),
  ];
}

function unsupported({ claims, references }: Entry): Finding[] {
  return claims.length > 0 || references.length > 0 ? [] : [["references", "needs at least one reference or claim"]];
}

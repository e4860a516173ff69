import { namesOfEntry, type SourcedEntry } from "./entry-file.ts";
import type { SourcedPack } from "./pack-folder.ts";
import type { Problem } from "./problem.ts";
import type { Place } from "./yaml-source.ts";

/** What a pack holds, for its manifest and entries to name. */
interface Names {
  entries: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  diagrams: ReadonlySet<string>;
  /** Absent where the claims cannot be read, so that nothing can be said about a name. */
  claims?: ReadonlySet<string> | undefined;
}

/**
 * Where a pack names entries, topics, claims or diagrams that it does not have, or holds what it does not name. Entries
 * whose files cannot be used count as there: what is wrong with them is told already.
 */
export function nameProblems({ pack, at, entries, entryFiles, hasClaims }: SourcedPack): Problem[] {
  const files = entryFiles.map(namesOfEntry);
  const names: Names = {
    entries: idsOf(files),
    topics: idsOf(pack.topics),
    diagrams: idsOf(pack.diagrams),
    claims: hasClaims ? idsOf(pack.claims) : undefined,
  };
  const usedTopics = new Set(files.map(({ topic }) => topic));
  return [
    ...dangling("entry", { featured: pack.featured, tour: pack.tour }, names.entries, at),
    ...pack.topics
      .map(({ id }, index) => ({ id, place: at(`topics.${index}`) }))
      .filter(({ id }) => !usedTopics.has(id))
      .map(({ id, place }) => ({ ...place, message: `names the topic ${id}, which has no folder with entries` })),
    ...entries.flatMap((entry) => entryProblems(entry, names)),
  ];
}

function entryProblems({ entry, file, at }: SourcedEntry, names: Names): Problem[] {
  const { id, topic, related, claims, diagram, references } = entry;
  const problems = [
    ...dangling("entry", { related }, names.entries, at),
    ...(names.claims ? dangling("claim", { claims }, names.claims, at) : []),
    ...(diagram === undefined || names.diagrams.has(diagram) ? [] : [missing("diagram", diagram, at("diagram"))]),
  ];
  if (!names.topics.has(topic)) {
    problems.push({
      file,
      message: `lies in the folder ${topic}, which is not among the topics in the pack's manifest`,
    });
  }
  if (related.includes(id))
    problems.push({ ...at(`related.${related.indexOf(id)}`), message: "names the entry itself" });
  if (claims.length + references.length === 0) {
    problems.push({ ...at("references"), message: "needs at least one reference or claim" });
  }
  return problems;
}

/** The names in lists, by field, that are not known. */
function dangling(
  kind: string,
  lists: Readonly<Record<string, readonly string[]>>,
  known: ReadonlySet<string>,
  at: SourcedEntry["at"],
): Problem[] {
  return Object.entries(lists).flatMap(([field, names]) =>
    names.flatMap((name, index) => (known.has(name) ? [] : [missing(kind, name, at(`${field}.${index}`))])),
  );
}

function missing(kind: string, name: string, place: Place): Problem {
  return { ...place, message: `names the ${kind} ${name}, which does not exist` };
}

function idsOf(items: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}

import { namesOfEntry, type SourcedEntry } from "./entry-file.ts";
import type { SourcedPack } from "./pack-folder.ts";
import type { Problem } from "./problem.ts";
import type { Place } from "./yaml-source.ts";

/** The ids that the manifest and the entries of a pack may refer to. */
interface Ids {
  entries: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  diagrams: ReadonlySet<string>;
  /** Absent where the claims cannot be read, so that references to them cannot be checked. */
  claims?: ReadonlySet<string> | undefined;
}

/**
 * References to entries, topics, claims or diagrams that a pack does not have, and those that are missing. Entries
 * whose files cannot be used count as existing: their own problems are reported already.
 */
export function referenceProblems({ pack, at, entries, entryFiles, hasClaims }: SourcedPack): Problem[] {
  const files = entryFiles.map(namesOfEntry);
  const ids: Ids = {
    entries: idsOf(files),
    topics: idsOf(pack.topics),
    diagrams: idsOf(pack.diagrams),
    claims: hasClaims ? idsOf(pack.claims) : undefined,
  };
  const usedTopics = new Set(files.map(({ topic }) => topic));
  return [
    ...dangling("entry", { featured: pack.featured, tour: pack.tour }, ids.entries, at),
    ...pack.topics
      .map(({ id }, index) => ({ id, place: at(`topics.${index}`) }))
      .filter(({ id }) => !usedTopics.has(id))
      .map(({ id, place }) => ({ ...place, message: `names the topic ${id}, which has no folder with entries` })),
    ...entries.flatMap((entry) => entryProblems(entry, ids)),
  ];
}

function entryProblems({ entry, file, at }: SourcedEntry, ids: Ids): Problem[] {
  const { id, topic, related, claims, diagram, references } = entry;
  const problems = [
    ...dangling("entry", { related }, ids.entries, at),
    ...(ids.claims ? dangling("claim", { claims }, ids.claims, at) : []),
    ...(diagram === undefined || ids.diagrams.has(diagram) ? [] : [missing("diagram", diagram, at("diagram"))]),
  ];
  if (!ids.topics.has(topic)) {
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

/** The references in lists, by field, to ids that do not exist. */
function dangling(
  kind: string,
  lists: Readonly<Record<string, readonly string[]>>,
  known: ReadonlySet<string>,
  at: SourcedEntry["at"],
): Problem[] {
  return Object.entries(lists).flatMap(([field, ids]) =>
    ids.flatMap((id, index) => (known.has(id) ? [] : [missing(kind, id, at(`${field}.${index}`))])),
  );
}

function missing(kind: string, id: string, place: Place): Problem {
  return { ...place, message: `names the ${kind} ${id}, which does not exist` };
}

function idsOf(items: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}

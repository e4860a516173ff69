import type { Entry } from "./entry.ts";

/** A group of entries, as people browse them. */
export interface Topic {
  id: string;
  title: string;
}

/** One statement of the source that the pack started from, and whether it holds today. */
export interface Claim {
  id: string;
  claim: string;
  verdict: "right" | "right with a caveat" | "outdated" | "wrong";
}

/** A picture that entries can show. */
export interface Diagram {
  id: string;
  title: string;
  /** What the picture shows, for those who cannot see it. */
  alt: string;
  /** The picture drawn in characters, for a terminal; without a line break at its end. */
  text: string;
  /** The picture as a PNG. */
  image: Uint8Array;
}

/** The words of a pack's subject that search should treat alike. */
export interface Vocabulary {
  /** Groups of words or short phrases that mean the same here. */
  synonyms: readonly (readonly string[])[];
  /** Short form → what it stands for. */
  abbreviations: Readonly<Record<string, string>>;
}

/** A pack's command in another language. */
export interface Localization {
  command?: string | undefined;
  description?: string | undefined;
}

/** A body of knowledge about one subject: one folder, one slash command. */
export interface Pack {
  /** What tells it from other packs, in buttons too: its command. */
  name: string;
  /** The subject as people write it. */
  title: string;
  /** The slash command without its slash. */
  command: string;
  /** One sentence for command lists and manifests. */
  description: string;
  /** The command in other languages, by BCP 47 tag, for platforms that show commands in people's language. */
  localizations?: Readonly<Record<string, Localization>> | undefined;
  /** What the bot says when it is greeted or asked for help. */
  welcome: string;
  topics: readonly Topic[];
  /** Ids of entries to start from. */
  featured: readonly string[];
  /** Ids of the entries of the onboarding path, in order. */
  tour: readonly string[];
  vocabulary: Vocabulary;
  /** What is shown before an entry's `departs`. */
  departsLabel: string;
  claims: readonly Claim[];
  /** Examples of what people type in the same channels that the pack must not answer. */
  declined: readonly string[];
  diagrams: readonly Diagram[];
  /** In the order of their ids. */
  entries: readonly Entry[];
}

/** The packs of a bot, at least one. */
export type Packs = readonly [Pack, ...Pack[]];

/** The pack with this name or, where there is none, all packs. */
export function packsNamed(packs: Packs, name: string | undefined): Packs {
  const named = packs.find((pack) => pack.name === name);
  return named ? [named] : packs;
}

/** The pack's entries with these ids, in this order, without those that it does not have. */
export function entriesById(pack: Pack, ids: readonly string[]): Entry[] {
  return ids.flatMap((id) => pack.entries.find((entry) => entry.id === id) ?? []);
}

/** The diagram to show with entries: none beside several, since it would not be clear which one it belongs to. */
export function diagramOf(pack: Pack, [entry, ...others]: readonly Entry[]): Diagram | undefined {
  return others.length > 0 ? undefined : pack.diagrams.find(({ id }) => id === entry?.diagram);
}

import type { Bot } from "../bot.ts";
import type { Found } from "../core/answer.ts";
import type { Entry } from "../core/entry.ts";
import { entriesById, type Pack, type Packs, type Topic } from "../core/pack.ts";
import { partOfText } from "../core/wording.ts";
import { chunks } from "./chunks.ts";

/** Entries that are offered where there is no answer. */
const MAX_OFFERED = 4;

/** The pack with a name or, where there is none, every pack. */
export function packsFor({ packs }: Bot, name: string | undefined): Packs {
  const named = packs.find((pack) => pack.name === name);
  return named ? [named] : packs;
}

/** The pack that a command, without its slash, belongs to. */
export function packOfCommand({ packs }: Bot, command: string): Pack | undefined {
  return packs.find((pack) => pack.command === command);
}

/** Entries that were shown before, as an answer, as far as they are still there; nothing where none is. */
export function answerWith(bot: Bot, ids: readonly string[]): Found | undefined {
  const [first, ...others] = ids.flatMap((id) => bot.find(id) ?? []);
  if (!first) return undefined;
  const { entry, pack } = first;
  const entries = [entry, ...others.map((other) => other.entry)] as const;
  return { kind: "answer", pack, entries, related: entriesById(pack, entry.related), confidence: 1 };
}

/** A few entries to start from, for those whose question has no answer. */
export function offeredEntries(pack: Pack): Entry[] {
  return entriesById(pack, pack.featured).slice(0, MAX_OFFERED);
}

/** The entries of a topic, in the order of their ids. */
export function entriesOfTopic({ entries }: Pack, { id }: Topic): Entry[] {
  return entries.filter(({ topic }) => topic === id);
}

/** Entries under a title. */
export interface TopicList {
  title: string;
  entries: readonly Entry[];
}

/** The topics of a pack, each with its entries in one or more lists of at most so many. */
export function topicLists(pack: Pack, size: number): TopicList[] {
  return pack.topics.flatMap((topic) =>
    chunks(entriesOfTopic(pack, topic), size).map((entries, part, { length }) => ({
      title: partOfText(topic.title, part, length),
      entries,
    })),
  );
}

import type { Bot } from "../../bot.ts";
import type { Entry } from "../../core/entry.ts";
import { entriesById, type Pack, type Topic } from "../../core/pack.ts";
import { partOfText } from "../../core/wording.ts";
import { chunks } from "./chunks.ts";

/** How many entries are offered where there is no answer. */
const MAX_OFFERED = 4;

/** The pack that a command, without its slash, belongs to. */
export function packOfCommand({ packs }: Bot, command: string): Pack | undefined {
  return packs.find((pack) => pack.command === command);
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

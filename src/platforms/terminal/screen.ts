import type { Entry } from "../../core/entry.ts";
import { entriesById, type Pack, type Packs, type Topic } from "../../core/pack.ts";
import type { Reply } from "../../core/reply.ts";
import { entriesOfTopic } from "../shared/packs.ts";
import { offerOf } from "./render-answer.ts";

/** A topic and the pack it belongs to. */
export interface TopicOf {
  pack: Pack;
  topic: Topic;
}

/** What a message asks the chat to do. */
export type Step =
  /** Has the bot reply to it. */
  | { to: "say"; text: string }
  | { to: "read"; id: string }
  | { to: "stop"; pack: string; stop: number }
  | ({ to: "topic" } & TopicOf)
  | { to: "note"; text: string }
  | { to: "nothing" }
  | { to: "leave" };

/** What the chat shows: replies of the bot, the first page, and the entries of one topic. */
export type Screen = Reply | { kind: "welcome"; packs: Packs } | ({ kind: "topic" } & TopicOf);

/** What the numbers from 1 on stand for while a screen is the last one shown. */
export function choicesOf(screen: Screen): readonly Step[] {
  switch (screen.kind) {
    case "welcome":
    case "help":
      return reads(featuredEntries(screen.packs));
    case "topics":
      return topicsOf(screen.packs).map((topic) => ({ to: "topic", ...topic }));
    case "topic":
      return reads(entriesOfTopic(screen.pack, screen.topic));
    case "answer":
      return reads(offerOf(screen.answer).entries);
    case "stop":
      return screen.pack.tour.map((_, stop) => ({ to: "stop", pack: screen.pack.name, stop }));
    case "note":
      return [];
  }
}

/** The topics of all packs, in one list. */
export function topicsOf(packs: Packs): TopicOf[] {
  return packs.flatMap((pack) => pack.topics.map((topic) => ({ pack, topic })));
}

/** The entries that all packs propose to start from. */
export function featuredEntries(packs: Packs): readonly Entry[] {
  return packs.flatMap((pack) => entriesById(pack, pack.featured));
}

/** The way to a stop of a tour; none before the first and after the last. */
export function stepToStop(pack: Pack, stop: number): Step | undefined {
  return pack.tour[stop] === undefined ? undefined : { to: "stop", pack: pack.name, stop };
}

function reads(entries: readonly Entry[]): Step[] {
  return entries.map(({ id }) => ({ to: "read", id }));
}

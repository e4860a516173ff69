import type { Answer } from "../../core/answer.ts";
import type { Entry } from "../../core/entry.ts";
import { entriesById, type Pack, type Packs, type Topic } from "../../core/pack.ts";
import { entriesOfTopic } from "../packs.ts";
import { offerOf } from "./render-answer.ts";

/** A topic and the pack it belongs to. */
export interface TopicOf {
  pack: Pack;
  topic: Topic;
}

/** One stop of a pack's tour, counted from 0, and the entry to read there. */
export interface TourStop {
  to: "stop";
  pack: Pack;
  stop: number;
  id: string;
}

/** What a message asks the chat to do. */
export type Step =
  | { to: "ask"; text: string }
  | { to: "help" }
  | { to: "topics" }
  | ({ to: "topic" } & TopicOf)
  | TourStop
  | { to: "note"; text: string }
  | { to: "nothing" }
  | { to: "leave" };

/** What the chat shows in reply to a message. */
export type Screen =
  | { kind: "welcome"; packs: Packs }
  | { kind: "help"; packs: Packs }
  | { kind: "topics"; topics: readonly TopicOf[] }
  | ({ kind: "topic" } & TopicOf)
  | { kind: "answer"; answer: Answer }
  | { kind: "stop"; at: TourStop; answer: Answer }
  | { kind: "note"; text: string };

/** What the numbers from 1 on stand for while a screen is the last one shown. */
export function choicesOf(screen: Screen): readonly Step[] {
  switch (screen.kind) {
    case "welcome":
    case "help":
      return asks(featuredEntries(screen.packs));
    case "topics":
      return screen.topics.map((topic) => ({ to: "topic", ...topic }));
    case "topic":
      return asks(entriesOfTopic(screen.pack, screen.topic));
    case "answer":
      return asks(offerOf(screen.answer).entries);
    case "stop":
      return tourStops(screen.at.pack);
    case "note":
      return [];
  }
}

/** The entries that all packs propose to start from. */
export function featuredEntries(packs: Packs): readonly Entry[] {
  return packs.flatMap((pack) => entriesById(pack, pack.featured));
}

/** The stop with a number; undefined before the first and behind the last. */
export function stopAt(pack: Pack, stop: number): TourStop | undefined {
  const id = pack.tour[stop];
  return id === undefined ? undefined : { to: "stop", pack, stop, id };
}

function tourStops(pack: Pack): TourStop[] {
  return pack.tour.map((id, stop) => ({ to: "stop", pack, stop, id }));
}

function asks(entries: readonly Entry[]): Step[] {
  return entries.map(({ id }) => ({ to: "ask", text: id }));
}

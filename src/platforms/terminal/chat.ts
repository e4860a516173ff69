import type { Bot } from "../../bot.ts";
import type { Answer } from "../../core/answer.ts";
import { type Place, readMessage } from "./read.ts";
import { choicesOf, type Screen, type Step, type TopicOf } from "./screen.ts";

/** A conversation with one person. */
export interface Chat {
  /** What to show first. */
  open(): Screen;
  /** What to show in reply to a message: nothing in reply to nothing, and `leave` when the user has had enough. */
  hear(message: string): Screen | "nothing" | "leave";
}

/** Starts a conversation, which remembers what was shown last: numbers pick from it. */
export function createChat(bot: Bot): Chat {
  const place: Place = { choices: [], pack: bot.packs[0], isAtStop: false };

  const ask = (text: string): Answer => {
    const answer = bot.answer({ text, platform: "terminal", conversation: "terminal" });
    place.pack = answer.pack;
    return answer;
  };
  const show = (step: Exclude<Step, { to: "nothing" | "leave" }>): Screen => {
    switch (step.to) {
      case "ask":
        return { kind: "answer", answer: ask(step.text) };
      case "stop":
        place.stop = step;
        return { kind: "stop", at: step, answer: ask(step.id) };
      case "help":
        return { kind: "help", packs: bot.packs };
      case "topics":
        return { kind: "topics", topics: topicsOf(bot) };
      case "topic":
        return { kind: "topic", pack: step.pack, topic: step.topic };
      case "note":
        return { kind: "note", text: step.text };
    }
  };
  /** A note leaves the list before the user's eyes as it is. */
  const remember = (screen: Screen): Screen => {
    if (screen.kind === "note") return screen;
    place.choices = choicesOf(screen);
    place.isAtStop = screen.kind === "stop";
    return screen;
  };

  return {
    open() {
      return remember({ kind: "welcome", packs: bot.packs });
    },
    hear(message) {
      const step = readMessage(message, place);
      return step.to === "nothing" || step.to === "leave" ? step.to : remember(show(step));
    },
  };
}

function topicsOf({ packs }: Bot): TopicOf[] {
  return packs.flatMap((pack) => pack.topics.map((topic) => ({ pack, topic })));
}

import type { Bot } from "../../bot.ts";
import { answerReply } from "../../core/reply.ts";
import { type ChatState, readMessage } from "./read.ts";
import { choicesOf, type Screen, type Step } from "./screen.ts";

/** A conversation with one person. */
export interface Chat {
  /** What to show first. */
  open(): Screen;
  /** What to show in reply to a message: nothing in reply to nothing, and `leave` when the user has had enough. */
  hear(message: string): Screen | "nothing" | "leave";
}

/** There is one person in front of a terminal. */
const CONVERSATION = "terminal";

/** Starts a conversation, which remembers what was shown last: numbers pick from it. */
export function createChat(bot: Bot): Chat {
  const state: ChatState = { choices: [], isAtStop: false };

  const show = (step: Exclude<Step, { to: "nothing" | "leave" }>): Screen => {
    switch (step.to) {
      case "say":
        return bot.reply({ text: step.text, conversation: CONVERSATION });
      case "read":
        return answerReply(bot.answer({ text: step.id, conversation: CONVERSATION }), step.id);
      case "stop":
        return bot.tour(step, CONVERSATION);
      case "topic":
        return { kind: "topic", pack: step.pack, topic: step.topic };
      case "note":
        return { kind: "note", text: step.text };
    }
  };
  /** A note leaves the numbered list on the screen valid. */
  const remember = (screen: Screen): Screen => {
    if (screen.kind === "note") return screen;
    state.choices = choicesOf(screen);
    state.isAtStop = screen.kind === "stop";
    if (screen.kind === "stop") state.stop = screen;
    return screen;
  };

  return {
    open() {
      return remember({ kind: "welcome", packs: bot.packs });
    },
    hear(message) {
      const step = readMessage(message, state);
      return step.to === "nothing" || step.to === "leave" ? step.to : remember(show(step));
    },
  };
}

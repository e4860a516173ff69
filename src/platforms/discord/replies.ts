import type { Bot } from "../../bot.ts";
import type { Command } from "../../core/command.ts";
import type { Question } from "../../core/question.ts";
import { WORDS } from "../../core/wording.ts";
import { answerWith, packsFor } from "../packs.ts";
import type { Message } from "./components.ts";
import { renderHelp, renderTopics, renderTour } from "./pages.ts";
import { type RenderOptions, renderAnswer, renderText } from "./render.ts";

/** What the bot says to a command. */
export interface Reply {
  message: Message;
  /** Whether it answers a question, so that others may want to read it as well. */
  isAnswer: boolean;
}

/** The page that a command asks for, or an answer. */
export function replyTo(bot: Bot, command: Command, question: Question, options: RenderOptions = {}): Reply {
  const packs = packsFor(bot, question.pack);
  switch (command.name) {
    case "help":
      return page(renderHelp(packs));
    case "topics":
      return page(renderTopics(packs, 0));
    case "tour":
      return page(packs.map((pack) => renderTour(pack, 0)).find(Boolean) ?? renderHelp(packs));
    case "thanks":
      return page(renderText(WORDS.thanks));
    case "ask":
    case "share": {
      const answer = bot.answer({ ...question, text: command.text });
      return { message: renderAnswer(answer, options), isAnswer: answer.kind === "answer" };
    }
  }
}

function page(message: Message): Reply {
  return { message, isAnswer: false };
}

/** The entries of a private answer once more, for all to see; nothing where they have gone since. */
export function sharedReply(bot: Bot, ids: readonly string[], options: RenderOptions): Message | undefined {
  const found = answerWith(bot, ids);
  return found && renderAnswer(found, { asked: found.entries[0].title, ...options });
}

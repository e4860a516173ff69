import type { Bot } from "../../bot.ts";
import type { Found } from "../../core/answer.ts";
import type { Command } from "../../core/command.ts";
import type { Question } from "../../core/question.ts";
import { WORDS } from "../../core/wording.ts";
import type { Message } from "./components.ts";
import { PLATFORM } from "./message.ts";
import { renderHelp, renderTopics, renderTour } from "./pages.ts";
import { type RenderOptions, renderAnswer, renderText } from "./render.ts";

/** What the bot says to a command: the page that it asks for, or an answer. */
export function replyTo(bot: Bot, command: Command, question: Question, options: RenderOptions = {}): Message {
  const packs = packsFor(bot, question.pack);
  switch (command.name) {
    case "help":
      return renderHelp(packs);
    case "topics":
      return renderTopics(packs, 0);
    case "tour":
      return renderTour(packs[0], 0) ?? renderHelp(packs);
    case "ask":
    case "share":
      return renderAnswer(bot.answer({ ...question, text: command.text }), options);
  }
}

/** The entries of a private answer once more, for all to see. Where they have gone since, the bot says so. */
export function sharedReply(bot: Bot, ids: readonly string[], options: RenderOptions): Message {
  const answers = ids
    .map((id) => bot.answer({ text: id, platform: PLATFORM }))
    .filter((answer): answer is Found => answer.kind === "answer");
  const [first] = answers;
  const [entry, ...entries] = answers.flatMap((answer) => answer.entries);
  if (!first || !entry) return renderText(WORDS.failed);
  return renderAnswer({ ...first, entries: [entry, ...entries] }, { asked: entry.title, ...options });
}

/** The pack with a name, or all of them. */
export function packsFor(bot: Bot, name: string | undefined): Bot["packs"] {
  const named = bot.packs.find((pack) => pack.name === name);
  return named ? [named] : bot.packs;
}

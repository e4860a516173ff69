import type { Bot } from "../../bot.ts";
import type { Answer } from "../../core/answer.ts";
import { parseCommand } from "../../core/command.ts";
import { isQuestion, type Question } from "../../core/question.ts";
import { WORDS } from "../../core/wording.ts";
import type { Logger } from "../../log.ts";
import { describeError } from "../describe-error.ts";
import { answerWith, packsFor } from "../packs.ts";
import type { Shared, Stop, TopicsPage } from "./actions.ts";
import type { Message } from "./blocks.ts";
import { renderHelp, renderTopics, renderTour } from "./pages.ts";
import { type RenderOptions, renderAnswer, renderText } from "./render.ts";

/** What the bot says to a message. */
export interface Reply {
  message: Message;
  /** An answer that was asked for all to see, where answers are private. */
  isShared: boolean;
  /** Whether the message was meant for the bot, as far as its content says: it is a question about its subjects. */
  isRelevant: boolean;
}

export interface ReplyOptions {
  /** Who asked, to be named where the answer is shared. */
  name?: string;
  /** Offers to share a private answer; in a thread, where there is one. */
  canShare?: { thread?: string | undefined };
}

export interface Replies {
  /** Replies to what a person wrote: does the command in it, or answers it. Never throws. */
  to(question: Question, options?: ReplyOptions): Reply;
  /** Answers a question that is one for sure, such as the id of an entry. Never throws. */
  answer(question: Question, options?: ReplyOptions): Reply;
  /** A stop of a tour, or where there is no such stop the welcome. Never throws. */
  tour(stop: Stop | undefined): Message;
  /** A page of the topics of a pack, or where there is no such pack of all. Never throws. */
  topics(page: TopicsPage): Message;
  /** A private answer as it is made public by somebody; nothing where its entries are gone. Never throws. */
  share(shared: Shared, name: string): Message | undefined;
}

/** What replies are made from. */
interface Source {
  bot: Bot;
  /** Where Slack finds the packs' pictures; without it none is shown. */
  diagramBaseUrl?: string | undefined;
}

export function createReplies({ log, ...source }: Source & { log: Logger }): Replies {
  const safely = <T>(work: () => T, failed: T): T => {
    try {
      return work();
    } catch (error) {
      log.error(describeError(error), "A question could not be answered: this is a fault in the bot");
      return failed;
    }
  };
  const failed = renderText(WORDS.failed);
  return {
    to: (question, options = {}) => safely(() => replyTo(source, question, options), said(failed)),
    answer: (question, options = {}) => safely(() => answer(source, question, options, false), said(failed)),
    tour: (stop) => safely(() => tour(source, stop), failed),
    topics: ({ pack, page }) => safely(() => renderTopics(packsFor(source.bot, pack), page), failed),
    share: (shared, name) => safely(() => share(source, shared, name), undefined),
  };
}

function replyTo(source: Source, question: Question, options: ReplyOptions): Reply {
  const { bot, diagramBaseUrl } = source;
  const packs = packsFor(bot, question.pack);
  const command = parseCommand(question.text);
  switch (command.name) {
    case "help":
      return said(renderHelp(packs));
    case "topics":
      return said(renderTopics(packs, 0));
    case "tour":
      return said(packs.map((pack) => renderTour(pack, 0, diagramBaseUrl)).find(Boolean) ?? renderHelp(packs));
    case "thanks":
      return said(renderText(WORDS.thanks));
    case "ask":
      return answer(source, { ...question, text: command.text }, options, false);
    case "share":
      return { ...answer(source, { ...question, text: command.text }, options, true), isRelevant: false };
  }
}

/** Not for the bot, unless it was addressed: people say “help” to each other. */
function said(message: Message): Reply {
  return { message, isShared: false, isRelevant: false };
}

function answer(source: Source, question: Question, { name, canShare }: ReplyOptions, wantsShare: boolean): Reply {
  const { bot, diagramBaseUrl } = source;
  const found = bot.answer(question);
  const isShared = wantsShare && canShare !== undefined && found.kind === "answer";
  const render: RenderOptions = {
    diagramBaseUrl,
    origin: canShare ?? { asker: question.asker },
    // Elsewhere, what was asked is in sight.
    ...(canShare && { asked: askedIn(found, question.text) }),
    ...(isShared ? { sharedBy: name ?? "" } : { shareable: canShare }),
  };
  return { message: renderAnswer(found, render), isShared, isRelevant: isRelevant(found, question.text) };
}

/** Whether a message that nobody addressed to the bot was for it: a guess is no help to people who do not ask. */
function isRelevant(found: Answer, text: string): boolean {
  return found.kind === "answer" || (found.kind === "suggestions" && isQuestion(text));
}

/** What was asked, in words, unless it was the id of an entry, as a button asks. */
function askedIn(found: Answer, text: string): string | undefined {
  return found.kind === "answer" && found.entries.some(({ id }) => id === text) ? undefined : text;
}

/** The same entries again, as far as they are still there. */
function share({ bot, diagramBaseUrl }: Source, { question, entries }: Shared, sharedBy: string): Message | undefined {
  const found = answerWith(bot, entries);
  return found && renderAnswer(found, { asked: question, sharedBy, diagramBaseUrl });
}

function tour({ bot, diagramBaseUrl }: Source, stop: Stop | undefined): Message {
  const pack = bot.packs.find(({ name }) => name === stop?.pack);
  const message = pack && stop && renderTour(pack, stop.stop, diagramBaseUrl);
  return message ?? renderHelp(bot.packs);
}

import type { Bot } from "../../../bot.ts";
import { packsNamed } from "../../../core/pack.ts";
import { isQuestion, type Question } from "../../../core/question.ts";
import { type AnswerReply, answerReply, type Reply } from "../../../core/reply.ts";
import { WORDS } from "../../../core/wording.ts";
import { errorFields } from "../../../errors.ts";
import type { Logger } from "../../../log.ts";
import type { Shared, Stop, TopicsPage } from "../render/actions.ts";
import { renderAnswer, renderText } from "../render/answer.ts";
import type { Message } from "../render/blocks.ts";
import { renderReply } from "../render/pages.ts";

/** What the bot says to a message, drawn. */
export interface Said {
  message: Message;
  /** Whether the answer was asked for all to see, where answers are private. */
  isShared: boolean;
  /** Whether the message was meant for the bot, judging by its content: a question about its subjects. */
  isRelevant: boolean;
}

/** How a reply is drawn. */
export interface ReplyOptions {
  /** Id of the person who asked, for the buttons of an answer that everybody sees. */
  asker?: string | undefined;
  /** Who asked, to be named where the answer is shared. */
  name?: string | undefined;
  /** Offers to share a private answer; in a thread, where there is one. */
  canShare?: { thread?: string | undefined } | undefined;
}

/** Has the bot reply, and draws what it says. Nothing here throws. */
export interface Replies {
  /** Replies to what a person wrote. */
  to(message: Question, options: ReplyOptions): Said;
  /** Answers what is certainly a question, such as the id of an entry, not a command. */
  answer(question: Question, options: ReplyOptions): Said;
  /** A stop of a tour; the welcome where there is no such stop. */
  tour(stop: Stop | undefined, conversation: string): Message;
  /** A page of the topics of a pack; of all packs where there is no such pack. */
  topics(page: TopicsPage): Message;
  /** A private answer that somebody makes public; undefined where its entries are gone. */
  share(shared: Shared, name: string): Message | undefined;
}

/** Who replies, and how it is drawn. */
export interface RepliesOptions {
  bot: Bot;
  /** Where Slack finds the packs' pictures; without it none is shown. */
  diagramBaseUrl?: string | undefined;
  log: Logger;
}

/** Replies of a bot; a fault in the bot becomes an apology. */
export function createReplies({ bot, diagramBaseUrl, log }: RepliesOptions): Replies {
  const safely = <T>(work: () => T, failed: T): T => {
    try {
      return work();
    } catch (error) {
      log.error(errorFields(error), "A question could not be answered: this is a fault in the bot");
      return failed;
    }
  };
  const failed = renderText(WORDS.failed);
  const draw = (work: () => Reply) => safely(() => renderReply(work(), { diagramBaseUrl }), failed);
  const say = (work: () => Reply, options: ReplyOptions) =>
    safely(() => drawFor(options, work(), diagramBaseUrl), { message: failed, isShared: false, isRelevant: false });
  return {
    to: (message, options) => say(() => bot.reply(message), options),
    answer: (question, options) => say(() => answerReply(bot.answer(question), question.text), options),
    tour: (stop, conversation) =>
      draw(() => (stop ? bot.tour(stop, conversation) : { kind: "help", packs: bot.packs })),
    topics: ({ pack, page }) => draw(() => ({ kind: "topics", packs: packsNamed(bot.packs, pack), page })),
    share: ({ question, entries }, sharedBy) =>
      safely(() => {
        const found = bot.show(entries);
        return found && renderAnswer(found, { asked: question, sharedBy, diagramBaseUrl });
      }, undefined),
  };
}

/** Draws a reply for where it goes. */
function drawFor({ asker, name, canShare }: ReplyOptions, reply: Reply, diagramBaseUrl: string | undefined): Said {
  const answered = reply.kind === "answer" ? reply : undefined;
  const isShared = canShare !== undefined && answered?.isForAll === true && answered.answer.kind === "answer";
  const message = renderReply(reply, {
    diagramBaseUrl,
    origin: canShare ?? { asker },
    // Elsewhere, the question is in sight.
    asked: canShare && answered?.asked,
    sharedBy: isShared ? (name ?? "") : undefined,
    shareable: isShared ? undefined : canShare,
  });
  return { message, isShared, isRelevant: answered !== undefined && isRelevant(answered) };
}

/** Whether a question that does not address the bot was still for it. Guesses are no help to people who did not ask. */
function isRelevant({ answer, asked = "" }: AnswerReply): boolean {
  return answer.kind === "answer" || (answer.kind === "suggestions" && isQuestion(asked));
}

import type { Answer } from "../../src/core/answer.ts";
import type { Engine } from "../../src/search/engine.ts";
import { lastTurnOf, shownIds } from "./conversations.ts";
import type { AskedQuestion, Conversation, OffTopicQuestion } from "./questions.ts";

/** Gives the bot's answer to a text. */
export type Answering = (text: string) => Answer;

/** What an in-scope question got. */
export interface Outcome {
  question: AskedQuestion;
  answer: Answer;
  /** Ids of the entries shown, as an answer or as suggestions. */
  shown: readonly string[];
  /** The first entry shown is a right one. */
  isRightFirst: boolean;
  /** A right entry is shown; for a question with two parts, one for each. */
  isRightShown: boolean;
}

export function outcomesOf(questions: readonly AskedQuestion[], answering: Answering): Outcome[] {
  return questions.map((question) => {
    const answer = answering(question.ask);
    const shown = shownIds(answer);
    const isShown = (id: string): boolean => shown.includes(id);
    return {
      question,
      answer,
      shown,
      isRightFirst: question.expect.includes(shown[0] ?? ""),
      isRightShown: question.all ? question.expect.every(isShown) : question.expect.some(isShown),
    };
  });
}

/** A share as people read it. */
export function percent<T>(items: readonly T[], test: (item: T) => boolean): string {
  return items.length === 0 ? "–" : `${((100 * items.filter(test).length) / items.length).toFixed(1)} %`;
}

/** One row of the table of in-scope questions. */
export function inScopeRow(outcomes: readonly Outcome[]) {
  const isWrong = ({ answer, question, shown }: Outcome): boolean =>
    answer.kind === "answer" && !question.expect.some((id) => shown.includes(id));
  return {
    questions: outcomes.length,
    "right first": percent(outcomes, ({ isRightFirst }) => isRightFirst),
    "right shown": percent(outcomes, ({ isRightShown }) => isRightShown),
    "wrong answer": percent(outcomes, isWrong),
    declined: percent(outcomes, ({ answer }) => answer.kind === "no-answer"),
  };
}

/** One row of the table of questions to decline. */
export function offTopicRow(questions: readonly OffTopicQuestion[], answering: Answering) {
  const kinds = questions.map(({ ask }) => answering(ask).kind);
  return {
    questions: questions.length,
    answered: percent(kinds, (kind) => kind === "answer"),
    suggested: percent(kinds, (kind) => kind === "suggestions"),
  };
}

/** What the last turn of a conversation got. */
export interface FollowUpOutcome {
  conversation: Conversation;
  answer: Answer;
  /** Whether the first entry shown is a right one; where nothing is to be shown, whether nothing is. */
  isRight: boolean;
}

export function followUpOutcomesOf(conversations: readonly Conversation[], engine: Engine): FollowUpOutcome[] {
  return conversations.map((conversation) => {
    const { text, before } = lastTurnOf(conversation, engine);
    const answer = engine.answer(text, before);
    const { expect } = conversation;
    const isRight = expect.length > 0 ? expect.includes(shownIds(answer)[0] ?? "") : answer.kind === "no-answer";
    return { conversation, answer, isRight };
  });
}

/** The row of the table of follow-ups. */
export function followUpRow(outcomes: readonly FollowUpOutcome[]) {
  const isShown = ({ conversation, answer }: FollowUpOutcome): boolean =>
    conversation.expect.some((id) => shownIds(answer).includes(id));
  const toAnswer = outcomes.filter(({ conversation }) => conversation.expect.length > 0);
  const toDecline = outcomes.filter(({ conversation }) => conversation.expect.length === 0);
  return {
    "to answer": toAnswer.length,
    "right first": percent(toAnswer, ({ isRight }) => isRight),
    "right shown": percent(toAnswer, isShown),
    "wrong answer": percent(toAnswer, (outcome) => outcome.answer.kind === "answer" && !isShown(outcome)),
    declined: percent(toAnswer, ({ answer }) => answer.kind === "no-answer"),
    "to decline": toDecline.length,
    "then answered": percent(toDecline, ({ answer }) => answer.kind === "answer"),
    "then suggested": percent(toDecline, ({ answer }) => answer.kind === "suggestions"),
  };
}

/** How many of the answers within each tenth of confidence are right. */
export function reliabilityRows(
  outcomes: readonly Outcome[],
  offTopic: readonly OffTopicQuestion[],
  answering: Answering,
) {
  const answers = [
    ...outcomes.map(({ answer, question, shown }) => ({
      answer,
      isRight: question.expect.some((id) => shown.includes(id)),
    })),
    ...offTopic.map(({ ask }) => ({ answer: answering(ask), isRight: false })),
  ].filter(({ answer }) => answer.kind === "answer");
  const tenthOf = (confidence: number): number => Math.min(9, Math.floor(confidence * 10));
  return Array.from({ length: 10 }, (_, tenth) => {
    const within = answers.filter(({ answer }) => tenthOf(answer.confidence) === tenth);
    return {
      confidence: `${tenth / 10}–${(tenth + 1) / 10}`,
      answers: within.length,
      right: percent(within, ({ isRight }) => isRight),
    };
  }).filter(({ answers: count }) => count > 0);
}

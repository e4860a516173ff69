import * as z from "zod";
import type { Bot } from "../bot.ts";
import type { Answer, NoAnswerReason } from "../core/answer.ts";
import { bulletList } from "../platforms/terminal/lists.ts";
import { renderSpoken } from "../platforms/terminal/render-answer.ts";
import { createStyle } from "../platforms/terminal/style.ts";
import type { Line } from "./lines.ts";

/** The reply to one line of input, for programs; its fields are a contract. */
export interface JsonReply {
  question: string;
  kind: Answer["kind"];
  /** Ids, best first. */
  entries: readonly string[];
  /** Estimated probability that the first entry is what was asked for, 0 to 1. */
  confidence: number;
  /** What a person would read. */
  text: string;
  /** Why there is no answer; absent where there is one. */
  reason?: NoAnswerReason | "unreadable" | undefined;
}

/** Breaks no lines, since a program does not want them broken. */
const UNWRAPPED = createStyle(Number.POSITIVE_INFINITY, false);
const UNREADABLE_TEXT =
  'I cannot read that line: it is too long, not UTF-8, or not an object of the form {"text": "…", "conversation": "…"}.';
const questionSchema = z.object({
  text: z.string(),
  conversation: z.string().nullish(),
});

/** A question from a program. */
export type AskedQuestion = z.output<typeof questionSchema>;

/** Replies to a line, which is a question as plain text or as a JSON object. Never throws. */
export function replyToLine(line: Line, bot: Bot): JsonReply {
  const question = line.isReadable ? readQuestion(line.text) : undefined;
  if (question !== undefined) return replyTo(question, bot);
  return {
    question: line.text.toWellFormed(),
    kind: "no-answer",
    entries: [],
    confidence: 0,
    text: UNREADABLE_TEXT,
    reason: "unreadable",
  };
}

/** Replies to a question. Never throws. */
export function replyTo({ text, conversation }: AskedQuestion, bot: Bot): JsonReply {
  const answer = bot.answer({ text, conversation: conversation ?? undefined });
  return {
    // Half a surrogate pair makes many a JSON parser fail, and so would cost the program all later lines.
    question: text.toWellFormed(),
    kind: answer.kind,
    entries: answer.kind === "no-answer" ? [] : answer.entries.map(({ id }) => id),
    confidence: answer.confidence,
    text: renderSpoken(answer, UNWRAPPED, bulletList),
    reason: answer.kind === "no-answer" ? answer.reason : undefined,
  };
}

/** The start of a JSON object; “{{.Names}}” and “{ hello }” are plain text. */
const OBJECT = /^\s*\{\s*(?:["}]|$)/;

function readQuestion(line: string): AskedQuestion | undefined {
  if (!OBJECT.test(line)) return { text: line };
  try {
    return questionSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

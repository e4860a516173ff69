import * as z from "zod";
import { parseJson } from "../../shared/parse-json.ts";

/**
 * Names of the bot's buttons, and what they carry. Old messages keep their buttons, so these must keep their meaning.
 * Where several may stand in one row, a name ends in a number: Slack wants them to differ.
 */
export const ACTIONS = {
  /** Shows an entry; the value is its id. */
  read: "read",
  /** Shows the entry that was meant, instead of the question what is meant; the value is its id. */
  choose: "choose",
  /** Goes to a stop of a tour; the value says which. */
  tour: "tour",
  /** Makes a private answer public; the value holds it. */
  share: "share",
  /** Lists the topics of a pack; the value is its name, or says which page. */
  topics: "topics",
  feedback: "feedback",
  /** Opens the search box. */
  ask: "ask",
} as const;

/** The action that a button's name stands for. */
export function actionOf(name: string): string {
  return name.replace(/:\d+$/, "");
}

/** The search box: the name of the modal, its block and its field. */
export const SEARCH = "search";
/** The message shortcut. */
export const ANSWER_MESSAGE = "answer-message";

const sharedSchema = z.object({
  /** What had been asked. */
  question: z.string(),
  /** Ids of the entries that answered it. */
  entries: z.array(z.string()).min(1),
  /** The thread to share in. */
  thread: z.string().optional(),
});
const originSchema = z.object({
  /** Who asked, where everybody sees the row. */
  asker: z.string().optional(),
  /** The thread of the message that was answered privately. */
  thread: z.string().optional(),
});
const feedbackSchema = z.object({ helpful: z.boolean(), entries: z.array(z.string()) });

/** A private answer, as its share button carries it. */
export type Shared = z.infer<typeof sharedSchema>;
/** Where a question came from, as a row of buttons carries it in its name. */
export type Origin = z.infer<typeof originSchema>;
/** A verdict on an answer, as its thumbs carry it. */
export type Feedback = z.infer<typeof feedbackSchema>;

/** A stop of a pack's tour, counted from 0. */
export interface Stop {
  pack: string;
  stop: number;
}

/** A page of the topics, counted from 0; of all packs where none has the name. */
export interface TopicsPage {
  pack: string;
  page: number;
}

/** The value of a button, or the name of a row. */
export function encode(value: Shared | Feedback | Stop | TopicsPage | Origin): string {
  return JSON.stringify(value);
}

/** What a button's value or a row's name says; each gives undefined where it is malformed. */
export const decodeShared = decoder(sharedSchema);
export const decodeOrigin = decoder(originSchema);
export const decodeFeedback = decoder(feedbackSchema);
export const decodeStop = decoder(z.object({ pack: z.string(), stop: z.int().min(0) }));
const decodePage = decoder(z.object({ pack: z.string(), page: z.int().min(0) }));

/** Which topics a button's value asks for: the name of a pack alone asks for its first page. */
export function decodeTopicsPage(value: string): TopicsPage {
  return decodePage(value) ?? { pack: value, page: 0 };
}

function decoder<T>(schema: z.ZodType<T>): (value: string) => T | undefined {
  return (value) => schema.safeParse(parseJson(value)).data;
}

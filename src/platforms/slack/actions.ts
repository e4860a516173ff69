import * as z from "zod";
import { parseJson } from "./payload-shape.ts";

/**
 * What the bot's buttons are called and carry. Old messages keep their buttons, so none of this may change its meaning.
 * A name ends in a number where several may stand in one row, as Slack wants them to differ.
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
  feedback: "feedback",
  /** Opens the search box. */
  ask: "ask",
} as const;

/** Matches the names of an action's buttons. */
export function named(action: string): RegExp {
  return new RegExp(`^${action}(:\\d+)?$`);
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
const feedbackSchema = z.object({ helpful: z.boolean(), entries: z.array(z.string()) });

/** A private answer, as its share button carries it. */
export type Shared = z.infer<typeof sharedSchema>;
export type Feedback = z.infer<typeof feedbackSchema>;

/** A stop of a pack's tour, counted from 0. */
export interface Stop {
  pack: string;
  stop: number;
}

/** The value of a button. */
export function encode(value: Shared | Feedback | Stop): string {
  return JSON.stringify(value);
}

/** What a button's value says, or nothing where it makes no sense. */
export const decodeShared = decoder(sharedSchema);
export const decodeFeedback = decoder(feedbackSchema);
export const decodeStop = decoder(z.object({ pack: z.string(), stop: z.int().min(0) }));

function decoder<T>(schema: z.ZodType<T>): (value: string) => T | undefined {
  return (value) => schema.safeParse(parseJson(value)).data;
}

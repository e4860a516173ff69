import * as z from "zod";
import { COMMAND_WORDS } from "../core/command.ts";
import { ENTRY_KINDS } from "../core/entry.ts";
import { WORDS } from "../core/wording.ts";

/** Limits that keep every entry readable in chat and within what Slack and Discord accept. */
export const LIMITS = {
  /** Two ids and the name of an action fit into the 100 characters that Discord lets a button carry. */
  id: 40,
  /** Discord shows at most 100 characters of an autocomplete choice. */
  title: 100,
  /** Slack and Discord cut a button's label after 30 to 38 characters. */
  label: 34,
  question: 300,
  departs: 200,
  url: 300,
  /** Characters of a body: two answers must fit into one Discord message of 4,000. */
  body: 1200,
  /** Discord's limit for the description of a command. */
  description: 100,
} as const;

/** Phrasings that an entry needs to be found well. Editors and `knowledge:check` ask for them; the bot takes fewer. */
export const ENOUGH_QUESTIONS = 10;

/** Control characters, those that reverse the direction of text, and halves of surrogate pairs. */
export const HIDDEN_CHARACTER = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** The id of something in a pack. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens")
  .max(LIMITS.id, `must have at most ${LIMITS.id} characters`);
/** The id of an entry, which is the name of its file. A message that is an id is read as that, and not as a command. */
export const entryIdSchema = idSchema.refine(
  (id) => !COMMAND_WORDS.includes(id),
  `must not be a command of the bot (${COMMAND_WORDS.join(", ")}): add a word to it`,
);
const text = z
  .string()
  .trim()
  .min(1, "is empty")
  .refine((value) => !HIDDEN_CHARACTER.test(value), "holds a control character that nobody would see");
const line = text.refine((value) => !/[\n\u2028\u2029]/.test(value), "must be one line");
const question = line.max(LIMITS.question).regex(/^$|[\p{L}\p{N}]/u, "must hold a word");
const httpsUrl = z.url({ protocol: /^https$/, ...ifMalformed("must be an https address") }).max(LIMITS.url);
const claimId = z.string().regex(/^[A-Z]\d\d$/, "must be a claim id such as H01");

/** A message for a text of the wrong form; other faults keep the messages of `schemaMessage`. */
function ifMalformed(message: string) {
  return { error: ({ code }: { code: string }) => (code === "invalid_format" ? message : undefined) };
}

/** A list without duplicates, which are items with equal keys. */
function distinct<T extends z.ZodType>(item: T, keyOf: (item: z.output<T>) => unknown = (value) => value) {
  return z.array(item).superRefine((items, context) => {
    const seen = new Set<unknown>();
    for (const [index, value] of items.entries()) {
      const key = keyOf(value);
      if (seen.has(key)) context.addIssue({ code: "custom", path: [index], message: "stands in this list twice" });
      seen.add(key);
    }
  });
}

function idOf({ id }: { id: string }): string {
  return id;
}

/** A question without case, spacing and punctuation, which make no difference. */
export function normalizeQuestion(written: string): string {
  return written
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The front matter of an entry's file. The id and the topic are the names of the file and its folder. */
export const entrySchema = z.strictObject({
  title: line.max(LIMITS.title),
  label: line.max(LIMITS.label),
  kind: z.enum(ENTRY_KINDS),
  questions: distinct(question, normalizeQuestion)
    .min(1, "needs at least 1 phrasing")
    .meta({ minItems: ENOUGH_QUESTIONS }),
  keywords: distinct(line.max(60)).min(1, "needs at least 1 keyword"),
  related: distinct(idSchema).min(1, "needs at least 1 related entry").max(5),
  claims: distinct(claimId).default([]),
  references: z
    .array(z.strictObject({ title: line.max(120), url: httpsUrl }))
    .max(5)
    .default([]),
  departs: line.max(LIMITS.departs).optional(),
  diagram: idSchema.optional(),
  verified: z.iso.date(ifMalformed("must be a day written YYYY-MM-DD")),
});

/** A pack's command in another language. */
const localization = z.strictObject({
  command: z
    .string()
    .regex(/^[-_\p{Ll}\p{Lo}\p{Lm}\p{N}]{1,32}$/u, "must be 1 to 32 lower-case letters, digits, hyphens or underscores")
    .optional(),
  description: line.max(LIMITS.description).optional(),
});

/** The manifest of a pack, `pack.yaml`. */
export const packSchema = z.strictObject({
  title: line.max(40),
  command: z.string().regex(/^[a-z0-9_-]{1,31}$/, "must be 1 to 31 lower-case letters, digits, hyphens or underscores"),
  description: line.max(LIMITS.description),
  localizations: z
    .record(z.string().regex(/^[a-z]{2}(-([A-Z]{2}|\d{3}))?$/, "must be a tag such as de or pt-BR"), localization)
    .optional(),
  welcome: text.max(600),
  topics: distinct(z.strictObject({ id: idSchema, title: line.max(60) }), idOf).min(1, "needs at least 1 topic"),
  featured: distinct(idSchema).min(1, "needs at least 1 entry").max(8),
  tour: distinct(idSchema).min(1, "needs at least 1 entry").max(15),
  departsLabel: line.max(40).default(WORDS.departs),
  diagrams: distinct(z.strictObject({ id: idSchema, title: line.max(80), alt: line.max(500) }), idOf).default([]),
});

/** The words of a pack's subject, `vocabulary.yaml`. */
export const vocabularySchema = z.strictObject({
  synonyms: z.array(distinct(line.max(60)).min(2, "needs at least 2 words")).default([]),
  abbreviations: z.record(z.string().min(1).max(40), line.max(60)).default({}),
});

/** What the pack's source states, and whether it holds today, `claims.yaml`. */
export const claimsSchema = distinct(
  z.strictObject({
    id: claimId,
    claim: line.max(300),
    verdict: z.enum(["right", "right with a caveat", "outdated", "wrong"]),
  }),
  idOf,
);

/** Examples of what the pack must not answer, `declined.yaml`. */
export const declinedSchema = distinct(question, normalizeQuestion);

import * as z from "zod";
import { ENTRY_KINDS } from "../core/entry.ts";

/** Limits that keep every entry readable in chat and within what Slack and Discord accept. */
export const LIMITS = {
  /** Discord shows at most 100 characters of an autocomplete choice. */
  title: 100,
  /** Slack and Discord cut a button's label after 30 to 38 characters. */
  label: 34,
  question: 300,
  departs: 200,
  /** Characters of a body: two answers must fit into one Discord message of 4,000. */
  body: 1200,
  /** Words of prose in a body. */
  bodyWords: 90,
  /** Words in one sentence of a body. */
  sentenceWords: 35,
  /** Discord's limit for the description of a command. */
  description: 100,
} as const;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
const line = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .refine((text) => !/[\r\n]/.test(text), "must be one line");
const httpsUrl = z.url({ protocol: /^https$/, message: "must be an https address" });

/** A list without repetitions. */
function distinct<T extends z.ZodType>(item: T) {
  return z.array(item).superRefine((items, context) => {
    const seen = new Set<unknown>();
    for (const [index, value] of items.entries()) {
      if (seen.has(value)) context.addIssue({ code: "custom", path: [index], message: "stands in this list twice" });
      seen.add(value);
    }
  });
}

/** The front matter of an entry's file. The id and the topic are the names of the file and its folder. */
export const entrySchema = z.strictObject({
  title: line.max(LIMITS.title),
  label: line.max(LIMITS.label),
  kind: z.enum(ENTRY_KINDS),
  questions: distinct(line.max(LIMITS.question)).min(10, "needs at least 10 phrasings"),
  keywords: distinct(line.max(60)).min(1, "needs at least 1 keyword"),
  related: distinct(id).min(1, "needs at least 1 related entry").max(5),
  claims: distinct(z.string().regex(/^[A-Z]\d\d$/, "must be a claim id such as H01")).default([]),
  references: z
    .array(z.strictObject({ title: line.max(120), url: httpsUrl }))
    .max(5)
    .default([]),
  departs: line.max(LIMITS.departs).optional(),
  diagram: id.optional(),
  verified: z.iso.date("must be a day written YYYY-MM-DD"),
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
  welcome: z.string().trim().min(1).max(600),
  topics: distinct(z.strictObject({ id, title: line.max(60) })).min(1),
  featured: distinct(id).min(1).max(8),
  tour: distinct(id).min(1).max(15),
  diagrams: z.array(z.strictObject({ id, title: line.max(80), alt: line.max(500) })).default([]),
});

/** The words of a pack's subject, `vocabulary.yaml`. */
export const vocabularySchema = z.strictObject({
  synonyms: z.array(distinct(line.max(60)).min(2, "needs at least 2 words")).default([]),
  abbreviations: z.record(z.string().min(1).max(40), line.max(60)).default({}),
});

/** What the pack's source states, and what is to be thought of it today, `claims.yaml`. */
export const claimsSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[A-Z]\d\d$/),
    claim: line.max(300),
    verdict: z.enum(["right", "right with a caveat", "outdated", "wrong"]),
  }),
);

import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import type { Pack } from "../../src/core/pack.ts";

const asked = z.strictObject({
  ask: z.string(),
  /** Ids of entries that answer it, best first. */
  expect: z.array(z.string()).min(1),
  tags: z.array(z.string()).default([]),
  /** Whether every expected entry must be covered, as in a question with two parts. */
  all: z.boolean().default(false),
});
const declined = z.strictObject({ ask: z.string(), tags: z.array(z.string()).default([]) });
const conversation = z.strictObject({
  turns: z.array(z.string()).min(2),
  /** Ids of entries that answer the last turn; none where it is to be declined. */
  expect: z.array(z.string()),
});

export type AskedQuestion = z.output<typeof asked>;
export type OffTopicQuestion = z.output<typeof declined>;
export type Conversation = z.output<typeof conversation>;

/** Questions to measure a pack with: for looking at failures and for fitting (`dev`), or for reporting (`held-out`). */
export interface QuestionSets {
  inScope: { dev: AskedQuestion[]; heldOut: AskedQuestion[] };
  offTopic: { dev: OffTopicQuestion[]; heldOut: OffTopicQuestion[] };
  followUps: { dev: Conversation[]; heldOut: Conversation[] };
}

/** A pack with the questions that it is measured with. */
export interface Subject {
  pack: Pack;
  sets: QuestionSets;
}

/** Reads the question sets of a pack from a folder. */
export function readQuestionSets(folder: string): QuestionSets {
  const read = <S extends z.ZodType>(schema: S, file: string): z.output<S>[] =>
    z.array(schema).parse(parse(readFileSync(path.join(folder, file), "utf8")));
  return {
    inScope: { dev: read(asked, "dev.yaml"), heldOut: read(asked, "held-out.yaml") },
    offTopic: { dev: read(declined, "off-topic.dev.yaml"), heldOut: read(declined, "off-topic.held-out.yaml") },
    followUps: {
      dev: read(conversation, "follow-ups.dev.yaml"),
      heldOut: read(conversation, "follow-ups.held-out.yaml"),
    },
  };
}

import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { type LastShown, lastShownAfter } from "../../src/core/conversation.ts";
import { GARDEN_FOLDER, packIn } from "../fixtures/packs.ts";

const pack = packIn(GARDEN_FOLDER);
const [first, second, ...others] = pack.entries;
if (!first || !second) throw new Error("The garden has too few entries.");
const answered: Answer = { kind: "answer", pack, entries: [first], related: others, confidence: 1 };
const suggested: Answer = { kind: "suggestions", pack, entries: [second], confidence: 0.5 };
const unanswered: Answer = { kind: "no-answer", pack, reason: "not-known", confidence: 0 };
/** What a conversation goes on from after questions that were answered like this; the first was “question 1”. */
const lastAfter = (...answers: readonly Answer[]) =>
  answers.reduce<LastShown | undefined>(
    (last, answer, index) => lastShownAfter(`question ${index + 1}`, answer, last),
    undefined,
  );
const shownAfter = (...answers: readonly Answer[]) => lastAfter(...answers)?.ids;

describe("what a conversation goes on from", () => {
  it("is what was shown last, an answer or suggestions", () => {
    expect(shownAfter(suggested, answered)).toEqual([first.id]);
    expect(shownAfter(answered, suggested)).toEqual([second.id]);
  });

  it("stays as it was where nothing was found", () => {
    expect(shownAfter(answered, unanswered)).toEqual([first.id]);
  });

  it("is the question, too, for which it was shown", () => {
    expect(lastAfter(answered, unanswered)?.question).toBe("question 1");
    expect(lastAfter(suggested, answered)?.question).toBe("question 2");
  });

  it("is nothing where nothing was shown", () => {
    expect(shownAfter()).toBeUndefined();
    expect(shownAfter(unanswered)).toBeUndefined();
  });
});

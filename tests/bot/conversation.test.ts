import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { lastShownAfter } from "../../src/core/conversation.ts";
import { GARDEN_FOLDER, packIn } from "../fixtures/packs.ts";

const pack = packIn(GARDEN_FOLDER);
const [first, second, ...others] = pack.entries;
if (!first || !second) throw new Error("The garden has too few entries.");
const answered: Answer = { kind: "answer", pack, entries: [first], related: others, confidence: 1 };
const suggested: Answer = { kind: "suggestions", pack, entries: [second], confidence: 0.5 };
const unanswered: Answer = { kind: "no-answer", pack, reason: "not-known", confidence: 0 };
const shownAfter = (...answers: readonly Answer[]) =>
  answers.reduce<ReturnType<typeof lastShownAfter>>((last, answer) => lastShownAfter(answer, last), undefined)?.ids;

describe("what a conversation goes on from", () => {
  it("is the last answer, over whatever is only suggested or not known since", () => {
    expect(shownAfter(answered, suggested, unanswered)).toEqual([first.id]);
  });

  it("is what was suggested last, where nothing was answered", () => {
    expect(shownAfter({ ...suggested, entries: [first] }, suggested)).toEqual([second.id]);
  });

  it("is an answer that comes after suggestions", () => {
    expect(shownAfter(suggested, answered)).toEqual([first.id]);
  });

  it("is nothing where nothing was shown", () => {
    expect(shownAfter()).toBeUndefined();
    expect(shownAfter(unanswered)).toBeUndefined();
  });
});

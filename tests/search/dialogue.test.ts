import { describe, expect, it } from "vitest";
import { isQuestion } from "../../src/core/question.ts";
import { asksForMore, isCorrection, isReply } from "../../src/search/text/dialogue.ts";
import { tokensOf } from "../../src/search/text/tokenize.ts";

describe("a text that corrects the one before", () => {
  it.each([
    "no, the other one",
    "No, I meant beans",
    "beans, I mean",
    "oops beans",
    "sorry i meant the beans",
    "not the tomatoes, the beans",
    "no not tomatoes",
  ])("is told by its words: %j", (text) => {
    expect(isCorrection(text)).toBe(true);
  });

  it.each([
    "no space left on device",
    "no such file or directory",
    "not working",
    "what does mean annual temperature say",
  ])("is no complaint: %j", (text) => {
    expect(isCorrection(text)).toBe(false);
  });
});

describe("a text that only replies", () => {
  it.each(["thanks", "ok got it", "yes", "no", "all good then", "that was it"])("asks nothing: %j", (text) => {
    expect(isReply(tokensOf(text))).toBe(true);
  });

  it.each(["all of them", "and both", "any of these", "yes, the beans"])(
    "is none that says which are meant: %j",
    (text) => {
      expect(isReply(tokensOf(text))).toBe(false);
    },
  );
});

const isForMore = (text: string): boolean => asksForMore(tokensOf(text), isQuestion(text));

describe("a text that asks for more", () => {
  it.each([
    "example?",
    "for example",
    "show me the whole file",
    "the full command please",
    "what does the yaml look like",
    "can you explain that again?",
    "I don't get it",
    "sorry, I do not really understand",
    "ELI5",
    "all of them",
  ])("says nothing else: %j", (text) => {
    expect(isForMore(text)).toBe(true);
  });

  it.each([
    "",
    "thanks",
    "why",
    "exactly!",
    "simple",
    "I understand",
    "not this",
    "which commands are there",
    "can I have more than one",
    "show me all beans",
    "how do I see it",
    "an example for beans",
  ])("is none that asks for something else, or for nothing: %j", (text) => {
    expect(isForMore(text)).toBe(false);
  });
});

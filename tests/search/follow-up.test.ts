import { describe, expect, it } from "vitest";
import { correctedIn, filledIn, joinedTo, replacedIn } from "../../src/search/query/follow-up.ts";

const fill = (text: string, shown: string): string[] =>
  filledIn(text.split(" "), shown.split(" ")).map((tokens) => tokens.join(" "));

describe("a question that leaves out what it is about", () => {
  it("may mean each telling word of what was shown, in the place of the word that points back", () => {
    expect(fill("how do i water it", "the tomato plants")).toEqual(["how do i water tomato", "how do i water plants"]);
  });

  it("may mean them at its end where no word points back", () => {
    expect(fill("and how often", "tomato")).toEqual(["and how often tomato"]);
  });

  it("is not filled with what it says itself, nor where it is long", () => {
    expect(fill("how do i water tomato plants", "tomato plants")).toEqual([]);
    expect(fill("word ".repeat(40).trim(), "tomato")).toEqual([]);
  });
});

const replace = (before: string, text: string): string[] =>
  replacedIn(before.split(" "), text.split(" ")).map((tokens) => tokens.join(" "));

describe("a question that only names what is different from the one before", () => {
  it("may mean that in the place of each of its telling words", () => {
    expect(replace("how do i water tomato plants", "and beans")).toEqual([
      "how do i beans tomato plants",
      "how do i water beans plants",
      "how do i water tomato beans",
    ]);
  });

  it("says too much for that where it has many words, and too little where it has none of its own", () => {
    expect(replace("how do i water tomato plants", "what is the best soil for beans peas carrots leeks")).toEqual([]);
    expect(replace("how do i water tomato plants", "and what about it")).toEqual([]);
  });
});

const correct = (before: string, text: string): string[] =>
  correctedIn(before.split(" "), text.split(" ")).map((tokens) => tokens.join(" "));

describe("a question that corrects the one before", () => {
  it("may mean what is new in it in the place of what it denies, and else from the last word on", () => {
    const [best] = correct("how do i water tomato plants", "not water feed");
    expect(best).toBe("how do i feed tomato plants");
    expect(correct("how do i water tomatoes", "no not that the beans")).toEqual(["how do i water beans"]);
  });

  it("may mean all it says in the place of a word that it repeats", () => {
    expect(correct("how do i water plants", "i mean plants in pots")).toEqual(["how do i water plants pots"]);
  });

  it("hardly means something else to be done", () => {
    expect(correct("how do i water tomato plants", "i mean beans")).toEqual([
      "how do i water tomato beans",
      "how do i water beans plants",
    ]);
  });

  it("is none where it is a question of its own, or says nothing new", () => {
    expect(correct("how do i water tomatoes", "i mean how do i feed beans")).toEqual([]);
    expect(correct("how do i water tomatoes", "no i mean tomatoes")).toEqual([]);
    expect(correct("how do i water tomatoes", "i mean".concat(" beans".repeat(20)))).toEqual([]);
  });
});

describe("a question that completes the one before", () => {
  it("is read behind it, or behind its end where that is long", () => {
    expect(joinedTo(["is", "it", "free"], ["for", "a", "company"]).join(" ")).toBe("is it free for a company");
    expect(joinedTo(Array(100).fill("word"), ["why"]).length).toBeLessThan(40);
  });
});

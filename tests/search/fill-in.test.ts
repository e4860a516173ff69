import { describe, expect, it } from "vitest";
import { filledIn } from "../../src/search/query/fill-in.ts";

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

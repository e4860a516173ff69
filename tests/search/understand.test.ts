import { describe, expect, it } from "vitest";
import { finish } from "../../src/core/steps.ts";
import { indexEntries } from "../../src/search/index/index-entries.ts";
import { understand } from "../../src/search/query/understand.ts";
import { createAnalyzer } from "../../src/search/text/analyze.ts";
import { analyzePack } from "../../src/search/text/analyzed-pack.ts";
import { entryWith, GARDEN_FOLDER, packIn } from "../fixtures/packs.ts";

const VOCABULARY = {
  synonyms: [
    ["soil", "earth"],
    ["seedlings", "young plants", "baby veg"],
  ],
  abbreviations: { veg: "vegetables" },
};

/** The terms of an index that stand for each word of a question. */
function termsFor(text: string, ...phrasings: readonly string[]): Record<string, string[]> {
  const entries = [entryWith({ id: "beds", title: "Beds", questions: phrasings })];
  const pack = { ...packIn(GARDEN_FOLDER), entries };
  const analyzer = createAnalyzer(VOCABULARY);
  const index = finish(indexEntries(finish(analyzePack(pack, analyzer)).entries, () => 1));
  const names = [...index.termIds.keys()];
  const { terms } = understand({ tokens: text.split(" "), repairs: new Map(), asks: true }, [], analyzer, index);
  return Object.fromEntries(terms.map(({ word, variants }) => [word, variants.map(({ term }) => names[term] ?? "")]));
}

describe("a question in terms of the index", () => {
  it("takes two words that stand side by side for the one that they form", () => {
    expect(termsFor("a flower bed", "dig a flowerbed", "a flower in the bed")).toEqual({
      flower: ["flower"],
      bed: ["flowerb", "bed"],
    });
  });

  it("does not join words that others stand between", () => {
    expect(termsFor("a flower in a bed", "dig a flowerbed", "a flower in the bed")).toEqual({
      flower: ["flower"],
      bed: ["bed"],
    });
  });

  it("has what means the same beside what was said", () => {
    expect(termsFor("good earth", "good soil", "the earth")).toEqual({ good: ["good"], earth: ["earth", "soil"] });
  });

  it("has the one word for a phrase that means the same", () => {
    expect(termsFor("young plants die", "seedlings die")).toEqual({ seedlings: ["seedl"], die: ["die"] });
  });

  it("knows a phrase by its abbreviations written out", () => {
    expect(termsFor("baby vegetables die", "seedlings die")).toEqual({ seedlings: ["seedl"], die: ["die"] });
  });
});

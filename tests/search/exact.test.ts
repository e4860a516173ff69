import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/core/entry.ts";
import type { Pack } from "../../src/core/pack.ts";
import { finish } from "../../src/core/steps.ts";
import { createExactMatch } from "../../src/search/decision/exact.ts";
import { createAnalyzer } from "../../src/search/text/analyze.ts";
import { analyzePack } from "../../src/search/text/analyzed-pack.ts";
import { tokensOf } from "../../src/search/text/tokenize.ts";
import { entryWith, GARDEN_FOLDER, packIn } from "../fixtures/packs.ts";

const garden = packIn(GARDEN_FOLDER);

/** What is found exactly in a pack about Garden that has these entries and declines these texts. */
function exactMatchIn(entries: readonly Entry[], title = "Garden", declined: readonly string[] = []) {
  const pack: Pack = { ...garden, name: "garden", title, command: "garden", entries, declined };
  const analyzer = createAnalyzer(pack.vocabulary);
  return finish(createExactMatch(finish(analyzePack(pack, analyzer)), analyzer));
}

/** Gives the entry whose wording a text is, in a pack in which each entry has these wordings. */
function matcherFor(wordings: Readonly<Record<string, readonly string[]>>, title?: string) {
  const entries = Object.entries(wordings).map(([id, questions]) => entryWith({ id, questions: [...questions] }));
  const { byWording } = exactMatchIn(entries, title);
  return (text: string) => {
    const worded = byWording(tokensOf(text));
    return worded && { id: worded.entry.id, isVerbatim: worded.isVerbatim };
  };
}

describe("a wording", () => {
  it("is the same with articles and courtesies around it, and in other forms of its words", () => {
    const match = matcherFor({ hoses: ["how do I repair the hose"] });
    for (const text of [
      "how do I repair a hose",
      "hi folks, how do I repair hoses please",
      "How do I repair the hose?!",
    ]) {
      expect(match(text), text).toEqual({ id: "hoses", isVerbatim: true });
    }
  });

  it("is another one with a word that tells something", () => {
    const match = matcherFor({ used: ["is the garden still used"] });
    for (const text of ["is the garden used", "is the garden cool", "is the garden"])
      expect(match(text), text).toBeUndefined();
  });

  it("belongs to the entry that has it in full, though another one has it but for the subject's name", () => {
    const match = matcherFor({ hoses: ["what does a hose do"], words: ["what does the garden hose do"] });
    expect(match("what does a hose do")).toEqual({ id: "hoses", isVerbatim: true });
    expect(match("what does a garden hose do")).toEqual({ id: "words", isVerbatim: true });
  });

  it("of two entries belongs to neither", () => {
    expect(matcherFor({ one: ["water the beans"], two: ["water beans"] })("water the beans")).toBeUndefined();
  });
});

describe("a wording that names the subject", () => {
  const match = matcherFor({ hose: ["what is a garden hose"], free: ["is the garden free"], reason: ["why garden"] });

  it("is meant without the name where enough is left to tell", () => {
    expect(match("what is a hose")).toEqual({ id: "hose", isVerbatim: false });
  });

  it("is not meant where little is left", () => {
    for (const text of ["is it free", "is free", "why"]) expect(match(text), text).toBeUndefined();
  });

  it("names it by the telling words of the pack's title alone", () => {
    const titled = matcherFor({ roses: ["how we cut roses"] }, "How we work");
    expect(titled("cut roses")).toBeUndefined();
  });
});

describe("a keyword", () => {
  const { byKeyword } = exactMatchIn([entryWith({ id: "zest", keywords: ["zest"] })]);
  const named = (text: string): string[] => byKeyword(tokensOf(text)).map(({ id }) => id);

  it("is named by itself, and by asking what it is", () => {
    for (const text of ["zest", "Zest?", "what is the zest", "explain zest please"]) {
      expect(named(text), text).toEqual(["zest"]);
    }
  });

  it("is no more than a word where other words ask something else", () => {
    for (const text of ["how are you zest", "your zest", "can you zest"]) expect(named(text), text).toEqual([]);
  });
});

describe("what a pack declines", () => {
  const { isDeclined } = exactMatchIn([entryWith({ id: "zest" })], undefined, ["best laptop for the office"]);

  it("is declined with articles and courtesies around it, and with no other word", () => {
    const declines = (text: string): boolean => isDeclined(tokensOf(text));
    expect(declines("best laptop for an office please")).toBe(true);
    expect(declines("best garden laptop for the office")).toBe(false);
    expect(declines("")).toBe(false);
  });
});

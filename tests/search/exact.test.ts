import { describe, expect, it } from "vitest";
import type { Pack } from "../../src/core/pack.ts";
import { finish } from "../../src/core/steps.ts";
import { createExactMatch } from "../../src/search/decision/exact.ts";
import { createAnalyzer } from "../../src/search/text/analyze.ts";
import { analyzePack } from "../../src/search/text/analyzed-pack.ts";
import { normalize } from "../../src/search/text/normalize.ts";
import { tokenize } from "../../src/search/text/tokenize.ts";
import { entryWith, GARDEN_FOLDER, packIn } from "../fixtures/packs.ts";

const garden = packIn(GARDEN_FOLDER);

/** Gives the entry whose wording a text is, in a pack about Garden in which each entry has these wordings. */
function matcherFor(wordings: Readonly<Record<string, readonly string[]>>, title = "Garden") {
  const entries = Object.entries(wordings).map(([id, questions]) => entryWith({ id, questions: [...questions] }));
  const pack: Pack = { ...garden, name: "garden", title, command: "garden", entries };
  const analyzer = createAnalyzer(pack.vocabulary);
  const { byWording } = createExactMatch(pack, finish(analyzePack(pack, analyzer)), analyzer);
  return (text: string) => {
    const worded = byWording(tokenize(normalize(text)));
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

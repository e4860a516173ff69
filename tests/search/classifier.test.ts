import { describe, expect, it } from "vitest";
import { finish } from "../../src/core/steps.ts";
import { learnableOf } from "../../src/search/classifier/samples.ts";
import { createAnalyzer } from "../../src/search/text/analyze.ts";
import { type AnalyzedEntry, analyzePack } from "../../src/search/text/analyzed-pack.ts";
import { entryWith, GARDEN_FOLDER, packIn } from "../fixtures/packs.ts";

const garden = packIn(GARDEN_FOLDER);
const ENTRIES = 5;

/** Entries with so many phrasings each. */
function entriesWith(phrasings: number): readonly AnalyzedEntry[] {
  const entries = Array.from({ length: ENTRIES }, (_, entry) =>
    entryWith({
      id: `entry-${entry}`,
      questions: Array.from({ length: phrasings }, (_, number) => `phrasing ${number}`),
    }),
  );
  return finish(analyzePack({ ...garden, entries }, createAnalyzer(garden.vocabulary))).entries;
}

const phrasingsOf = (entry: AnalyzedEntry | undefined): string[] =>
  entry?.questions.map(({ tokens }) => tokens.join(" ")) ?? [];

describe("a pack that there is time to learn from", () => {
  it("is learned whole", () => {
    const entries = entriesWith(8);
    expect(learnableOf(entries, ENTRIES * ENTRIES * 8)).toEqual(entries);
  });
});

describe("a pack that is too large for that", () => {
  it("is learned from fewer phrasings, from all along the list of each entry", () => {
    const learnable = learnableOf(entriesWith(100), ENTRIES * ENTRIES * 25) ?? [];
    expect(learnable.map(({ questions }) => questions.length)).toEqual(Array(ENTRIES).fill(25));
    expect(phrasingsOf(learnable[0]).slice(0, 3)).toEqual(["phrasing 0", "phrasing 4", "phrasing 8"]);
  });

  it("is not learned from where those would be too few to tell anything", () => {
    expect(learnableOf(entriesWith(100), ENTRIES * ENTRIES * 5)).toBeUndefined();
  });
});

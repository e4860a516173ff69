import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/core/entry.ts";
import { finish } from "../../src/core/steps.ts";
import { trainClassifier } from "../../src/search/classifier/classifier.ts";
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

/** The ids of entries, those first that a classifier thinks most of for a question. */
function ranked(text: string, ...entries: readonly Entry[]): string[] {
  const analyzer = createAnalyzer(garden.vocabulary);
  const analyzed = finish(analyzePack({ ...garden, entries }, analyzer));
  const classify = finish(trainClassifier(analyzed.entries, [], analyzer));
  const tokens = analyzer.wordsOf(text);
  const { scores } = classify({ tokens, terms: analyzer.termsOf(tokens).map(({ term }) => term) });
  const scored = entries.map(({ id }, number) => ({ id, score: scores[number] ?? 0 }));
  return scored.sort((a, b) => b.score - a.score).map(({ id }) => id);
}

const phrasingsOf = (entry: AnalyzedEntry | undefined): string[] =>
  entry?.questions.map(({ tokens }) => tokens.join(" ")) ?? [];

describe("a classifier", () => {
  const beds = entryWith({ id: "beds", questions: ["how deep is a bed", "how wide is a bed"] });
  const ashes = entryWith({ id: "ashes", questions: ["are ashes any good", "where do ashes go"] });

  it("thinks most of the entry whose phrasings have the words of a question", () => {
    expect(ranked("how deep do I dig a bed", beds, ashes)).toEqual(["beds", "ashes"]);
    expect(ranked("do ashes burn roots", beds, ashes)).toEqual(["ashes", "beds"]);
  });

  it("learns words from answers too, which no phrasing has", () => {
    const body = "They are rich in potassium. Potassium makes strong roots.";
    expect(ranked("more potassium please", beds, { ...ashes, body })).toEqual(["ashes", "beds"]);
    expect(ranked("more potassium please", { ...beds, body }, ashes)).toEqual(["beds", "ashes"]);
  });
});

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

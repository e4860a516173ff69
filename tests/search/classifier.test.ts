import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/core/entry.ts";
import { finish } from "../../src/core/steps.ts";
import { type Classified, trainClassifier } from "../../src/search/classifier/classifier.ts";
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

/** What a classifier that has learned from entries and from what is declined makes of a question. */
function classified(text: string, entries: readonly Entry[], declined: readonly string[]): Classified {
  const analyzer = createAnalyzer(garden.vocabulary);
  const analyzed = finish(analyzePack({ ...garden, entries, declined }, analyzer));
  const classify = finish(trainClassifier(analyzed.entries, analyzed.declined, analyzer));
  const tokens = analyzer.wordsOf(text);
  return classify({ tokens, terms: analyzer.termsOf(tokens).map(({ term }) => term) });
}

/** The ids of entries, those first that a classifier thinks most of for a question. */
function ranked(text: string, ...entries: readonly Entry[]): string[] {
  const { scores } = classified(text, entries, []);
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

  it("tells how near a question is to the nearest example of what is declined", () => {
    const examples = ["how deep is the sea", "how deep is your love", "where do rivers go"];
    const nearness = (text: string) => classified(text, [beds, ashes], examples).declined?.nearness ?? Number.NaN;
    expect(nearness("how deep is the sea")).toBeCloseTo(1);
    expect(nearness("how deep is an ocean")).toBeGreaterThan(nearness("are ashes any good"));
    expect(nearness("potassium")).toBe(0);
  });

  it("tells nothing of what is declined where there are no examples of it", () => {
    expect(classified("how deep is the sea", [beds, ashes], []).declined).toBeUndefined();
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

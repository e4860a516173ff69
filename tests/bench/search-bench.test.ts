import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectionOf } from "../../scripts/bench/search/collection.ts";
import { logPlot } from "../../scripts/bench/search/plot.ts";
import { misspeltQuestions } from "../../scripts/bench/search/questions.ts";
import { growthExponent, quantile } from "../../scripts/bench/statistics.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";

const [pack] = loadKnowledge("knowledge");
if (!pack) throw new Error("There is no pack.");
const SIZE = pack.entries.length + 50;
const collection = collectionOf(pack, SIZE);

describe("the packs that search is measured with", () => {
  it("start with the real entries and go on with made ones, each with an id of its own", () => {
    const ids = collection.pack.entries.map(({ id }) => id);
    expect(ids.slice(0, pack.entries.length)).toEqual(pack.entries.map(({ id }) => id));
    expect(new Set(ids).size).toBe(SIZE);
  });

  it("are the same in every run", () => {
    expect(collectionOf(pack, SIZE)).toEqual(collection);
  });

  it("hold none of the phrasings that are asked", () => {
    for (const [number, { text }] of collection.unseen.entries()) {
      expect(collection.pack.entries[number]?.questions).not.toContain(text);
    }
  });
});

describe("the questions that search is measured with", () => {
  it("have six words at most, and never the same misspelling twice", () => {
    const words = new Set(collection.unseen.flatMap(({ text }) => text.split(/\s+/)));
    const questions = misspeltQuestions(collection.unseen, 1);
    const asked = Array.from({ length: 300 }, () => questions.next().value.text.split(" "));
    expect(Math.max(...asked.map((question) => question.length))).toBeLessThanOrEqual(6);
    // A typo may turn one word into another; such a word is no misspelling.
    const misspelt = asked.flatMap((question) => question.filter((word) => !words.has(word)));
    expect(misspelt.length).toBeGreaterThan(250);
    expect(new Set(misspelt).size).toBe(misspelt.length);
  });
});

describe("the figures made from the measurements", () => {
  it("tell the exponent of any power law", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 2, noNaN: true }),
        fc.double({ min: 0.001, max: 10, noNaN: true }),
        (power, factor) => {
          const points = [100, 1000, 10_000].map((x) => ({ x, y: factor * x ** power }));
          expect(growthExponent(points)).toBeCloseTo(power, 6);
        },
      ),
    );
  });

  it("count 99 of 100 values below the 99th percentile", () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(values.filter((value) => value < quantile(values, 0.99))).toHaveLength(99);
  });

  it("name every engine in the plot, whatever characters its name has", () => {
    const series = ["<one>", "two & more"].map((name) => ({
      name,
      points: [
        { x: 100, y: 0.1 },
        { x: 1000, y: 1 },
      ],
    }));
    const plot = logPlot("Time", { x: "entries", y: "ms" }, series);
    expect(plot).toContain(">&lt;one><");
    expect(plot).toContain(">two &amp; more<");
  });
});

import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { createEngine } from "../../src/search/engine.ts";
import { GARDEN_FOLDER, packIn } from "../fixtures/packs.ts";

const pack = packIn(GARDEN_FOLDER);
const engine = createEngine(pack);
const idsOf = (answer: Answer): string[] => (answer.kind === "no-answer" ? [] : answer.entries.map(({ id }) => id));

describe("the engine", () => {
  it("answers every title and phrasing of a pack with the entry it belongs to", () => {
    for (const entry of pack.entries) {
      for (const text of [entry.title, ...entry.questions])
        expect(idsOf(engine.answer(text)), text).toEqual([entry.id]);
    }
  });

  it("is a little less sure of a wording that names the subject where the question does not, or the other way round", () => {
    const [entry] = pack.entries;
    const questions = [`which ${pack.title} gloves fit best`];
    const entries = pack.entries.map((other) => (other === entry ? { ...other, questions } : other));
    const { answer } = createEngine({ ...pack, entries });
    expect(answer(questions[0] ?? "")).toMatchObject({ kind: "answer", entries: [{ id: entry?.id }], confidence: 1 });
    const unnamed = answer("which gloves fit best");
    expect(idsOf(unnamed)).toEqual([entry?.id]);
    expect(unnamed.confidence).toBeLessThan(1);
  });

  it("takes an entry's id for a question, which is how buttons work", () => {
    const answer = engine.answer("water-tomatoes");
    expect(answer).toMatchObject({ kind: "answer", confidence: 1 });
    expect(idsOf(answer)).toEqual(["water-tomatoes"]);
  });

  it("suggests the entry that has a word for its keyword, however little the word alone tells", () => {
    const keywords = ["zest"];
    const entries = pack.entries.map((entry) => (entry.id === "make-compost" ? { ...entry, keywords } : entry));
    const { answer } = createEngine({ ...pack, entries });
    expect(idsOf(answer("zest"))[0]).toBe("make-compost");
    expect(answer("zest").kind).toBe("suggestions");
    expect(idsOf(answer("what is a zest"))[0]).toBe("make-compost");
    expect(idsOf(answer("zeal"))).toEqual([]);
  });

  it("shows what to read next, without what it shows already", () => {
    const answer = engine.answer("what-is-compost");
    expect(answer.kind === "answer" && answer.related.length).toBeGreaterThan(0);
    expect(answer.kind === "answer" && answer.related.map(({ id }) => id)).not.toContain("what-is-compost");
  });

  it("repairs words that are mistyped", () => {
    const { query, candidates } = engine.assess("how ofen shuld i watr tomatos");
    expect(query.repairs.get("watr")).toEqual(["water"]);
    expect(pack.entries[candidates[0]?.entry ?? -1]?.id).toBe("water-tomatoes");
  });

  it("reads an abbreviation of the pack as what it stands for, on either side", () => {
    const questions = ["do vegetables like ashes", "the right temp for worms"];
    const entries = pack.entries.map((entry) => (entry.id === "make-compost" ? { ...entry, questions } : entry));
    const { answer } = createEngine({ ...pack, entries });
    for (const text of ["do veg like ashes", "the right temperature for worms"])
      expect(answer(text), text).toMatchObject({ kind: "answer", entries: [{ id: "make-compost" }], confidence: 1 });
  });

  it("leaves words alone that are English, however like a word of the pack they are", () => {
    expect(engine.assess("who is the composer").query.repairs.size).toBe(0);
  });

  it.each(["", "   ", "???", "🍅🍅", "\u200b\u200d", "\u0000"])("has nothing to say to %j, and says so", (text) => {
    expect(engine.answer(text)).toMatchObject({ kind: "no-answer", reason: "empty" });
  });

  it("declines what is about something else", () => {
    expect(engine.answer("who won the football world cup")).toMatchObject({ kind: "no-answer", reason: "off-topic" });
  });

  it("learns from a pack's examples what to decline, however much they sound like its subject", () => {
    const declined = [
      "how do I make jam",
      "recipe for tomato soup",
      "how long to cook beans",
      "make a pie of apples",
      "a soup of peas and beans",
      "soup for eight people",
      "how do I cook pumpkin",
      "cook a stew of carrots and onions",
    ];
    const strict = createEngine({ ...pack, declined });
    const question = "how long do I cook a soup of tomatoes";
    expect(strict.assess(question).scope).toBeLessThan(createEngine(pack).assess(question).scope);
    expect(strict.answer(question).kind).toBe("no-answer");
    expect(strict.answer("how do I make compost").kind).toBe("answer");
  });

  it("declines what a pack's examples decline in so many words, whatever entry it sounds like", () => {
    const declined = ["how do I make compost tea for orchids"];
    const question = "How do I make compost tea for orchids?";
    expect(createEngine(pack).answer(question).kind).not.toBe("no-answer");
    expect(createEngine({ ...pack, declined }).answer(question)).toMatchObject({
      kind: "no-answer",
      reason: "off-topic",
    });
  });

  it("calls an empty question empty, even where courtesies alone are declined", () => {
    expect(createEngine({ ...pack, declined: ["thanks"] }).answer("???")).toMatchObject({ reason: "empty" });
  });

  it("finds the question before or after a pasted log, and declines a log alone", () => {
    const log = "0x7f3a INFO worker[12] tick ok\n".repeat(4000);
    expect(idsOf(engine.answer(`what is compost?\n${log}`))).toEqual(["what-is-compost"]);
    expect(idsOf(engine.answer(`${log}\nwhat is compost?`))).toEqual(["what-is-compost"]);
    expect(engine.answer(log)).toMatchObject({ kind: "no-answer", reason: "too-long" });
  });

  it("finds the question within a few lines of something else", () => {
    const log = "12:01 INFO worker started\n12:02 WARN still waiting for a reply\n".repeat(12);
    const story = "Hello all, I moved here in March and my neighbour showed me around on Sunday. ";
    for (const text of [`${log}what is compost?`, `What is compost?\n${log}`, `${story}What is compost?`]) {
      expect(idsOf(engine.answer(text)), text).toEqual(["what-is-compost"]);
    }
  });

  it("says what an answer rests on", () => {
    const bases = ["what-is-compost", "what is compost", "waht is compst", "what is compost and how do I stop slugs"];
    expect(bases.map((text) => engine.decide(text).basis)).toEqual(["id", "wording", "wording", "two parts"]);
  });

  it("answers both parts of a question with two", () => {
    const answer = engine.answer("what is compost and how often should I water tomatoes?");
    expect(new Set(idsOf(answer))).toEqual(new Set(["water-tomatoes", "what-is-compost"]));
  });

  it("prefers the entry that makes a comparison to one for each side", () => {
    expect(idsOf(engine.answer("what is the difference between compost and mulch"))[0]).toBe("compost-vs-mulch");
  });

  it("suggests while somebody is still typing, and features entries before", () => {
    expect(engine.suggest("yellow lea", 5)[0]?.id).toBe("yellow-leaves");
    expect(engine.suggest("comp", 5).map(({ id }) => id)).toContain("what-is-compost");
    expect(engine.suggest("CÓMP", 5).map(({ id }) => id)).toContain("what-is-compost");
    expect(engine.suggest("zzzz", 5)).toEqual([]);
    expect(engine.suggest("", 3).map(({ id }) => id)).toEqual(pack.featured.slice(0, 3));
  });
});

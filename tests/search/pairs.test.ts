import { describe, expect, it } from "vitest";
import type { Turn } from "../../src/core/conversation.ts";
import type { Entry } from "../../src/core/entry.ts";
import { createPairFor, createPairsIn } from "../../src/search/decision/pairs.ts";
import { MODEL } from "../../src/search/model.ts";
import { entryWith } from "../fixtures/packs.ts";

const mulch = entryWith({ id: "mulch" });
const compost = entryWith({ id: "compost" });
const beans = entryWith({ id: "beans" });

/** Texts with what they mean, and how surely, “mulch: ” before them after that entry; other texts mean nothing. */
type Meanings = Readonly<Record<string, readonly [Entry, number]>>;

const meaningOf = ([entry, confidence]: readonly [Entry?, number?]) => ({
  candidates: entry ? [{ entry, probability: confidence ?? 0 }] : [],
  confidence: confidence ?? 0,
});

/** The pair found for a text, which as a whole means an entry as surely as given. */
function idsFor(text: string, meanings: Meanings, whole: readonly [Entry, number] = [mulch, 0.5]) {
  const understand = (part: string, before: Turn | undefined) => {
    const after = before?.entries.map(({ id }) => `${id}: `).join("") ?? "";
    return meaningOf(meanings[after + part] ?? meanings[part] ?? []);
  };
  const pairFor = createPairFor(createPairsIn(understand), understand, MODEL.pairs);
  return pairFor(text, undefined, meaningOf(whole), whole[1] >= 0.7)?.entries.map(({ id }) => id);
}

describe("two questions in one", () => {
  const text = "what is mulch and how do I make compost";
  const [first, second] = ["what is mulch", "how do I make compost"];

  it("find an entry each", () => {
    expect(idsFor(text, { [first]: [mulch, 0.9], [second]: [compost, 0.9] })).toEqual(["mulch", "compost"]);
  });

  it("find none where one of them is unclear", () => {
    expect(idsFor(text, { [first]: [mulch, 0.95], [second]: [compost, 0.05] })).toBeUndefined();
    expect(idsFor(text, { [first]: [mulch, 0.05], [second]: [compost, 0.95] })).toBeUndefined();
  });

  it("find none where both are guesses", () => {
    expect(idsFor(text, { [first]: [mulch, 0.65], [second]: [compost, 0.65] })).toBeUndefined();
    expect(idsFor(text, { [first]: [mulch, 0.65], [second]: [compost, 0.75] })).toEqual(["mulch", "compost"]);
  });

  it("begin with the entry that the whole of it means, if that is surer than the first", () => {
    const meanings: Meanings = { [first]: [mulch, 0.9], [second]: [compost, 0.9] };
    expect(idsFor(text, meanings, [compost, 0.95])).toEqual(["compost", "mulch"]);
    expect(idsFor(text, meanings, [compost, 0.8])).toEqual(["mulch", "compost"]);
  });

  it("have to be clearer where the whole of it is clear", () => {
    const meanings: Meanings = { [first]: [mulch, 0.7], [second]: [compost, 0.5] };
    expect(idsFor(text, meanings, [beans, 0.2])).toEqual(["mulch", "compost"]);
    expect(idsFor(text, meanings, [beans, 0.99])).toBeUndefined();
  });

  it("go on from each other", () => {
    const meanings: Meanings = {
      [first]: [mulch, 0.9],
      "mulch: how do I spread it": [compost, 0.9],
      "how do I spread it": [beans, 0.9],
    };
    expect(idsFor("what is mulch and how do I spread it", meanings)).toEqual(["mulch", "compost"]);
  });

  it("are one where both ask for the same", () => {
    expect(idsFor(text, { [first]: [mulch, 0.9], [second]: [mulch, 0.9] })).toBeUndefined();
  });

  it("have to be clearer where they may as well be one", () => {
    const [spread, water] = ["spread the mulch", "water the compost"];
    const loose = `${spread} and ${water}`;
    expect(idsFor(loose, { [spread]: [mulch, 0.6], [water]: [compost, 0.6] })).toBeUndefined();
    expect(idsFor(loose, { [spread]: [mulch, 0.98], [water]: [compost, 0.98] })).toEqual(["mulch", "compost"]);
  });
});

describe("a comparison that no entry makes", () => {
  it("finds what each side is", () => {
    const sides = (one: number, other: number): Meanings => ({
      "what is mulch": [mulch, one],
      "what is compost": [compost, other],
    });
    expect(idsFor("mulch vs compost", sides(0.6, 0.8))).toEqual(["mulch", "compost"]);
    expect(idsFor("mulch vs compost", sides(0.6, 0.6))).toBeUndefined();
    expect(idsFor("mulch vs compost", sides(0.8, 0))).toBeUndefined();
  });
});

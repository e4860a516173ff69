import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/core/entry.ts";
import { createPairFor } from "../../src/search/pairs.ts";
import { entryWith } from "../fixtures/packs.ts";

const mulch = entryWith({ id: "mulch" });
const compost = entryWith({ id: "compost" });

/** Texts with what they mean, and how surely, “mulch: ” before them after that entry; other texts mean nothing. */
type Meanings = Readonly<Record<string, readonly [Entry, number]>>;

function idsFor(text: string, meanings: Meanings, whole?: Entry) {
  const pairFor = createPairFor((part, shown, atLeast) => {
    const after = shown.map(({ id }) => `${id}: `).join("");
    const [entry, confidence] = meanings[after + part] ?? meanings[part] ?? [];
    return entry && (confidence ?? 0) >= atLeast ? { entry, confidence: confidence ?? 0 } : undefined;
  });
  const meant = whole && { entry: whole, confidence: 0.9 };
  return pairFor(text, [], meant)?.map(({ entry }) => entry.id);
}

describe("two questions in one", () => {
  const text = "what is mulch and how do I make compost";
  const [first, second] = ["what is mulch", "how do I make compost"];

  it("find an entry each", () => {
    expect(idsFor(text, { [first]: [mulch, 0.5], [second]: [compost, 0.5] })).toEqual(["mulch", "compost"]);
  });

  it("find none where one of them is unclear", () => {
    expect(idsFor(text, { [first]: [mulch, 0.95], [second]: [compost, 0.2] })).toBeUndefined();
  });

  it("begin with the entry that the whole of it means", () => {
    expect(idsFor(text, { [first]: [mulch, 0.7], [second]: [compost, 0.7] }, compost)).toEqual(["compost", "mulch"]);
  });

  it("give way to what the whole of it means, unless both are clear", () => {
    const beans = entryWith({ id: "beans" });
    expect(idsFor(text, { [first]: [mulch, 0.9], [second]: [compost, 0.7] }, beans)).toBeUndefined();
    expect(idsFor(text, { [first]: [mulch, 0.9], [second]: [compost, 0.9] }, beans)).toEqual(["mulch", "compost"]);
  });

  it("go on from each other where the second points back, and from nothing else", () => {
    const meanings: Meanings = {
      [first]: [mulch, 0.9],
      "mulch: how do I spread it": [compost, 0.6],
      "how do I spread it": [entryWith({ id: "beans" }), 0.8],
    };
    expect(idsFor("what is mulch and how do I spread it", meanings)).toEqual(["mulch", "compost"]);
  });

  it("are one where both ask for the same", () => {
    expect(idsFor(text, { [first]: [mulch, 0.9], [second]: [mulch, 0.9] })).toBeUndefined();
  });

  it("have to be clear both where they may as well be one", () => {
    const parts = ["spread the mulch", "water the compost"];
    const loose = parts.join(" and ");
    expect(idsFor(loose, { [parts[0] ?? ""]: [mulch, 0.6], [parts[1] ?? ""]: [compost, 0.9] })).toBeUndefined();
    expect(idsFor(loose, { [parts[0] ?? ""]: [mulch, 0.8], [parts[1] ?? ""]: [compost, 0.9] })).toEqual([
      "mulch",
      "compost",
    ]);
  });
});

describe("a comparison that no entry makes", () => {
  it("finds what each side is", () => {
    const meanings: Meanings = { "what is mulch": [mulch, 0.6], "what is compost": [compost, 0.6] };
    expect(idsFor("mulch vs compost", meanings)).toEqual(["mulch", "compost"]);
    expect(idsFor("mulch vs compost", { "what is mulch": [mulch, 0.6] })).toBeUndefined();
  });
});

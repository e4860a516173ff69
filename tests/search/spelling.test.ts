import { describe, expect, it } from "vitest";
import { finish } from "../../src/core/steps.ts";
import { createRepair } from "../../src/search/spelling/spelling.ts";

/** Repairs for a pack whose texts are these. */
function repairFor(...texts: readonly string[]) {
  const words = texts.map((text) => text.split(" "));
  const counts = new Map<string, number>();
  for (const word of words.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const repair = finish(createRepair(counts, words, new Set(["the", "of", "a"])));
  return (text: string): string => repair(text.split(" ")).tokens.join(" ");
}

describe("a mistyped word", () => {
  it("is read as the word that fits between its neighbours", () => {
    const repair = repairFor("fill in the web form", "a web form", "a barn of the farm", "the barn farm");
    expect(repair("web frm")).toBe("web form");
    expect(repair("barn frm")).toBe("barn farm");
  });

  it("is told by its letters when two of them have changed places, however short it is", () => {
    const lookAlikes =
      "prose prop prom pro prow prod profit promise protect proton proof probe process prompt proud project";
    const repair = repairFor("open the port", "the port of a server", lookAlikes);
    expect(repair("open the prot")).toBe("open the port");
  });

  it("is told from its halves, and from two words run together", () => {
    const repair = repairFor("start the container", "the garden hose");
    expect(repair("start the con tainer")).toBe("start the container");
    expect(repair("the gardenhose")).toBe("the garden hose");
    expect(repair("startthecontainer")).toBe("start the container");
  });

  it("is told from halves that are words themselves, unless people put those side by side", () => {
    const lawn = Array<string>(40).fill("a pale lawn of a gardener").join(" ");
    const repair = repairFor(lawn, "the rake of a gardener", "a garden", "er", "the set up", "a setup of the garden");
    expect(repair("a garden er")).toBe("a gardener");
    expect(repair("the set up")).toBe("the set up");
  });

  it("is told where it has also run into another word", () => {
    const repair = repairFor("start the container", "the container garden", "a container garden");
    expect(repair("containergardn")).toBe("container garden");
    expect(repair("contanergarden")).toBe("container garden");
    expect(repair("containerworld")).toBe("containerworld");
  });

  it("is written down with what it was taken for", () => {
    const counts = new Map([["container", 5]]);
    const repair = finish(createRepair(counts, [], new Set()));
    expect([...repair(["contaner"]).repairs]).toEqual([["contaner", ["container"]]]);
    expect([...repair(["con", "tainer"]).repairs]).toEqual([["con tainer", ["container"]]]);
    expect(repair(["container"]).repairs.size).toBe(0);
  });
});

describe("a word that is right", () => {
  it("stays as it is, be it the pack's or plain English", () => {
    const repair = repairFor("the garden hose", "a hose of the garden");
    expect(repair("the hose")).toBe("the hose");
    expect(repair("the horse")).toBe("the horse");
  });

  it("stays as it is where it is too short or too strange to be told", () => {
    const repair = repairFor("the port of a host");
    for (const text of ["pt", "x7f3a", "qwxyzzk", "p".repeat(40)]) expect(repair(text)).toBe(text);
  });
});

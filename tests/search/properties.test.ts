import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine, type Engine } from "../../src/search/engine.ts";
import { editDistance } from "../../src/search/spelling/edit-distance.ts";
import { normalize } from "../../src/search/text/normalize.ts";
import { tokensOf } from "../../src/search/text/tokenize.ts";
import { entryWith, GARDEN_FOLDER, GIT_FOLDER, packIn } from "../fixtures/packs.ts";

const pack = packIn(GARDEN_FOLDER);
const engine = createEngine(pack);
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "(a+)+$",
    "[",
    "\\",
    "%00",
    "z̸̢͎a̷lgo",
    "\u202eabc",
    "ﬁ".repeat(9000),
  ),
);
const aPhrasing = fc.constantFrom(
  ...pack.entries.flatMap(({ id, questions }) => questions.map((text) => ({ id, text }))),
);

describe("whatever is typed", () => {
  it("gets one answer, the same every time, with a confidence between 0 and 1", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const answer = engine.answer(text);
        expect(answer.confidence).toBeGreaterThanOrEqual(0);
        expect(answer.confidence).toBeLessThanOrEqual(1);
        expect(engine.answer(text)).toEqual(answer);
      }),
    );
  });

  it("is brought into a form that stays as it is when it is brought into it again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text));
      }),
    );
  });

  it("comes apart into lower-case words without spaces", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of tokensOf(text)) expect(token).toMatch(/^\S+$/);
      }),
    );
  });
});

describe("a phrasing of the pack", () => {
  it("finds its entry whatever the case, the spacing and the punctuation around it", () => {
    fc.assert(
      fc.property(aPhrasing, fc.constantFrom("", "?", "!!", " ?? "), fc.boolean(), ({ id, text }, end, isLoud) => {
        const answer = engine.answer(`  ${isLoud ? text.toUpperCase() : text.replaceAll(" ", "  ")}${end}`);
        expect(answer.kind === "answer" && answer.entries[0].id).toBe(id);
      }),
    );
  });
});

describe("a question that an entry of a real pack lists", () => {
  const git = packIn(GIT_FOLDER);
  const gitEngine = createEngine(git);
  const firstOf = ({ answer }: Engine, text: string): string | undefined => {
    const found = answer(text);
    return found.kind === "no-answer" ? undefined : found.entries[0]?.id;
  };

  it("finds the same entry when a letter of its longest word is missing, but for one in a hundred", () => {
    const mistyped = git.entries.flatMap(({ id, questions }) =>
      questions.flatMap((text) => {
        const [longest = ""] = (text.match(/\b[a-z]{8,}\b/g) ?? []).sort((a, b) => b.length - a.length);
        const middle = Math.floor(longest.length / 2);
        return longest
          ? [{ id, text: text.replace(longest, longest.slice(0, middle) + longest.slice(middle + 1)) }]
          : [];
      }),
    );
    const missed = mistyped.filter(({ id, text }) => firstOf(gitEngine, text) !== id);
    expect(mistyped.length).toBeGreaterThan(500);
    expect(missed.length).toBeLessThan(mistyped.length / 100);
  });

  it("gets the same answer whatever the order of the entries, though it is none of their phrasings", () => {
    const reversed = createEngine({ ...git, entries: git.entries.toReversed() });
    for (const text of git.entries.map(({ questions }) => `${questions.at(-1)} exactly mate`)) {
      const [answer, other] = [gitEngine.answer(text), reversed.answer(text)];
      expect([text, other.kind, firstOf(reversed, text)]).toEqual([text, answer.kind, firstOf(gitEngine, text)]);
    }
  });

  it("gets the same answer, about as surely, beside an entry about something else", () => {
    const violin = entryWith({
      id: "violin-strings",
      title: "How do I change a violin string?",
      questions: ["replace a broken e string", "my violin lost a string", "how tight should new strings be"],
      keywords: ["violin", "strings", "peg"],
    });
    const beside = createEngine({ ...git, entries: [...git.entries, violin] });
    for (const text of git.entries.map(({ questions }) => `${questions[0]} please`)) {
      expect(firstOf(beside, text)).toBe(firstOf(gitEngine, text));
      expect(Math.abs(beside.answer(text).confidence - gitEngine.answer(text).confidence)).toBeLessThan(0.1);
    }
  });
});

describe("the edit distance", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });

  it("is 0 for the same word only, and the same both ways", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
      }),
    );
  });

  it("counts one for each insertion, deletion, substitution and swap of neighbours", () => {
    expect(editDistance("image", "imge")).toBe(1);
    expect(editDistance("image", "imagge")).toBe(1);
    expect(editDistance("image", "imxge")).toBe(1);
    expect(editDistance("image", "iamge")).toBe(1);
    expect(editDistance("image", "")).toBe(5);
  });
});

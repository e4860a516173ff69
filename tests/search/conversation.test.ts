import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import type { LastShown } from "../../src/core/conversation.ts";
import { createEngine } from "../../src/search/engine.ts";
import { GARDEN_FOLDER, packIn } from "../fixtures/packs.ts";

const pack = packIn(GARDEN_FOLDER);
const engine = createEngine(pack);
/** A conversation that has shown an entry. */
const shown = (question: string, id: string): LastShown => ({ question, pack: pack.name, ids: [id], isAnswer: true });
const idsOf = (answer: Answer): string[] => (answer.kind === "no-answer" ? [] : answer.entries.map(({ id }) => id));

describe("in a conversation the engine", () => {
  it("resolves a question that points back to what was said before", () => {
    const alone = engine.answer("how do I make it");
    const inContext = engine.answer("how do I make it", shown("what is compost", "what-is-compost"));
    expect(idsOf(inContext)[0]).toBe("make-compost");
    expect(inContext.confidence).toBeGreaterThan(alone.confidence);
  });

  it("takes what a question leaves out from the question before", () => {
    const before = shown("how often should I water tomatoes", "water-tomatoes");
    expect(idsOf(engine.answer("in the greenhouse?"))).toEqual([]);
    expect(idsOf(engine.answer("in the greenhouse?", before))[0]).toBe("water-tomatoes");
  });

  it("takes a word alone for a question by itself, and in a conversation for one that goes on from it", () => {
    expect(idsOf(engine.answer("mulch"))).toEqual(["what-is-mulch"]);
    expect(idsOf(engine.answer("mulch", shown("what is compost", "what-is-compost")))).toEqual(["compost-vs-mulch"]);
  });

  it("does not drag a question that stands by itself back to the old subject", () => {
    const text = "why are the leaves of my tomatoes turning yellow";
    expect(idsOf(engine.answer(text, shown("what is mulch", "what-is-mulch")))).toEqual(idsOf(engine.answer(text)));
  });

  it.each([
    "example?",
    "can you show me the full command",
    "tell me more",
    "huh?",
    "more details please",
    "explain that",
  ])("shows the same again to %j", (text) => {
    expect(engine.answer(text, shown("what is compost", "what-is-compost"))).toMatchObject({
      kind: "answer",
      entries: [{ id: "what-is-compost" }],
      related: [{ id: "make-compost" }, { id: "compost-vs-mulch" }, { id: "what-is-mulch" }],
      isRepeated: true,
    });
  });

  it("shows nothing again that was only suggested, nor to somebody who asks for something else", () => {
    const suggested = { ...shown("what is compost", "what-is-compost"), isAnswer: false };
    expect(engine.decide("example?", suggested).basis).not.toBe("asks for more");
    const other = "show me how often to water tomatoes";
    expect(idsOf(engine.answer(other, shown("what is compost", "what-is-compost")))).toEqual(["water-tomatoes"]);
  });

  it.each(["no, I meant mulch", "sorry, mulch", "not compost, mulch", "mulch I mean"])(
    "reads %j in the place of what it corrects",
    (text) => {
      expect(idsOf(engine.answer(text, shown("what is compost", "what-is-compost")))).toEqual(["what-is-mulch"]);
    },
  );

  it("goes on from a question as it was understood, rather than as it was typed", () => {
    const before = shown("how often should I water tomatoes", "water-tomatoes");
    expect(engine.decide("in the greenhouse?", before).asked).toBe(
      "how often should i water tomatoes in the greenhouse",
    );
    expect(engine.decide("example?", before).asked).toBe(before.question);
    expect(engine.decide("what is mulch", before).asked).toBe("what is mulch");
    expect(engine.decide("what-is-mulch", before).asked).toBe("What is mulch?");
  });
});

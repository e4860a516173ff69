import { describe, expect, it } from "vitest";
import { comparedSides, endsOf, questionsWithin, splitsOf } from "../../src/search/decision/parts.ts";

describe("a question with two parts", () => {
  it.each([
    "what is mulch and how do I spread it",
    "what is mulch? how do I spread it",
    "what is mulch, how do I spread it",
    "what is mulch - also how do I spread it",
    "what is mulch how do I spread it",
  ])("comes apart where a question starts: %s", (text) => {
    expect(splitsOf(text)).toContainEqual({
      first: expect.stringMatching(/^what is mulch/),
      second: "how do I spread it",
      firstAsks: true,
      secondAsks: true,
      firstIsSubject: false,
      secondAddsOn: text.includes("also"),
      secondGoesOn: true,
    });
  });

  it("does not come apart within the name of a file", () => {
    expect(splitsOf("what is compost.yaml for")).toEqual([]);
  });

  it("may come apart at any other “and” or comma, where it is one sentence", () => {
    expect(splitsOf("dig it over, rake it and water it")).toMatchObject([
      { second: "water it", firstAsks: false, secondAsks: false },
      { second: "rake it and water it" },
    ]);
  });

  it("comes apart where it asks how much of something there is", () => {
    expect(splitsOf("what is mulch how long does it last")).toMatchObject([{ second: "how long does it last" }]);
  });

  it("goes on from the first with a few words that ask nothing by themselves", () => {
    expect(splitsOf("how do I remove weeds and slugs")).toMatchObject([{ second: "slugs", secondGoesOn: true }]);
    expect(splitsOf("how do I remove weeds and where do slugs live")).toMatchObject([{ secondGoesOn: false }]);
  });

  it.each([
    "mulch: what is it",
    "Flower beds - how deep are they",
    "mulch | how do I spread it",
    "straw mulch, what is it",
    "mulch and how do I spread it",
  ])("does not come apart behind what only names its subject: %s", (text) => {
    expect(splitsOf(text)).toEqual([]);
  });

  it("comes apart behind a subject that is asked about by itself", () => {
    expect(splitsOf("mulch? what is it")).toMatchObject([{ first: "mulch?", second: "what is it" }]);
    expect(splitsOf("straw mulch and how do I spread it")).toMatchObject([{ first: "straw mulch" }]);
  });

  it("does not come apart between the two sides of a comparison", () => {
    expect(splitsOf("what is the difference between mulch and compost")).toEqual([]);
    expect(splitsOf("the difference between mulch and compost, and how do I spread it")).toMatchObject([
      { second: "how do I spread it" },
    ]);
  });

  it("comes to a question in the end, where it is more than two sentences", () => {
    const splits = splitsOf("I have mulch. It is wet. Also, how do I make compost");
    expect(splits.map(({ second }) => second)).toContain("how do I make compost");
    expect(splitsOf("I dug it over. I watered it. I left it and went home.")).toEqual([]);
  });

  it("is tried at a few places alone", () => {
    expect(splitsOf("and ".repeat(1000)).length).toBeLessThan(10);
    expect(splitsOf("so, ".repeat(1000)).length).toBeLessThan(10);
  });
});

describe("a comparison", () => {
  it.each(["difference between mulch and compost", "mulch vs compost", "compare mulch with compost"])(
    "has two sides: %s",
    (text) => {
      expect(comparedSides(text)).toEqual(["what is mulch", "what is compost"]);
    },
  );

  it("has no sides where nothing is compared", () => {
    expect(comparedSides("what is mulch")).toBeUndefined();
  });
});

describe("a text around a question", () => {
  it("gives its last and its first question, sentence by sentence and line by line", () => {
    expect(questionsWithin("What is mulch? I read about it. Is it safe? Thanks.")).toEqual([
      "Is it safe?",
      "What is mulch?",
    ]);
    expect(questionsWithin("ERROR 12 gave up\nwhat is mulch")).toEqual(["what is mulch"]);
    expect(questionsWithin("I like mulch. Show me how it is spread.")).toEqual(["Show me how it is spread."]);
  });

  it("gives the likeliest two parts that ask where it is a single sentence", () => {
    expect(questionsWithin("what is mulch and how do I spread it")).toEqual(["what is mulch", "how do I spread it"]);
    expect(questionsWithin("mulch, what is it, why is it wet, when is it old, how do I spread it")).toHaveLength(2);
  });

  it("gives none where it is one question, or asks nothing", () => {
    expect(questionsWithin("what is mulch?")).toEqual([]);
    expect(questionsWithin("I like mulch. Nothing smells better.")).toEqual([]);
  });

  it("gives its ends where it is long", () => {
    const [head, tail, first, last] = endsOf(`What is mulch?\n${"x ".repeat(2000)}\nthat is all`);
    expect(head).toContain("What is mulch?");
    expect(tail).toContain("that is all");
    expect([first, last]).toEqual(["What is mulch?", "that is all"]);
  });
});

describe("white space", () => {
  it("makes no difference, however much of it there is", () => {
    const wide = `what is mulch${" ".repeat(2000)}and \t how do I spread it`;
    expect(splitsOf(wide)).toEqual(splitsOf("what is mulch and how do I spread it"));
    expect(comparedSides(`mulch  vs${" ".repeat(2000)}compost`)).toEqual(["what is mulch", "what is compost"]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { finish } from "../../src/core/steps.ts";
import { createDecide, type Decide } from "../../src/search/decision/decide.ts";
import { createExactMatch } from "../../src/search/decision/exact.ts";
import type { Interpret } from "../../src/search/decision/interpret.ts";
import { createPairFor, createPairsIn } from "../../src/search/decision/pairs.ts";
import { createEngine } from "../../src/search/engine.ts";
import { createAnalyzer } from "../../src/search/text/analyze.ts";
import { analyzePack } from "../../src/search/text/analyzed-pack.ts";
import { GARDEN_FOLDER, packIn } from "../fixtures/packs.ts";

const pack = packIn(GARDEN_FOLDER);
const [one, other] = pack.entries;
const analyzer = createAnalyzer(pack.vocabulary);
const exactMatch = finish(createExactMatch(finish(analyzePack(pack, analyzer)), analyzer));
const assessment = createEngine(pack).assess("how deep should it be");

/** How often the decision on a text interprets it or a part of it, where nothing in it is clear enough to stop. */
function interpretationsOf(text: string): number {
  let count = 0;
  const interpret: Interpret = () => {
    const entry = count++ % 2 === 0 ? one : other;
    return { candidates: entry ? [{ entry, probability: 0.5 }] : [], confidence: 0.55, isWorded: false, assessment };
  };
  decideBy(interpret)(text, undefined);
  return count;
}

/** Decides by what texts are said to mean, none of which is taken for two questions. */
function decideBy(interpret: Interpret): Decide {
  const never = { weights: {}, threshold: 1 };
  return createDecide(pack, interpret, createPairFor(createPairsIn(interpret), interpret, never), exactMatch);
}

/** What kind of answer a question gets that is so probably right, and so probably in scope. */
function kindOf(confidence: number, scope: number): Answer["kind"] {
  const candidates = pack.entries.slice(0, 3).map((entry) => ({ entry, probability: 0.3 }));
  const decide = decideBy(() => ({ candidates, confidence, isWorded: false, assessment: { ...assessment, scope } }));
  return decide("how deep should it be", undefined).answer.kind;
}

const words = "it and how do what is why zonk mulch ? . then also or between vs with slugs stop that , why";
const anyQuestions = (most: number) =>
  fc.array(fc.constantFrom(...words.split(" ")), { minLength: 1, maxLength: most }).map((some) => some.join(" "));

describe("the decision on a text", () => {
  const { answer, answerScope, suggest } = assessment.model.thresholds;

  it("is an answer where an entry is probably right, and the question as good as in scope", () => {
    expect(kindOf(answer, answerScope)).toBe("answer");
    expect(kindOf(answer - 0.01, 1)).toBe("suggestions");
    expect(kindOf(1, answerScope - 0.01)).toBe("suggestions");
  });

  it("is no answer where the question is hardly in scope", () => {
    expect(kindOf(0, suggest)).toBe("suggestions");
    expect(kindOf(1, suggest - 0.01)).toBe("no-answer");
  });

  it("rests on a bounded number of interpretations, however many questions are in it", () => {
    fc.assert(
      fc.property(anyQuestions(300), (text) => {
        expect(interpretationsOf(text)).toBeLessThanOrEqual(text.length > 2000 ? 4 * 33 : 33);
      }),
    );
    fc.assert(
      fc.property(anyQuestions(3000), (text) => {
        expect(interpretationsOf(text)).toBeLessThanOrEqual(4 * 33);
      }),
    );
  });
});

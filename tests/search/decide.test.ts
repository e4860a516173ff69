import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finish } from "../../src/core/steps.ts";
import { createDecide } from "../../src/search/decision/decide.ts";
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
const assessment = createEngine(pack).assess("mulch");

/** How often the decision on a text interprets it or a part of it, where nothing in it is clear enough to stop. */
function interpretationsOf(text: string): number {
  let count = 0;
  const interpret: Interpret = () => {
    const entry = count++ % 2 === 0 ? one : other;
    return { candidates: entry ? [{ entry, probability: 0.5 }] : [], confidence: 0.55, isWorded: false, assessment };
  };
  const never = { weights: {}, threshold: 1 };
  const decide = createDecide(pack, interpret, createPairFor(createPairsIn(interpret), interpret, never), exactMatch);
  decide(text, undefined);
  return count;
}

const words = "it and how do what is why zonk mulch ? . then also or between vs with slugs stop that , why";
const anyQuestions = (most: number) =>
  fc.array(fc.constantFrom(...words.split(" ")), { minLength: 1, maxLength: most }).map((some) => some.join(" "));

describe("the decision on a text", () => {
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

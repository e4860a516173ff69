import type { Pack } from "../../src/core/pack.ts";
import { createEngine, type Engine } from "../../src/search/engine.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import type { AskedQuestion } from "./questions.ts";
import type { Choice } from "./regression.ts";

/** What there was to choose from for a text, and which of it is right. */
export function choiceFor(engine: Engine, text: string, expected: readonly string[], weight: number): Choice {
  const { candidates } = engine.assess(text);
  return {
    candidates: candidates.map(({ features }) => features),
    isRight: candidates.map(({ entry }) => expected.includes(engine.pack.entries[entry]?.id ?? "")),
    weight,
  };
}

/** Every phrasing of a pack, asked of a pack that lacks it. */
export function phrasingChoices(pack: Pack, weight: number): Choice[] {
  return leaveOneOut(pack).flatMap(({ pack: reduced, heldOut }) => {
    const engine = createEngine(reduced);
    return heldOut.map(({ text, entry }) => choiceFor(engine, text, [entry.id], weight));
  });
}

/** Questions about one thing; those with two parts have no one right entry. */
export function questionChoices(pack: Pack, questions: readonly AskedQuestion[]): Choice[] {
  const engine = createEngine(pack);
  return questions.filter(({ all }) => !all).map(({ ask, expect }) => choiceFor(engine, ask, expect, 1));
}

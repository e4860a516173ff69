import type { Pack } from "../../src/core/pack.ts";
import { createEngine, type Engine } from "../../src/search/engine.ts";
import type { Model } from "../../src/search/model.ts";
import { FEATURES } from "../../src/search/ranking/features.ts";
import { leaveOneOut } from "../evaluation/leave-one-out.ts";
import type { AskedQuestion, Conversation, Subject } from "../evaluation/questions.ts";
import type { Choice } from "./regression.ts";
import { continuedTurns, STRAYED_WEIGHT, strayedTurns, type Turn } from "./turns.ts";

/** What there was to choose from for a text, and which of it is right. */
function choiceFor(engine: Engine, { text, before, expect }: Turn, weight: number): Choice {
  const { candidates } = engine.assess(text, before);
  return {
    candidates: candidates.map(({ features }) => features),
    isRight: candidates.map(({ entry }) => expect.includes(engine.pack.entries[entry]?.id ?? "")),
    weight,
  };
}

/** A phrasing asked of a pack that lacks it is harder than a real question, so it counts less. */
const PHRASING_WEIGHT = 0.3;
/** One phrasing in so many is enough to fit the ranking to. */
const STRIDE = 6;

/** What the ranking of questions by themselves is fitted to: a share of the pack's phrasings, and the development questions. */
export function choicesAlone({ pack, sets }: Subject): Choice[] {
  return [...phrasingChoices(pack), ...questionChoices(pack, sets.inScope.dev)];
}

/** What the ranking in conversations is fitted to: those for development, and questions that have nothing to do with them. */
export function choicesInConversation(subject: Subject, model: Model): Choice[] {
  const engine = createEngine(subject.pack, model);
  return [
    ...conversationChoices(engine, subject.sets.followUps.dev),
    ...choicesFor(engine, strayedTurns(subject), STRAYED_WEIGHT),
  ];
}

/** The last turns of conversations. */
export function conversationChoices(engine: Engine, conversations: readonly Conversation[]): Choice[] {
  return choicesFor(engine, continuedTurns(conversations, engine), 1);
}

function choicesFor(engine: Engine, turns: readonly Turn[], weight: number): Choice[] {
  return turns.filter(({ expect }) => expect.length > 0).map((turn) => choiceFor(engine, turn, weight));
}

/** Each of them asked of a pack that lacks it. */
function phrasingChoices(pack: Pack): Choice[] {
  const folds = leaveOneOut(pack).filter((_, index) => index % STRIDE === 0);
  return folds.flatMap(({ pack: reduced, heldOut }) => {
    const engine = createEngine(reduced);
    return heldOut.map(({ text, entry }) =>
      choiceFor(engine, { text, before: undefined, expect: [entry.id] }, PHRASING_WEIGHT),
    );
  });
}

/** Questions about one thing; those with two parts have no one right entry. */
export function questionChoices(pack: Pack, questions: readonly AskedQuestion[]): Choice[] {
  const engine = createEngine(pack);
  return questions
    .filter(({ all }) => !all)
    .map(({ ask, expect }) => choiceFor(engine, { text: ask, before: undefined, expect }, 1));
}

/** The same choices without some of the features. */
export function choicesWithout(choices: readonly Choice[], features: readonly string[]): Choice[] {
  const positions = features.map((feature) => FEATURES.indexOf(feature));
  return choices.map((choice) => ({
    ...choice,
    candidates: choice.candidates.map((values) =>
      values.map((value, index) => (positions.includes(index) ? 0 : value)),
    ),
  }));
}

import path from "node:path";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { createEngine } from "../src/search/engine.ts";
import { MODEL } from "../src/search/model.ts";
import { FEATURES } from "../src/search/ranking/features.ts";
import { percent } from "./evaluation/metrics.ts";
import { readQuestionSets, type Subject } from "./evaluation/questions.ts";
import {
  choicesAlone,
  choicesInConversation,
  choicesWithout,
  conversationChoices,
  questionChoices,
} from "./fitting/choices.ts";
import { type Choice, fitChoice } from "./fitting/regression.ts";

/**
 * Prints what each signal of the ranking is worth: the ranking is fitted anew without it, to the phrasings and the
 * development questions, and measured on the held-out questions; in conversations to those for development, and measured
 * on those held out.
 */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  classifier: ["classifier"],
  language: ["language"],
  coverage: ["coverage"],
  nearest: ["nearest"],
  focus: ["focus"],
};

const GROUPS_IN_CONVERSATION: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  filledIn: ["filledIn"],
  replaced: ["replaced"],
  joined: ["joined"],
  "replaced, joined": ["replaced", "joined"],
  byItself: ["byItself"],
  "leadsTo, leadsBack, sameTopic": ["leadsTo", "leadsBack", "sameTopic"],
};

/** Whether a right candidate is among the first few under the weights. */
function isAmongFirst({ candidates, isRight }: Choice, weights: Float64Array, count: number): boolean {
  const scores = candidates.map((features) =>
    features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0),
  );
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return order.slice(0, count).some((index) => isRight[index]);
}

function resultRow(train: readonly Choice[], test: readonly Choice[], features: readonly string[]) {
  const weights = fitChoice(choicesWithout(train, features), FEATURES.length);
  const measured = choicesWithout(test, features);
  return {
    "right first": percent(measured, (choice) => isAmongFirst(choice, weights, 1)),
    "right among three": percent(measured, (choice) => isAmongFirst(choice, weights, 3)),
  };
}

interface Material {
  train: readonly Choice[];
  test: readonly Choice[];
}

function resultRows(groups: typeof GROUPS, { train, test }: Material) {
  return Object.entries(groups).map(([name, features]) => [`without ${name}`, resultRow(train, test, features)]);
}

function choicesOf(subject: Subject): Material {
  return { train: choicesAlone(subject), test: questionChoices(subject.pack, subject.sets.inScope.heldOut) };
}

function choicesInConversationOf(subject: Subject): Material {
  const test = conversationChoices(createEngine(subject.pack), subject.sets.followUps.heldOut);
  return { train: choicesInConversation(subject, MODEL), test };
}

for (const pack of loadKnowledge("knowledge")) {
  const sets = readQuestionSets(path.join("tests/questions", pack.name));
  const material = choicesOf({ pack, sets });
  const plain = choicesOf({ pack: { ...pack, vocabulary: { synonyms: [], abbreviations: {} } }, sets });
  const rows = [...resultRows(GROUPS, material), ["without synonyms", resultRow(plain.train, plain.test, [])]];
  console.log(`${pack.title}: ${material.test.length} held-out questions about one thing`);
  console.table(Object.fromEntries(rows));
  const conversations = choicesInConversationOf({ pack, sets });
  console.log(`${pack.title}: last turns of ${conversations.test.length} held-out conversations`);
  console.table(Object.fromEntries(resultRows(GROUPS_IN_CONVERSATION, conversations)));
}

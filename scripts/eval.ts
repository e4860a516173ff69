import path from "node:path";
import { parseArgs } from "node:util";
import type { Answer } from "../src/core/answer.ts";
import type { Pack } from "../src/core/pack.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { createEngine, type Engine } from "../src/search/engine.ts";
import { shownIds } from "./evaluation/conversations.ts";
import {
  type Answering,
  type FollowUpOutcome,
  followUpOutcomesOf,
  followUpRow,
  inScopeRow,
  type Outcome,
  offTopicRow,
  outcomesOf,
  reliabilityRows,
} from "./evaluation/metrics.ts";
import { phrasingReport } from "./evaluation/phrasings.ts";
import {
  type AskedQuestion,
  type Conversation,
  type OffTopicQuestion,
  readQuestionSets,
} from "./evaluation/questions.ts";

/**
 * Prints how well the packs answer: on the question sets, and on their own phrasings, each asked of a pack that lacks it.
 * Takes the folder of the packs, `knowledge` by default. `--failures` lists what goes wrong on the development questions,
 * `--quick` leaves out the phrasings, and `--entries` lists every entry.
 */
const {
  values: options,
  positionals: [folder = "knowledge"],
} = parseArgs({
  allowPositionals: true,
  options: {
    failures: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    entries: { type: "boolean", default: false },
  },
});

function printInScope(outcomes: readonly Outcome[]): void {
  const tagged = (tag: string) => outcomes.filter(({ question }) => question.tags.includes(tag));
  console.table({
    all: inScopeRow(outcomes),
    noisy: inScopeRow(tagged("noisy")),
    comparison: inScopeRow(tagged("comparison")),
    "two parts": inScopeRow(outcomes.filter(({ question }) => question.all)),
  });
}

function printOffTopic(questions: readonly OffTopicQuestion[], answering: Answering): void {
  const groups = [...new Set(questions.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b));
  const rows = groups.map((group) => [
    group,
    offTopicRow(
      questions.filter(({ tags }) => tags.includes(group)),
      answering,
    ),
  ]);
  console.table({ all: offTopicRow(questions, answering), ...Object.fromEntries(rows) });
}

function printSet(
  name: string,
  asked: readonly AskedQuestion[],
  offTopic: readonly OffTopicQuestion[],
  conversations: readonly Conversation[],
  engine: Engine,
): void {
  const answering: Answering = (text) => engine.answer(text);
  const outcomes = outcomesOf(asked, answering);
  const followUps = followUpOutcomesOf(conversations, engine);
  console.log(`\n${name}: in scope, to be declined, and how many answers are right for their confidence`);
  printInScope(outcomes);
  printOffTopic(offTopic, answering);
  console.table(reliabilityRows(outcomes, offTopic, answering));
  console.log(`\n${name}: follow-ups in a conversation`);
  console.table([followUpRow(followUps)]);
  // The failures of the held-out questions stay unseen, so that nobody works towards them.
  if (options.failures && name === "Development") printFailures(outcomes, offTopic, followUps, answering);
}

function printFailures(
  outcomes: readonly Outcome[],
  offTopic: readonly OffTopicQuestion[],
  followUps: readonly FollowUpOutcome[],
  answering: Answering,
): void {
  for (const { question, answer } of outcomes.filter((outcome) => !outcome.isRightFirst || !outcome.isRightShown)) {
    console.log(`  ${shownFor(answer)} ≠ ${question.expect.join(", ")} :: ${question.ask}`);
  }
  for (const { ask, tags } of offTopic) {
    const answer = answering(ask);
    if (answer.kind !== "no-answer") console.log(`  ${shownFor(answer)} [${tags.join()}] :: ${ask}`);
  }
  for (const { conversation, answer } of followUps.filter(({ isRight }) => !isRight)) {
    const expected = conversation.expect.join(", ") || "nothing";
    console.log(`  ${shownFor(answer)} ≠ ${expected} :: ${conversation.turns.join(" → ")}`);
  }
}

function shownFor(answer: Answer): string {
  return `${answer.kind} ${shownIds(answer).join(", ")}`;
}

function printPhrasings(pack: Pack): void {
  const { overall, entries, confusions } = phrasingReport(pack);
  console.log(
    "\nOwn phrasings, each asked of a pack that lacks it; the weakest entries; the pairs most often confused",
  );
  console.table([overall]);
  console.table(options.entries ? entries : entries.slice(0, 12));
  console.table(confusions.slice(0, 12));
}

for (const pack of loadKnowledge(folder)) {
  console.log(`${pack.title}: ${pack.entries.length} entries`);
  const sets = readQuestionSets(path.join("tests/questions", pack.name));
  const engine = createEngine(pack);
  printSet("Development", sets.inScope.dev, sets.offTopic.dev, sets.followUps.dev, engine);
  printSet("Held out", sets.inScope.heldOut, sets.offTopic.heldOut, sets.followUps.heldOut, engine);
  if (!options.quick) printPhrasings(pack);
}

import path from "node:path";
import { parseArgs } from "node:util";
import type { Pack } from "../src/core/pack.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { createEngine, type Engine } from "../src/search/engine.ts";
import { lastTurnOf } from "./evaluation/conversations.ts";
import {
  type Answering,
  inScopeRow,
  type Outcome,
  offTopicRow,
  outcomesOf,
  percent,
  reliabilityRows,
  shownIds,
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
 * Takes the folder of the packs, `knowledge` by default. `--failures` lists what goes wrong on the development questions, `--quick` leaves out the phrasings, and `--entries`
 * lists every entry.
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
  engine: Engine,
): void {
  const answering: Answering = (text) => engine.answer(text);
  const outcomes = outcomesOf(asked, answering);
  console.log(`\n${name}: in scope, to be declined, and how many answers are right for their confidence`);
  printInScope(outcomes);
  printOffTopic(offTopic, answering);
  console.table(reliabilityRows(outcomes, offTopic, answering));
  if (!options.failures || name !== "Development") return;
  for (const { question, answer, shown } of outcomes.filter(
    (outcome) => !outcome.isRightFirst || !outcome.isRightShown,
  )) {
    console.log(`  ${answer.kind} ${shown.join(", ")} ≠ ${question.expect.join(", ")} :: ${question.ask}`);
  }
  for (const { ask, tags } of offTopic.filter((question) => answering(question.ask).kind !== "no-answer")) {
    console.log(`  ${shownIds(answering(ask)).join(", ")} [${tags.join()}] :: ${ask}`);
  }
}

function printFollowUps(name: string, conversations: readonly Conversation[], engine: Engine): void {
  const trials = conversations.map((conversation) => {
    const { text, shown } = lastTurnOf(conversation, engine);
    return {
      conversation,
      answer: engine.answer(
        text,
        shown.map(({ id }) => id),
      ),
    };
  });
  type Trial = (typeof trials)[number];
  const isFirst = ({ conversation, answer }: Trial) => conversation.expect.includes(shownIds(answer)[0] ?? "");
  const isShown = ({ conversation, answer }: Trial) => conversation.expect.some((id) => shownIds(answer).includes(id));
  const toAnswer = trials.filter(({ conversation }) => conversation.expect.length > 0);
  const toDecline = trials.filter(({ conversation }) => conversation.expect.length === 0);
  console.log(`\n${name}: follow-ups in a conversation`);
  console.table([
    {
      "to answer": toAnswer.length,
      "right first": percent(toAnswer, isFirst),
      "right shown": percent(toAnswer, isShown),
      declined: percent(toAnswer, ({ answer }) => answer.kind === "no-answer"),
      "to decline": toDecline.length,
      "then answered": percent(toDecline, ({ answer }) => answer.kind === "answer"),
      "then suggested": percent(toDecline, ({ answer }) => answer.kind === "suggestions"),
    },
  ]);
  if (!options.failures || name !== "Development") return;
  const failed = [
    ...toAnswer.filter((trial) => !isFirst(trial)),
    ...toDecline.filter(({ answer }) => answer.kind !== "no-answer"),
  ];
  for (const { conversation, answer } of failed) {
    const expected = conversation.expect.join(", ") || "nothing";
    console.log(`  ${answer.kind} ${shownIds(answer).join(", ")} ≠ ${expected} :: ${conversation.turns.join(" → ")}`);
  }
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
  printSet("Development", sets.inScope.dev, sets.offTopic.dev, engine);
  printFollowUps("Development", sets.followUps.dev, engine);
  printSet("Held out", sets.inScope.heldOut, sets.offTopic.heldOut, engine);
  printFollowUps("Held out", sets.followUps.heldOut, engine);
  if (!options.quick) printPhrasings(pack);
}

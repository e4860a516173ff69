import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { MODEL, type Model } from "../src/search/model.ts";
import { readQuestionSets, type Subject } from "./evaluation/questions.ts";
import { fitJudge } from "./fitting/judge.ts";
import { fitPairs } from "./fitting/pairs.ts";

/**
 * Fits everything in `src/search/model.json`, to packs of different subjects and sizes at once: the rankings to their own
 * phrasings, each asked of a pack that lacks it, to the development questions and conversations; probabilities and
 * thresholds to the development questions and conversations. The held-out ones play no part. `--only` names one part of the
 * model to fit, and keeps the others.
 */

/** Folders of the packs that are fitted to. */
const FOLDERS = ["knowledge", "examples"];
const MODEL_FILE = path.join(import.meta.dirname, "../src/search/model.json");

/** The parts of the model in the order in which they are fitted, since each rests on those before it. */
const PARTS: { [Part in keyof Model]: (subjects: readonly Subject[], model: Model) => Model[Part] } = {
  alone: (subjects, model) => fitJudge("alone", subjects, model),
  inConversation: (subjects, model) => fitJudge("inConversation", subjects, model),
  pairs: fitPairs,
};

const { values: options } = parseArgs({ options: { only: { type: "string" } } });
const parts = (Object.keys(PARTS) as (keyof Model)[]).filter((part) => part === (options.only ?? part));
if (parts.length === 0) throw new Error(`--only takes one of ${Object.keys(PARTS).join(", ")}`);
const subjects = FOLDERS.flatMap((folder) => loadKnowledge(folder)).map(
  (pack): Subject => ({ pack, sets: readQuestionSets(path.join("tests/questions", pack.name)) }),
);
let model = MODEL;
for (const part of parts) model = { ...model, [part]: PARTS[part](subjects, model) };
writeFileSync(MODEL_FILE, `${JSON.stringify(model, null, 2)}\n`);

/**
 * Measures one engine, in a process of its own, so that no library warms up or slows down another. Takes a task from its
 * parent, and sends what it measures as soon as it has.
 */
import path from "node:path";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { readQuestionSets } from "../../evaluation/questions.ts";
import { COMPETITORS } from "./competitors.ts";
import { measureAccuracy, measureSize } from "./measure.ts";
import type { Task } from "./run.ts";

/** Bytes in use; the parent sees to it that garbage can be collected on demand. */
function usedMemory(): number {
  // Twice, since some of it is only let go of while the rest is collected.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function carryOut(task: Task): void {
  const competitor = COMPETITORS.find(({ name }) => name === task.engine);
  const [pack] = loadKnowledge("knowledge");
  if (!competitor) throw new Error(`There is no engine ${task.engine}.`);
  const report = (measures: object): void => {
    process.send?.(measures);
  };
  if (task.size !== undefined) {
    measureSize(competitor, pack, task.size, usedMemory, report);
  } else {
    const { heldOut } = readQuestionSets(path.join("tests/questions", pack.name)).inScope;
    report(measureAccuracy(competitor, pack, heldOut, task.limit));
  }
}

process.once("message", carryOut);

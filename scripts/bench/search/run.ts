import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { BuildMeasures, QueryMeasures } from "./measure.ts";

const CELL = fileURLToPath(new URL("./cell.ts", import.meta.url));

/** What to measure of which engine. */
export interface Task {
  engine: string;
  /** How many entries to search; without it, the real pack is asked the real questions. */
  size?: number;
  /** Milliseconds for the questions about the real pack. */
  limit: number;
}

export type Measures = Partial<BuildMeasures & QueryMeasures>;

/**
 * Carries a task out in another process, and stops it after some time: what has been measured until then is all there is.
 * @param patience in milliseconds
 */
export async function run(task: Task, patience: number): Promise<Measures> {
  const cell = fork(CELL, {
    execArgv: ["--import", "tsx", "--expose-gc", "--max-old-space-size=8192"],
    timeout: patience,
    killSignal: "SIGKILL",
  });
  const measures: Measures = {};
  cell.on("message", (message) => Object.assign(measures, message));
  cell.send(task);
  await once(cell, "exit");
  return measures;
}

/**
 * Lists the entries whose facts were last checked more than a year ago: `npm run knowledge:stale`. Takes the folder of
 * the knowledge, `knowledge` by default, and with `--on YYYY-MM-DD` another day than today. Exits 2 on bad usage only.
 */
import { parseArgs } from "node:util";
import * as z from "zod";
import { inspectKnowledge } from "../src/knowledge/load.ts";
import { formatProblem } from "../src/knowledge/problem.ts";
import { staleEntries } from "./checks/stale-entries.ts";

const USAGE = "Usage: npm run knowledge:stale -- [folder] [--on YYYY-MM-DD]";

try {
  const { folder, day } = readArguments();
  const { packs, problems } = inspectKnowledge(folder);
  const stale = staleEntries(packs, day);
  const count = packs.reduce((sum, { entries }) => sum + entries.length, 0);
  for (const entry of stale) console.log(formatProblem(entry));
  console.log(`${stale.length} of ${count} entries were last checked more than a year before ${day}.`);
  if (problems.length > 0) console.error("Files with problems are left out: npm run knowledge:check names them.");
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exitCode = 2;
}

function readArguments() {
  const today = new Date().toISOString().slice(0, 10);
  const { values, positionals } = parseArgs({
    options: { on: { type: "string", default: today } },
    allowPositionals: true,
  });
  const [folder = "knowledge", ...others] = positionals;
  if (others.length > 0) throw new Error("There is one folder too many.");
  if (!z.iso.date().safeParse(values.on).success) throw new Error(`${values.on} is not a day written YYYY-MM-DD.`);
  return { folder, day: values.on };
}

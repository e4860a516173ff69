import { inspectKnowledge } from "../src/knowledge/load.ts";
import { formatProblem } from "../src/knowledge/problem.ts";
import { misfits } from "./checks/misfits.ts";
import { unfoundEntries } from "./checks/unfound-entries.ts";

/**
 * Prints every problem of the knowledge as `file:line field: what is wrong`, and exits 1 when there is any. Sound entries
 * are rendered for every platform, and looked up by their titles.
 * Takes the folder to check, `knowledge` by default.
 */
const folder = process.argv[2] ?? "knowledge";
const { packs, problems } = inspectKnowledge(folder);
const found = problems.length > 0 ? problems : packs.flatMap((pack) => [...misfits(pack), ...unfoundEntries(pack)]);
for (const problem of found) console.error(formatProblem(problem));
const entries = packs.reduce((sum, pack) => sum + pack.entries.length, 0);
console.log(
  `${entries} entries in ${packs.length} packs: ${found.length === 0 ? "all good" : `${found.length} problems`}`,
);
process.exitCode = found.length === 0 ? 0 : 1;

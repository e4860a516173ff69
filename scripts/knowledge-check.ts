import { inspectKnowledge } from "../src/knowledge/load.ts";
import { byPlace, formatProblem } from "../src/knowledge/problem.ts";
import { misfits } from "./checks/misfits.ts";
import { styleProblems } from "./checks/style.ts";
import { unfoundEntries } from "./checks/unfound-entries.ts";

/**
 * Prints every problem of the knowledge as `file:line field: what is wrong`, and exits 1 when there is any: what would keep
 * the bot from starting, and what the authors' style is. Sound entries are rendered for every platform, and looked up by
 * their titles.
 * Takes the folder to check, `knowledge` by default.
 */
const folder = process.argv[2] ?? "knowledge";
const { packs, problems } = inspectKnowledge(folder);
const found = [...problems, ...packs.flatMap(styleProblems)].sort(byPlace);
if (problems.length === 0) found.push(...packs.flatMap((pack) => [...misfits(pack), ...unfoundEntries(pack)]));
for (const problem of found) console.error(formatProblem(problem));
const entries = packs.reduce((sum, pack) => sum + pack.entries.length, 0);
const outcome = found.length === 0 ? "all good" : `${found.length} problems`;
console.log(`Entries: ${entries}, packs: ${packs.length}; ${outcome}`);
process.exitCode = found.length === 0 ? 0 : 1;

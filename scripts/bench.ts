/**
 * Measures the search engine and the search libraries there are side by side: time, memory and accuracy, at growing sizes.
 * `--large` goes on to 100,000 entries, `--alone` leaves the libraries out, and `--write` puts the tables and their plot into
 * docs/.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { COMPETITORS, OWN_ROWS } from "./bench/search/competitors.ts";
import { benchPage, benchPlot } from "./bench/search/page.ts";
import { run } from "./bench/search/run.ts";
import {
  accuracyRows,
  type EngineMeasures,
  growthRows,
  inThousands,
  type Row,
  sizeRows,
} from "./bench/search/tables.ts";

const { values: options } = parseArgs({
  options: {
    large: { type: "boolean", default: false },
    alone: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

const SIZES = options.large ? [100, 1000, 10_000, 100_000] : [100, 1000, 10_000];
/** Milliseconds an engine gets for the real questions, and for one size. */
const LIMITS = options.large ? { real: 300_000, size: 200_000 } : { real: 6_000, size: 30_000 };

async function measure(engine: string): Promise<EngineMeasures> {
  const real = await run({ engine, limit: LIMITS.real }, 2 * LIMITS.real);
  const sizes = new Map<number, Awaited<ReturnType<typeof run>>>();
  for (const size of SIZES) sizes.set(size, await run({ engine, size, limit: 0 }, LIMITS.size));
  console.error(`measured ${engine}`);
  return { engine, real, sizes };
}

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  console.table(Object.fromEntries(rows.map(({ engine = "", ...figures }) => [engine, figures])));
}

const measured: EngineMeasures[] = [];
for (const { name } of options.alone ? COMPETITORS.slice(0, OWN_ROWS) : COMPETITORS) measured.push(await measure(name));

print("Real questions, held out", accuracyRows(measured));
for (const size of SIZES) print(`${inThousands(size)} entries`, sizeRows(measured, size));
print("Growth of the median", growthRows(measured, SIZES));
if (options.write) {
  const command = `npm run bench -- ${process.argv.slice(2).join(" ")}`;
  writeFileSync("docs/search-bench.md", benchPage(measured, SIZES, command));
  writeFileSync("docs/search-bench.svg", benchPlot(measured));
}

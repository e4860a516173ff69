import { arch, cpus, platform } from "node:os";
import { logPlot } from "./plot.ts";
import {
  accuracyRows,
  type EngineMeasures,
  growthRows,
  inThousands,
  markdownTable,
  pointsOf,
  sizeRows,
} from "./tables.ts";

/** The plot of the measured medians. */
export function benchPlot(engines: readonly EngineMeasures[]): string {
  return logPlot(
    "Time to answer a question with a typo, nothing cached",
    { x: "entries, 12 phrasings each", y: "milliseconds, median" },
    engines.map(({ engine, sizes }) => ({ name: engine, points: pointsOf(sizes) })),
  );
}

/** The page that shows what was measured, and on what. */
export function benchPage(engines: readonly EngineMeasures[], sizes: readonly number[], command: string): string {
  const sections = sizes.map(
    (size) => `### ${inThousands(size)} entries

${markdownTable(sizeRows(engines, size))}`,
  );
  return `# Search side by side

How the search engine compares with the search libraries there are, in time, memory and accuracy. This page and its plot
are made from measurements by one command, which takes a few minutes, or about half an hour with \`--large\`:

    ${command}

\`npm run bench\` alone goes up to 10,000 entries, in about four minutes, and prints the same tables.

Made on ${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}, ${platform()} ${arch()}) with Node ${process.versions.node}. Times differ from machine to
machine; the ratios beside them hardly do.

## Accuracy on real questions

The share of the held-out questions of the real pack, as people type them, for which an entry that answers them comes
first. An engine that declines has not got it right, so that “ranking only” is what to compare the libraries with: they
never decline. “In a conversation” is about something else each time, which the engine has to find out.

${markdownTable(accuracyRows(engines))}

## Time as the pack grows

![A line an engine: median time of a question over the number of entries, both on logarithmic scales](search-bench.svg)

${markdownTable(growthRows(engines, sizes))}

The growth exponent is the slope of the line in the plot: 0 where the number of entries makes no difference, 1 where time
grows in proportion.

## How it is measured

- Every engine and size is a process of its own. A process that takes too long is stopped: a dash stands for what it did not
  get to.
- The entries are those of the real pack and, where it has not enough, made ones: its phrasings with other words in
  them, drawn as often as the real pack uses them, and invented ones as Heaps' law has it. Each keeps 12 phrasings at most.
- A question is six words at most, with one typo, from a phrasing that no entry holds, and right first if the entry that it was
  worded for comes first. Two entries may well be about the same few words, so that not even a perfect engine gets all of
  them. No misspelling comes twice.
- A figure is that of the round in which it was lowest, of up to eight rounds of 300 questions, fewer where they take long. The p99
  is given where a round had 100 questions or more.
- Memory is what is in use after building more than before it, garbage collected. The entries themselves do not count.
- fuse.js stands as it comes, and with token search. The other libraries allow one typo in a word, find what matches any of
  the words, drop stop words and stem where they can, and weigh titles twice where they can.

${sections.join("\n\n")}
`;
}

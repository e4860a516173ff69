import { growthExponent } from "../statistics.ts";
import type { Measures } from "./run.ts";

/** What was measured of one engine: the real questions, and each size. */
export interface EngineMeasures {
  engine: string;
  real: Measures;
  sizes: ReadonlyMap<number, Measures>;
}

/** A row of a table: column → text. */
export type Row = Readonly<Record<string, string>>;

const NOTHING = "–";
/** Questions from which on a share says something. */
const ENOUGH_FOR_SHARE = 100;

/** Share of the real questions that each engine gets right first. */
export function accuracyRows(engines: readonly EngineMeasures[]): Row[] {
  return engines.map(({ engine, real }) => ({
    engine,
    "right first": share(real),
    questions: real.asked === undefined ? NOTHING : `${real.asked}`,
  }));
}

/** Everything measured at one size, with ratios to the first engine. */
export function sizeRows(engines: readonly EngineMeasures[], size: number): Row[] {
  const ours = engines[0]?.sizes.get(size) ?? {};
  return engines.map(({ engine, sizes }) => {
    const measures = sizes.get(size) ?? {};
    const { median, p99, build, memory, phrasings = 1, asked } = measures;
    return {
      engine,
      "median ms": number(median),
      "× ours": ratio(median, ours.median),
      "p99 ms": number(p99),
      "p99 × ours": ratio(p99, ours.p99),
      "build ms": number(build),
      "build µs an entry": build === undefined ? NOTHING : number((1000 * build) / size),
      "memory MB": memory === undefined ? NOTHING : number(memory / 1e6),
      "bytes a phrasing": memory === undefined ? NOTHING : number(memory / phrasings),
      "right first": share(measures),
      questions: asked === undefined ? NOTHING : `${asked}`,
    };
  });
}

/** The medians side by side, and how they grow from the smallest size to the largest that was finished. */
export function growthRows(engines: readonly EngineMeasures[], sizes: readonly number[]): Row[] {
  return engines.map(({ engine, sizes: measured }) => {
    const points = pointsOf(measured);
    return {
      engine,
      ...Object.fromEntries(sizes.map((size) => [`${inThousands(size)}, ms`, number(measured.get(size)?.median)])),
      "growth exponent": points.length < 2 ? NOTHING : growthExponent(points).toFixed(2),
    };
  });
}

/** Size and median of every size that was finished. */
export function pointsOf(sizes: ReadonlyMap<number, Measures>): { x: number; y: number }[] {
  return [...sizes].flatMap(([x, { median: y }]) => (y === undefined ? [] : { x, y }));
}

/** A table in Markdown: the first column to the left, figures to the right. */
export function markdownTable(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [
    columns,
    columns.map((_, index) => (index === 0 ? "---" : "---:")),
    ...rows.map((row) => columns.map((column) => row[column] ?? "")),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

export function inThousands(count: number): string {
  return count.toLocaleString("en");
}

/** The share of questions that are right; where few were asked, in so many words. */
function share({ right, asked }: Measures): string {
  if (right === undefined || asked === undefined) return NOTHING;
  return asked < ENOUGH_FOR_SHARE ? `${Math.round(right * asked)} of ${asked}` : `${(100 * right).toFixed(1)} %`;
}

/** A figure with as many digits as say something. */
function number(value: number | undefined): string {
  if (value === undefined) return NOTHING;
  return value >= 100 ? inThousands(Math.round(value)) : `${Number(value.toPrecision(2))}`;
}

function ratio(value: number | undefined, ours: number | undefined): string {
  return value === undefined || ours === undefined ? NOTHING : number(value / ours);
}

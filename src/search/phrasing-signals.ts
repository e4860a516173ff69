import type { Comparison } from "./comparison.ts";
import { floatAt, intAt } from "./sparse-matrix.ts";

/** Cosine of the question with the title, with the nearest phrasing, and on average with the nearest three. */
export function phrasingSimilarities(
  comparison: Comparison,
  entry: number,
): Record<"title" | "nearest" | "nearestThree" | "worded", number> {
  const { phrasingStarts } = comparison.index;
  const start = intAt(phrasingStarts, entry);
  const title = similarity(comparison, start);
  let worded = title * frameSimilarity(comparison, start);
  let [first, second, third] = [title, 0, 0];
  for (let row = start + 1; row < intAt(phrasingStarts, entry + 1); row++) {
    const value = similarity(comparison, row);
    if (value === 0) continue;
    worded = Math.max(worded, value * frameSimilarity(comparison, row));
    if (value > first) [first, second, third] = [value, first, second];
    else if (value > second) [second, third] = [value, second];
    else if (value > third) third = value;
  }
  return { title, nearest: first, nearestThree: (first + second + third) / 3, worded };
}

/** Cosine of the question with one phrasing, over idf weights. */
function similarity({ index: { phrasings, phrasingNorms }, weighted, norm }: Comparison, row: number): number {
  let dot = 0;
  for (let cell = intAt(phrasings.starts, row); cell < intAt(phrasings.starts, row + 1); cell++) {
    dot += floatAt(weighted, intAt(phrasings.columns, cell));
  }
  return dot === 0 ? 0 : Math.min(1, dot / (norm * floatAt(phrasingNorms, row)));
}

/** How alike two frames are, from a half for nothing in common to 1: the Dice coefficient, moved up. */
function frameSimilarity({ index: { frames }, query: { frame } }: Comparison, row: number): number {
  const [start, end] = [intAt(frames.starts, row), intAt(frames.starts, row + 1)];
  let shared = 0;
  for (let cell = start; cell < end; cell++) if (frame.has(intAt(frames.columns, cell))) shared++;
  const size = frame.size + end - start;
  return size === 0 ? 1 : 0.5 + shared / size;
}

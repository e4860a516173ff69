import type { Comparison } from "./comparison.ts";
import { floatAt, intAt } from "./typed-arrays.ts";

/** Cosine of the question with the title, with the nearest phrasing, and on average with the nearest three. */
export function phrasingSimilarities(
  comparison: Comparison,
  entry: number,
): Record<"title" | "nearest" | "nearestThree", number> {
  const { phrasingStarts } = comparison.index;
  const start = intAt(phrasingStarts, entry);
  const title = similarity(comparison, start);
  let [first, second, third] = [title, 0, 0];
  for (let row = start + 1; row < intAt(phrasingStarts, entry + 1); row++) {
    const value = similarity(comparison, row);
    if (value > first) [first, second, third] = [value, first, second];
    else if (value > second) [second, third] = [value, second];
    else if (value > third) third = value;
  }
  return { title, nearest: first, nearestThree: (first + second + third) / 3 };
}

/** Cosine of the question with one phrasing, over idf weights. */
function similarity({ index: { phrasings, phrasingNorms }, weighted, norm }: Comparison, row: number): number {
  let dot = 0;
  for (let cell = intAt(phrasings.starts, row); cell < intAt(phrasings.starts, row + 1); cell++) {
    dot += floatAt(weighted, intAt(phrasings.columns, cell));
  }
  return dot === 0 ? 0 : Math.min(1, dot / (norm * floatAt(phrasingNorms, row)));
}

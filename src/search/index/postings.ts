import type { SparseMatrix } from "../numbers/sparse-matrix.ts";
import { floatAt, intAt } from "../numbers/typed-arrays.ts";

/** Postings kept for one term, the strongest: bounds the work a question can cause in a huge pack. */
const MAX_POSTINGS = 1500;

/** Cuts each row to the postings kept; of those that are alike, the first ones. Few packs have so many. */
export function strongest(postings: SparseMatrix): SparseMatrix {
  const { starts, columns, values } = postings;
  const isHuge = starts.some((start, row) => intAt(starts, row + 1) - start > MAX_POSTINGS);
  if (!isHuge) return postings;
  const kept: number[] = [];
  const newStarts = new Int32Array(starts.length);
  for (let row = 0; row + 1 < starts.length; row++) {
    const [start, end] = [intAt(starts, row), intAt(starts, row + 1)];
    const cells = Array.from({ length: end - start }, (_, offset) => start + offset);
    if (cells.length > MAX_POSTINGS) cells.sort((a, b) => floatAt(values, b) - floatAt(values, a));
    for (const cell of cells.slice(0, MAX_POSTINGS)) kept.push(cell);
    newStarts[row + 1] = kept.length;
  }
  return {
    starts: newStarts,
    columns: Int32Array.from(kept, (cell) => intAt(columns, cell)),
    values: Float32Array.from(kept, (cell) => floatAt(values, cell)),
  };
}

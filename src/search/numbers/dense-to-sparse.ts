import type { Steps } from "../../core/steps.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";
import { floatAt, intAt } from "./typed-arrays.ts";

/** Rows of a dense matrix looked at between two pauses. */
const STRIDE = 2000;

/** Leaves out the zeros of a matrix that is given row by row. */
export function* denseToSparse(cells: Float32Array, columnCount: number): Steps<SparseMatrix> {
  const starts = new Int32Array(cells.length / columnCount + 1);
  for (let row = 0; row + 1 < starts.length; row++) {
    if (row % STRIDE === 0) yield;
    starts[row + 1] = intAt(starts, row) + filledIn(cells, row, columnCount);
  }
  const count = starts.at(-1) ?? 0;
  const matrix = { starts, columns: new Int32Array(count), values: new Float32Array(count) };
  for (let row = 0; row + 1 < starts.length; row++) {
    if (row % STRIDE === 0) yield;
    copyFilled(cells, row, columnCount, matrix);
  }
  return matrix;
}

/** How many cells of a row are no zeros. */
function filledIn(cells: Float32Array, row: number, columnCount: number): number {
  let filled = 0;
  for (let cell = row * columnCount; cell < (row + 1) * columnCount; cell++) if (floatAt(cells, cell) !== 0) filled++;
  return filled;
}

/** Copies the cells of a row that are no zeros to where the row starts. */
function copyFilled(cells: Float32Array, row: number, columnCount: number, into: SparseMatrix): void {
  let next = intAt(into.starts, row);
  for (let column = 0; column < columnCount; column++) {
    const value = floatAt(cells, row * columnCount + column);
    if (value === 0) continue;
    into.columns[next] = column;
    into.values[next] = value;
    next++;
  }
}

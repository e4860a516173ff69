import type { Steps } from "../../core/steps.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";
import { floatAt, intAt } from "./typed-arrays.ts";

/** Rows of a dense matrix looked at between two pauses. */
const STRIDE = 2000;

/**
 * Leaves out of a matrix, given row by row, what is next to nothing.
 * @param least the cells nearer to zero than this are left out
 */
export function* denseToSparse(cells: Float32Array, columnCount: number, least: number): Steps<SparseMatrix> {
  const starts = new Int32Array(cells.length / columnCount + 1);
  for (let row = 0; row + 1 < starts.length; row++) {
    if (row % STRIDE === 0) yield;
    starts[row + 1] = intAt(starts, row) + countFilled(cells, row, columnCount, least);
  }
  const count = starts.at(-1) ?? 0;
  const matrix = { starts, columns: new Int32Array(count), values: new Float32Array(count) };
  for (let row = 0; row + 1 < starts.length; row++) {
    if (row % STRIDE === 0) yield;
    copyFilled(cells, row, columnCount, least, matrix);
  }
  return matrix;
}

/** How many cells of a row are kept. */
function countFilled(cells: Float32Array, row: number, columnCount: number, least: number): number {
  let filled = 0;
  for (let cell = row * columnCount; cell < (row + 1) * columnCount; cell++) {
    if (Math.abs(floatAt(cells, cell)) >= least) filled++;
  }
  return filled;
}

/** Copies the cells of a row that are kept to where the row starts. */
function copyFilled(cells: Float32Array, row: number, columnCount: number, least: number, into: SparseMatrix): void {
  let next = intAt(into.starts, row);
  for (let column = 0; column < columnCount; column++) {
    const value = floatAt(cells, row * columnCount + column);
    if (Math.abs(value) < least) continue;
    into.columns[next] = column;
    into.values[next] = value;
    next++;
  }
}

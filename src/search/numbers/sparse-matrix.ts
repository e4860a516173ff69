import { floatAt, intAt } from "./typed-arrays.ts";

/**
 * Which cells of a matrix are filled, in compressed rows (CSR): the columns of row `r` are
 * `columns[starts[r]] … columns[starts[r + 1] - 1]`, ascending. Flat typed arrays keep a large index small and fast to
 * walk.
 */
export interface SparsePattern {
  starts: Int32Array;
  columns: Int32Array;
}

/** A matrix that is mostly zeros: a pattern, with the values of its cells beside the columns. */
export interface SparseMatrix extends SparsePattern {
  values: Float32Array;
}

/** Builds a pattern from the columns of each row, in any order. */
export function sparsePattern(rows: readonly ReadonlySet<number>[]): SparsePattern {
  const starts = startsOf(rows);
  const columns = new Int32Array(intAt(starts, rows.length));
  for (const [index, row] of rows.entries()) columns.set(ascending(row), intAt(starts, index));
  return { starts, columns };
}

/** Builds a pattern from the row and the column of each cell; the columns of a row stay in the order they come in. */
export function groupedPattern(rows: readonly number[], columns: readonly number[], rowCount: number): SparsePattern {
  const starts = startsOfGroups(rows, rowCount);
  const next = starts.slice();
  const grouped = new Int32Array(columns.length);
  for (let cell = 0; cell < columns.length; cell++) {
    const row = rows[cell] ?? 0;
    const target = intAt(next, row);
    next[row] = target + 1;
    grouped[target] = columns[cell] ?? 0;
  }
  return { starts, columns: grouped };
}

/** Builds a matrix from one map of column → value a row. */
export function sparseMatrix(rows: readonly ReadonlyMap<number, number>[]): SparseMatrix {
  const starts = startsOf(rows);
  const columns = new Int32Array(intAt(starts, rows.length));
  const values = new Float32Array(columns.length);
  let cell = 0;
  for (const row of rows) {
    for (const column of ascending(row.keys())) {
      columns[cell] = column;
      values[cell] = row.get(column) ?? 0;
      cell++;
    }
  }
  return { starts, columns, values };
}

function startsOf(rows: readonly { readonly size: number }[]): Int32Array {
  const starts = new Int32Array(rows.length + 1);
  for (const [index, { size }] of rows.entries()) starts[index + 1] = intAt(starts, index) + size;
  return starts;
}

/** Where each row starts, once cells are grouped by the rows that they are in. */
function startsOfGroups(rows: Iterable<number>, rowCount: number): Int32Array {
  const starts = new Int32Array(rowCount + 1);
  for (const row of rows) starts[row + 1] = intAt(starts, row + 1) + 1;
  for (let row = 0; row < rowCount; row++) starts[row + 1] = intAt(starts, row + 1) + intAt(starts, row);
  return starts;
}

/** Numbers in ascending order. */
function ascending(columns: Iterable<number>): Int32Array {
  return Int32Array.from(columns).sort();
}

/** Columns become rows: from the terms of each entry to the entries of each term. */
export function transpose({ starts, columns, values }: SparseMatrix, columnCount: number): SparseMatrix {
  const turned = startsOfGroups(columns, columnCount);
  const next = turned.slice();
  const turnedColumns = new Int32Array(columns.length);
  const turnedValues = new Float32Array(columns.length);
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let cell = intAt(starts, row); cell < intAt(starts, row + 1); cell++) {
      const column = intAt(columns, cell);
      const target = intAt(next, column);
      next[column] = target + 1;
      turnedColumns[target] = row;
      turnedValues[target] = floatAt(values, cell);
    }
  }
  return { starts: turned, columns: turnedColumns, values: turnedValues };
}

/** The value in a row and column, 0 where there is none. */
export function valueAt(matrix: SparseMatrix, row: number, column: number): number {
  const cell = cellOf(matrix, row, column);
  return cell < 0 ? 0 : floatAt(matrix.values, cell);
}

/** Whether a row has a column. */
export function hasCell(pattern: SparsePattern, row: number, column: number): boolean {
  return cellOf(pattern, row, column) >= 0;
}

/** Where a row and column are, -1 where they are not, by binary search. */
export function cellOf({ starts, columns }: SparsePattern, row: number, column: number): number {
  let low = intAt(starts, row);
  let high = intAt(starts, row + 1) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = intAt(columns, middle);
    if (found === column) return middle;
    if (found < column) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

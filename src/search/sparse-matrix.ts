/**
 * A matrix that is mostly zeros, in compressed rows (CSR): the columns of row `r` are
 * `columns[starts[r]] … columns[starts[r + 1] - 1]`, ascending unless stated, with their values beside them.
 * Flat typed arrays keep a large index small and fast to walk.
 */
export interface SparseMatrix {
  starts: Int32Array;
  columns: Int32Array;
  values: Float32Array;
}

/** Builds a matrix from one map of column → value a row; columns ascend. */
export function sparseMatrix(rows: readonly ReadonlyMap<number, number>[]): SparseMatrix {
  const starts = new Int32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) starts[index + 1] = intAt(starts, index) + row.size;
  const columns = new Int32Array(intAt(starts, rows.length));
  const values = new Float32Array(columns.length);
  for (const [index, row] of rows.entries()) {
    const start = intAt(starts, index);
    columns.set(Int32Array.from(row.keys()).sort(), start);
    for (let cell = start; cell < intAt(starts, index + 1); cell++) values[cell] = row.get(intAt(columns, cell)) ?? 0;
  }
  return { starts, columns, values };
}

/** Columns become rows: from the terms of each entry to the entries of each term. */
export function transpose({ starts, columns, values }: SparseMatrix, columnCount: number): SparseMatrix {
  const turned = new Int32Array(columnCount + 1);
  for (const column of columns) turned[column + 1] = intAt(turned, column + 1) + 1;
  for (let column = 0; column < columnCount; column++)
    turned[column + 1] = intAt(turned, column + 1) + intAt(turned, column);
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

/** The value in a row and column, 0 where there is none, by binary search. */
export function valueAt({ starts, columns, values }: SparseMatrix, row: number, column: number): number {
  let low = intAt(starts, row);
  let high = intAt(starts, row + 1) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = intAt(columns, middle);
    if (found === column) return floatAt(values, middle);
    if (found < column) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/**
 * Elements that are known to be there; 0 past the ends, which the compiler cannot rule out. One function for each type
 * of array: a single one for all would see them all, and engines run such code many times slower.
 */
export function intAt(array: Int32Array, index: number): number {
  return array[index] ?? 0;
}

export function floatAt(array: Float32Array, index: number): number {
  return array[index] ?? 0;
}

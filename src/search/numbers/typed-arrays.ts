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

export function doubleAt(array: Float64Array, index: number): number {
  return array[index] ?? 0;
}

export function byteAt(array: Uint8Array, index: number): number {
  return array[index] ?? 0;
}

/** The position of the first number that is not below a bound, by binary search; the count where all are. */
export function firstAtLeast(sorted: Float64Array | Int32Array, bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

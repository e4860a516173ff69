/**
 * The first of so many positions at which something sorted is not before what is looked for, by binary search; the count
 * where all are.
 */
export function lowerBound(count: number, isBefore: (position: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The position of the first number that is not below a bound; the count where all are. */
export function firstAtLeast(sorted: Float64Array | Int32Array, bound: number): number {
  return lowerBound(sorted.length, (position) => (sorted[position] ?? 0) < bound);
}

/** Long work in steps: a generator that pauses wherever others may have their turn, and returns the result. */
export type Steps<Result> = Generator<undefined, Result>;

/** Does the work in one go. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Does the work a step at a time, and lets everything else that is due go on in between.
 * @param signal leaves the work off between two steps once it is aborted, and rejects with its reason
 */
export async function finishGradually<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = steps.next();
    if (done) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Maps items to results, with a pause after every so many of them. */
export function* mapInSteps<Item, Result>(
  items: readonly Item[],
  stride: number,
  map: (item: Item) => Result,
): Steps<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    results.push(map(item));
    if (results.length % stride === 0) yield;
  }
  return results;
}

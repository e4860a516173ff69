/** Long work in steps: a generator that yields wherever other work may run in between, and returns the result. */
export type Steps<Result> = Generator<undefined, Result>;

/** Does all steps at once, which blocks everything else. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Does one step per turn of the event loop, so that everything else goes on in between.
 * @param signal once aborted, no further step is done, and the promise rejects with the signal's reason
 */
export async function finishGradually<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = steps.next();
    if (done) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Maps items to results. `stride` is how many of them make a step. */
export function* mapInSteps<Item, Result>(
  items: readonly Item[],
  stride: number,
  map: (item: Item, index: number) => Result,
): Steps<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    results.push(map(item, results.length));
    if (results.length % stride === 0) yield;
  }
  return results;
}

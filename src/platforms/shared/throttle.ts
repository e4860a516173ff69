/** Least time between two reports, in milliseconds. */
const INTERVAL = 60_000;

/**
 * Reports what may happen over and over, such as what strangers can cause: the first time, then at most once a minute,
 * with how often it has happened since the last report, and what is to be said about the latest time.
 */
export function createThrottle<T extends readonly unknown[]>(
  tell: (times: number, ...about: T) => void,
): (...about: T) => void {
  let times = 0;
  let next = Number.NEGATIVE_INFINITY;
  return (...about) => {
    times += 1;
    if (performance.now() < next) return;
    tell(times, ...about);
    times = 0;
    next = performance.now() + INTERVAL;
  };
}

/** Between two tellings of the same, in milliseconds. */
const INTERVAL = 60_000;

/**
 * For what may happen over and over, such as what strangers can bring about: tells of it the first time, and then at most
 * once a minute, with how often it has happened since it was last told, and what there is to say of the last time.
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

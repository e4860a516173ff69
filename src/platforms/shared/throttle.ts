/** Between two tellings of the same, in milliseconds. */
const INTERVAL = 60_000;

/**
 * For what may happen over and over, such as what strangers can bring about: tells of it the first time, and then at most
 * once a minute, with how often it has happened since it was last told.
 */
export function createThrottle(tell: (times: number) => void): () => void {
  let times = 0;
  let next = Number.NEGATIVE_INFINITY;
  return () => {
    times += 1;
    if (performance.now() < next) return;
    tell(times);
    times = 0;
    next = performance.now() + INTERVAL;
  };
}

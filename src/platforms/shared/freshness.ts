/** How far the clocks of a platform and this machine may differ, in seconds. */
export const MAX_SKEW = 5 * 60;

/** Whether a signed request is of just now, by the time in seconds that its header gives: an old one is a recording. */
export function isFresh(timestamp: string | readonly string[] | undefined): boolean {
  if (typeof timestamp !== "string" || !/^\d+$/.test(timestamp)) return false;
  return Math.abs(Date.now() / 1000 - Number(timestamp)) <= MAX_SKEW;
}

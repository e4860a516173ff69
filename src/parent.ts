/** How often to look, in milliseconds. */
const INTERVAL = 500;

/**
 * Calls back once the process that started this one has ended. Under `npm start` that is a shell: npm passes signals on
 * to it, and it exits without passing them on to the bot.
 */
export function watchParent(onEnd: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onEnd();
  }, INTERVAL);
  timer.unref();
}
